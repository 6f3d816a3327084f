"""The DuckDB file of a release: tables and views with a comment on each of them and on each column.

Written beside its place by one thread in the storage format of DuckDB 1.0, so that clients from 1.1 on open it, then
closed, made read-only and put in place.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import polars as pl

from pejlemaerker.storage.files import to_arrow, write_whole
from schemas import DOCUMENTS, PUBLISHED, Column, Table

from .dataset import Dataset

_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN", "date": "DATE"}
STORAGE_VERSION = "v1.0.0"
_MEMORY = "512MB"  # what is more goes to the file
# For each view: the table it is about. Beside its rows stand columns of the document, by the names they have there.
VIEWS = {"quotes_full": "quotes", "recommendations_full": "recommendations", "kpis_full": "kpis"}
_BESIDE = {
    "document_kind": "kind",
    "title": "title",
    "published": "published",
    "publisher": "publisher",
    "source_path": "source_path",
}


def write_database(path: Path, dataset: Dataset) -> None:
    """Write the published tables to the DuckDB file `path`, which readers of an older file never see half done."""
    write_whole(path, lambda beside: _build(beside, dataset))
    path.chmod(0o444)


def _build(path: Path, dataset: Dataset) -> None:
    # What does not fit in memory goes beside the file, which whoever tidies up after a run knows, not where the run was started.
    beside = f"{path}.tmp"
    with duckdb.connect(
        ":memory:", config={"threads": 1, "memory_limit": _MEMORY, "temp_directory": beside}
    ) as connection:
        place = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{place}' AS release (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE release")
        for table in PUBLISHED:
            _create(connection, table, dataset.pieces(table))
        for view, about in VIEWS.items():
            _create_view(connection, view, next(table for table in PUBLISHED if table.name == about))
        connection.execute("CHECKPOINT release")
        connection.execute("USE memory")
        connection.execute("DETACH release")


def _create(connection: duckdb.DuckDBPyConnection, table: Table, pieces: Iterable[pl.DataFrame]) -> None:
    columns = ", ".join(
        f"{column.name} {_TYPES[column.type]}{'' if column.optional else ' NOT NULL'}" for column in table.columns
    )
    connection.execute(f"CREATE TABLE {table.name} ({columns})")
    for piece in pieces:
        connection.register("incoming", to_arrow(piece.select(table.names)))
        connection.execute(f"INSERT INTO {table.name} SELECT * FROM incoming")
        connection.unregister("incoming")
    connection.execute(f"COMMENT ON TABLE {table.name} IS {_quoted(table.description)}")
    for column in table.columns:
        connection.execute(f"COMMENT ON COLUMN {table.name}.{column.name} IS {_quoted(describe(column))}")


def _create_view(connection: duckdb.DuckDBPyConnection, view: str, table: Table) -> None:
    beside = ", ".join(f"documents.{name} AS {alias}" for alias, name in _BESIDE.items())
    connection.execute(
        f"CREATE VIEW {view} AS SELECT {table.name}.*, {beside} "
        f"FROM {table.name} JOIN documents USING (document_id) WHERE documents.duplicate_of IS NULL"
    )
    connection.execute(
        f"COMMENT ON VIEW {view} IS {_quoted(f'{table.description} With the document beside each row.')}"
    )
    columns = [(column.name, column) for column in table.columns]
    columns += [(alias, DOCUMENTS.column(name)) for alias, name in _BESIDE.items()]
    for name, column in columns:
        connection.execute(f"COMMENT ON COLUMN {view}.{name} IS {_quoted(describe(column))}")


def describe(column: Column) -> str:
    """The description of a column with its unit and the values it may take."""
    parts = [column.description]
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.enum:
        parts.append(f"One of: {', '.join(column.enum)}.")
    return " ".join(parts)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
