"""All tables of a dataset, looked at a few thousand documents at a time, so that no size of it takes more memory.

The tables may lie in memory or in Parquet files sorted by document, of which only the rows asked for are read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import polars as pl

from pejlemaerker.storage.files import read_groups, scan_parquet
from schemas import PUBLISHED, TABLES, Table

PART = 4_000  # documents
TEXTS = "clean_texts"  # document_id and clean_text: what rows stand on, and not published
DOCUMENT = "document_id"
_PREFIX = 17  # characters of a document's identifier before the number that tells two of one name apart
# Tables whose rows belong to a document; the others are read whole.
BY_DOCUMENT = tuple(table for table in PUBLISHED if table.key[0] == DOCUMENT)  # as they are in the full edition
Tables = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Range:
    """Documents whose identifiers are not before `low` and before `high`; None stands for no bound."""

    low: str | None = None
    high: str | None = None

    def of(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The rows of `frame` that belong to these documents."""
        if self.low is not None:
            frame = frame.filter(pl.col(DOCUMENT) >= self.low)
        return frame if self.high is None else frame.filter(pl.col(DOCUMENT) < self.high)


@dataclass(frozen=True)
class Dataset:
    """Tables by name; those in `files` lie there sorted by their key."""

    tables: Mapping[str, pl.LazyFrame]
    files: Mapping[str, Path] = field(default_factory=dict)

    @staticmethod
    def of(tables: Mapping[str, pl.DataFrame]) -> "Dataset":
        """A dataset in memory."""
        return Dataset({name: frame.lazy() for name, frame in tables.items()})

    @staticmethod
    def filed(files: Mapping[str, Path]) -> "Dataset":
        """A dataset in Parquet files; a table without a file is empty."""
        there = {name: path for name, path in files.items() if path.is_file()}
        return Dataset({name: scan_parquet(path) for name, path in there.items()}, there)

    def with_tables(self, tables: Mapping[str, pl.DataFrame]) -> "Dataset":
        """This dataset with more tables, which lie in memory."""
        return Dataset({**self.tables, **Dataset.of(tables).tables}, self.files)

    def scan(self, name: str) -> pl.LazyFrame:
        """A table, not yet read; empty where there is none of that name."""
        return self.tables[name] if name in self.tables else TABLES[name].frame().lazy()

    def whole(self, name: str, *columns: str) -> pl.DataFrame:
        """A table, or some of its columns, as it is filed."""
        lazy = self.scan(name)
        return (lazy.select(columns) if columns else lazy).collect()

    def head(self, name: str, rows: int = 5) -> pl.DataFrame:
        """The first rows of a table."""
        return self.scan(name).head(rows).collect()

    def counts(self) -> dict[str, int]:
        """The number of rows of each table, by name."""
        return {name: int(self.tables[name].select(pl.len()).collect().item()) for name in sorted(self.tables)}

    def ranges(self) -> list[Range]:
        """The parts that all documents fall into, in order."""
        return ranges(self.whole("documents", DOCUMENT)[DOCUMENT])

    def part(self, documents: Range, *names: str) -> Tables:
        """The rows that belong to some documents, of the tables of that name or of all."""
        wanted = names or tuple(table.name for table in BY_DOCUMENT if table.name in self.tables)
        return {name: documents.of(self.scan(name)).collect() for name in wanted}

    def pieces(self, table: Table) -> Iterator[pl.DataFrame]:
        """The rows of `table` in order, in pieces that fit in memory."""
        if table.name in self.files:
            yield from read_groups(self.files[table.name])
            return
        if not by_document(table):
            yield table.sort(self.whole(table.name))
            return
        for documents in self.ranges():
            yield table.sort(self.part(documents, table.name)[table.name])


def by_document(table: Table) -> bool:
    """Whether the rows of `table`, as it is in whatever edition, belong to a document."""
    return table.key[0] == DOCUMENT


def ranges(documents: pl.Series) -> list[Range]:
    """The parts that documents of these identifiers fall into. Those of one name stay together, since their rows are sorted together."""
    firsts = documents.str.slice(0, _PREFIX).unique().sort()
    bounds = [None, *firsts.gather_every(PART).to_list()[1:], None]
    return [Range(low, high) for low, high in pairwise(bounds)]
