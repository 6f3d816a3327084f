"""Pejlemærker reads Danish texts on public-sector leadership: who said what, who asks whom to do what, which figures are named.

`read(path or bytes or text)` reads one document; `pejl build` reads a folder into a dataset.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reading import Reading, read

__all__ = ["Reading", "read"]


def __getattr__(name: str) -> object:
    """`read` and `Reading`, loaded when they are first asked for: the lower floors import this package without them."""
    if name in __all__:
        from . import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
