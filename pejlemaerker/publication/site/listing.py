"""Lists that go on over several pages: what is on each, and what leads from one to the next."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from . import paths
from .files import Files

ON_A_PAGE = 100
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some entries of a list; `number` counts from 1 to `of`."""

    entries: Sequence[T]
    number: int
    of: int
    address: Callable[[int], str]

    @property
    def path(self) -> str:
        """Where it lies."""
        return self.address(self.number)

    @property
    def earlier(self) -> str | None:
        """The page before."""
        return self.address(self.number - 1) if self.number > 1 else None

    @property
    def later(self) -> str | None:
        """The page after."""
        return self.address(self.number + 1) if self.number < self.of else None


def pages(entries: Sequence[T], address: Callable[[int], str], size: int = ON_A_PAGE) -> Iterator[Page[T]]:
    """`entries` in pages of `size`; one empty page where there are none."""
    of = max(1, -(-len(entries) // size))
    for number in range(1, of + 1):
        yield Page(entries[(number - 1) * size : number * size], number, of, address)


def write_listing(files: Files, folder: str, template: str, entries: Sequence[object], **values: object) -> None:
    """Write the list of all pages in a folder."""
    for page in pages(entries, lambda number: paths.listing(folder, number)):
        files.page(page.path, template, page=page, **values)
