"""What `pejl` prints to: answers to standard output, all else to standard error; and whether in colours.

Colours are off in a pipe, with TERM=dumb, with NO_COLOR and with `pejl --no-color`, of which the last two also beat FORCE_COLOR.
"""

import os
import sys
from typing import TextIO

import click
from rich.console import Console

_DUMB = ("dumb", "unknown")


def has_colours(stream: TextIO) -> bool:
    """Whether colours may be written to `stream`."""
    context = click.get_current_context(silent=True)
    if os.environ.get("NO_COLOR") or (context is not None and context.color is False):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and not is_dumb()


def is_dumb() -> bool:
    """Whether the terminal says that it can do nothing but lines."""
    return os.environ.get("TERM", "").lower() in _DUMB


def out(*, quiet: bool = False, wrapped: bool = True, width: int | None = None) -> Console:
    """Where answers go; lines are broken at the width of the terminal only if `wrapped`."""
    return _console(sys.stdout, stderr=False, quiet=quiet, wrapped=wrapped, width=width)


def err(*, quiet: bool = False, wrapped: bool = False) -> Console:
    """Where progress and errors go."""
    return _console(sys.stderr, stderr=True, quiet=quiet, wrapped=wrapped, width=None)


def _console(stream: TextIO, *, stderr: bool, quiet: bool, wrapped: bool, width: int | None) -> Console:
    # Each of the variables that rich would look at is told here, so that no command has a mind of its own.
    is_terminal = stream.isatty()
    system = ("auto" if is_terminal and not is_dumb() else "standard") if has_colours(stream) else None
    return Console(
        stderr=stderr,
        quiet=quiet,
        soft_wrap=not wrapped,
        width=width,
        highlight=False,
        force_terminal=is_terminal,
        color_system=system,  # type: ignore[arg-type] # the names are not exported
        no_color=False,
    )
