"""What the descriptions say of one edition of a release, read from its own folder: files with size and hash, counts, dates.

Every description starts from the same `Facts`, so that no two of them can differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from pejlemaerker.storage.files import n_rows, read_parquet, scan_parquet
from schemas import DOCUMENTS, QUALITY, RELEASES, SKIPPED, Table, published

from .sums import sha256

NAME = "pejlemaerker"
FORMATS = ("parquet", "csv")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of a table: `path` below the folder, `format` one of `FORMATS`, `size` in bytes."""

    path: str
    format: str
    table: Table
    size: int
    sha256: str


@dataclass(frozen=True)
class Facts:
    """An edition in the folder `folder`; `release` is the row of its table `releases`."""

    folder: Path
    edition: str
    tables: tuple[Table, ...]
    files: tuple[DataFile, ...]
    databases: tuple[str, ...]
    release: Mapping[str, Any]
    rows: Mapping[str, int]
    first: date | None
    last: date | None

    @property
    def version(self) -> str:
        """The version of the data."""
        return str(self.release["version"])

    def counted(self, table: Table, column: str) -> dict[str, int]:
        """The number of rows for each value of a column, the most frequent first; null stands as the empty text."""
        values = scan_parquet(_file(self.folder, table)).group_by(pl.col(column).cast(pl.String).fill_null(""))
        counts = values.agg(n=pl.len()).collect().sort(pl.col("n"), column, descending=[True, False])
        return dict(counts.iter_rows())

    @cached_property
    def kinds(self) -> dict[str, int]:
        """Documents by kind."""
        return self.counted(DOCUMENTS, "kind")

    @cached_property
    def bases(self) -> dict[str, int]:
        """Documents by the ground on which their words are published."""
        return self.counted(DOCUMENTS, "rights_basis")

    @cached_property
    def licences(self) -> dict[str, int]:
        """Documents by the licence of their text."""
        return self.counted(DOCUMENTS, "licence")

    @cached_property
    def skipped(self) -> dict[str, int]:
        """Files that were not read, by the kind of reason."""
        return self.counted(SKIPPED, "code")

    @cached_property
    def largest_share(self) -> float:
        """The largest share of a document's text that stands in this edition."""
        shares = scan_parquet(_file(self.folder, DOCUMENTS)).select(pl.col("excerpt_share").max()).collect()
        return float(shares.item() or 0.0)

    @cached_property
    def quality(self) -> pl.DataFrame:
        """The measured figures."""
        return read_parquet(_file(self.folder, QUALITY))


def read_facts(folder: Path, edition: str) -> Facts:
    """The facts of the edition in `folder`, every table of which must be there as Parquet; CSV and DuckDB files may be."""
    tables = published(edition)
    first, last = _dates(folder)
    return Facts(
        folder=folder,
        edition=edition,
        tables=tables,
        files=tuple(_data_files(folder, tables)),
        databases=tuple(sorted(path.name for path in folder.glob("*.duckdb"))),
        release=read_parquet(_file(folder, RELEASES)).row(0, named=True),
        rows={table.name: n_rows(_file(folder, table)) for table in tables},
        first=first,
        last=last,
    )


def _file(folder: Path, table: Table, kind: str = "parquet") -> Path:
    return folder / kind / f"{table.name}.{kind}"


def _data_files(folder: Path, tables: tuple[Table, ...]) -> list[DataFile]:
    there = [(kind, table, _file(folder, table, kind)) for kind in FORMATS for table in tables]
    return [
        DataFile(path.relative_to(folder).as_posix(), kind, table, path.stat().st_size, sha256(path))
        for kind, table, path in there
        if kind == "parquet" or path.is_file()
    ]


def _dates(folder: Path) -> tuple[date | None, date | None]:
    """The earliest and the latest date of a document."""
    published_on = scan_parquet(_file(folder, DOCUMENTS)).select(
        first=pl.col("published").min(), last=pl.col("published").max()
    )
    row = published_on.collect().row(0)
    return row[0], row[1]
