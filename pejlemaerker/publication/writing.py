"""Tables of a release as Parquet files, each described in itself.

Only how they are written belongs here; which rows an edition holds is decided in `editions`, and where a release lies in
`releases`.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import polars as pl
import pyarrow as pa

from pejlemaerker.storage.files import ParquetStream, to_arrow, write_parquet_stream
from schemas import SCHEMA_VERSION, Table

from .database import describe
from .dataset import Dataset

PARQUET = "parquet"
Tables = Mapping[str, pl.DataFrame]


class Edition(Protocol):
    """What an edition of a dataset holds."""

    @property
    def name(self) -> str:
        """One of `schemas.EDITIONS`."""

    def parts(self) -> Iterator[Tables]:
        """The tables whose rows belong to documents, some thousand documents at a time, in order."""

    def rest(self) -> Tables:
        """The other data tables, to be asked for after the parts."""


def parquet_file(folder: Path, name: str) -> Path:
    """Where a table of the release, or the edition, in `folder` lies."""
    return folder / PARQUET / f"{name}.parquet"


def write_tables(folder: Path, dataset: Dataset, tables: Iterable[Table]) -> None:
    """Write `tables` of `dataset`, one after another."""
    for table in tables:
        pieces = (to_arrow(piece) for piece in dataset.pieces(table))
        write_parquet_stream(parquet_file(folder, table.name), described(table), pieces)


def write_parts(folder: Path, tables: Iterable[Table], parts: Iterator[Tables]) -> None:
    """Write `tables`, all of whose rows belong to documents, at once: `parts` gives those of some documents after those of others.

    The folder must be one that nobody reads yet. The same rows give the same bytes however they are cut into parts.
    """
    (folder / PARQUET).mkdir(parents=True, exist_ok=True)
    written = {table: parquet_file(folder, table.name) for table in tables}
    with ExitStack() as stack:
        streams = {table: stack.enter_context(ParquetStream(path, described(table))) for table, path in written.items()}
        for part in parts:
            for table, stream in streams.items():
                stream.add(to_arrow(table.sort(part[table.name])))
    for path in written.values():
        with path.open("rb") as file:
            os.fsync(file.fileno())


def described(table: Table) -> pa.Schema:
    """The Arrow schema of `table`, with its descriptions."""
    types = to_arrow(table.frame()).schema
    fields = [
        pa.field(column.name, types.field(column.name).type, column.optional, {"description": describe(column)})
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.description, "schema_version": SCHEMA_VERSION})
