"""An edition of a release on disk, as verification looks at it: which of its tables can be read, and where they lie.

What is wrong with a file is told by `files` and `shape`; the other checks look only at tables that these two let pass, so
that one broken file gives one fault and not a hundred.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from pejlemaerker.storage.files import n_rows, read_parquet
from schemas import EDITIONS, Table, published

from ..dataset import Dataset, by_document
from ..writing import parquet_file

T = TypeVar("T")
OPEN = "open"


@dataclass(frozen=True)
class Edition:
    """The edition `name` in `folder`; `sound` names the tables whose files can be read, in the order of `schemas`."""

    folder: Path
    name: str
    prefix: str = ""
    sound: tuple[str, ...] = ()
    damaged: frozenset[str] = field(default_factory=frozenset)

    def place(self, name: str) -> str:
        """How a file of this edition is called in a message: relative to the release."""
        return self.prefix + name

    def parquet(self, table: str) -> Path:
        """The Parquet file of a table."""
        return parquet_file(self.folder, table)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that can be read, as they are in this edition."""
        return tuple(table for table in published(self.name) if table.name in self.sound)

    @property
    def by_document(self) -> tuple[Table, ...]:
        """Those of them whose rows belong to a document."""
        return tuple(table for table in self.tables if by_document(table))

    @cached_property
    def dataset(self) -> Dataset:
        """Those tables, not yet read."""
        return Dataset.filed({name: self.parquet(name) for name in self.sound})

    def with_sound(self, sound: tuple[str, ...]) -> "Edition":
        """This edition, of which these tables can be read."""
        return replace(self, sound=sound)

    def about(self, column: str) -> str | None:
        """What its table `releases` says of itself; None where that cannot be told."""
        if "releases" not in self.sound:
            return None
        rows = read_parquet(self.parquet("releases"), [column])
        return str(rows[column][0]) if rows.height and rows[column][0] is not None else None


def edition_of(folder: Path) -> str:
    """The edition that lies in `folder`: as it says itself, else by the folder's name."""
    path = parquet_file(folder, "releases")
    named = _or_none(lambda: read_parquet(path, ["edition"])["edition"][0])
    if named in EDITIONS:
        return str(named)
    return OPEN if folder.name == OPEN else EDITIONS[0]


@dataclass(frozen=True)
class Extent:
    """How much there is of a release: what it says it is, and numbers of files, tables and rows in all its editions."""

    version: str | None
    editions: tuple[str, ...]
    files: int
    tables: int
    rows: int


def extent(release: Path) -> Extent:
    """How much of the release in a folder can be read; nothing in it raises."""
    folders = [release, *([release / OPEN] if (release / OPEN).is_dir() else [])]
    tables = [path for folder in folders for path in sorted((folder / "parquet").glob("*.parquet"))]
    version = Edition(release, edition_of(release), sound=("releases",))
    return Extent(
        version=_or_none(lambda: version.about("version")),
        editions=tuple(edition_of(folder) for folder in folders),
        files=sum(path.is_file() for path in release.rglob("*")),
        tables=len(tables),
        rows=sum(_or_none(partial(n_rows, path)) or 0 for path in tables),
    )


def _or_none(read: Callable[[], T]) -> T | None:
    """What can be read; None where it is broken, which the checks tell."""
    try:
        return read()
    except Exception:
        return None
