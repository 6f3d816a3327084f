"""The DuckDB file: the published tables with comments, the views, the search, and nothing that must be downloaded to read it.

Built beside its place and put there whole. It is written in the storage format of DuckDB 1.0, which clients from 1.1 on open, and closed
before it is put in place.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import polars as pl

from pejlemaerker.publication.dataset import BY_DOCUMENT, Dataset
from pejlemaerker.storage.files import to_arrow, write_whole
from schemas import CHANGES, DATABASE_ONLY, SEARCH_POSTINGS, SEARCH_SEGMENTS, Table, published

from .describing import comment, describe
from .search.index import IMPACT, fill
from .search.macros import MACROS
from .views import create_views

# Columns with few values stay VARCHAR. With `kind` as ENUM the file of 1.4 million segments had the same size (DuckDB keeps a dictionary
# either way), and a count by kind took 10 ms and not 12; but clients would get categories where the Parquet files give text.
_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN", "date": "DATE"}
STORAGE_VERSION = "v1.0.0"
_MEMORY = "512MB"  # what is more goes to the file
_LARGE = {table.name for table in (*BY_DOCUMENT, CHANGES, *DATABASE_ONLY)} - {"documents", "search_terms"}
_UNSORTED = "memory.postings"


def write_database(path: Path, dataset: Dataset, edition: str = "full") -> None:
    """Write the published tables of an edition to the DuckDB file `path`, which readers of an older file never see half done."""
    write_whole(path, lambda beside: _build(beside, dataset, published(edition)))
    path.chmod(0o444)


def _build(path: Path, dataset: Dataset, tables: Iterable[Table]) -> None:
    # What does not fit in memory goes beside the file, which whoever tidies up after a run knows, not where the run was started.
    beside = f"{path}.tmp"
    with duckdb.connect(
        ":memory:", config={"threads": 1, "memory_limit": _MEMORY, "temp_directory": beside}
    ) as connection:
        place = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{place}' AS release (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE release")
        for table in tables:
            _create(connection, table, dataset.pieces(table))
        _create_search(connection, dataset)
        create_views(connection)
        for macro in MACROS:
            connection.execute(f"CREATE MACRO {macro.name}({macro.parameters}) AS TABLE {macro.sql}")
            comment(connection, "MACRO TABLE", macro.name, macro.description)
        connection.execute("CHECKPOINT release")
        connection.execute("USE memory")
        connection.execute("DETACH release")


def _create(connection: duckdb.DuckDBPyConnection, table: Table, pieces: Iterable[pl.DataFrame]) -> None:
    columns = [
        f"{column.name} {_TYPES[column.type]}{'' if column.optional else ' NOT NULL'}" for column in table.columns
    ]
    if has_key(table):
        columns.append(f"PRIMARY KEY ({', '.join(table.key)})")
    connection.execute(f"CREATE TABLE {table.name} ({', '.join(columns)})")
    for piece in pieces:
        _insert(connection, table.name, piece.select(table.names))
    comment(
        connection,
        "TABLE",
        table.name,
        table.description,
        ((column.name, describe(column)) for column in table.columns),
    )


def has_key(table: Table) -> bool:
    """Whether the file itself keeps the key of `table`.

    Not of the large tables, whose keys are checked before a release: that of 1.4 million segments took as long to write as the table, and
    made the file 38 MB larger, more than the keys take themselves. Nor of keys that may be null.
    """
    return table.name not in _LARGE and not any(table.column(name).optional for name in table.key)


def _create_search(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    """The tables of the search. Postings come by passage and are asked for by term, so they are sorted once they are all there."""
    for table in DATABASE_ONLY:
        _create(connection, table, ())
    connection.execute(f"CREATE TABLE {_UNSORTED} (term_id INTEGER, segment_number INTEGER, impact FLOAT)")

    def put(table: Table, rows: pl.DataFrame) -> None:
        _insert(connection, _UNSORTED if table is SEARCH_POSTINGS else table.name, rows.select(table.names))

    fill(dataset, put)
    passages, key = SEARCH_SEGMENTS.name, ", ".join(SEARCH_POSTINGS.key)
    connection.execute(
        f"INSERT INTO {SEARCH_POSTINGS.name} SELECT term_id, segment_number, {IMPACT} FROM {_UNSORTED} "
        f"JOIN {passages} USING (segment_number), (SELECT avg(n_words) AS mean FROM {passages}) ORDER BY {key}"
    )
    connection.execute(f"DROP TABLE {_UNSORTED}")


def _insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pl.DataFrame) -> None:
    connection.register("incoming", to_arrow(rows))
    connection.execute(f"INSERT INTO {name} SELECT * FROM incoming")
    connection.unregister("incoming")
