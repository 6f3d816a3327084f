"""The DuckDB file: it holds the rows of the Parquet files, the views and macros that are promised, and a comment on everything.

Whether views and macros answer well belongs to the tests of `pejlemaerker.publication.database`.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import duckdb

from schemas import DATABASE_ONLY, Table

from ..database import describe
from ..database.search.macros import MACROS
from ..database.views import VIEWS
from ..releases import DATABASE
from .editions import Edition
from .fault import Fault, guarded

_PATTERN = re.compile(r"[\[*?]")
_ANEW = "Build the release anew."
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "memory_limit": "512MB",
    "temp_directory": "",
}
_OBJECTS = {
    "table": "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal",
    "view": "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal",
    "macro": "SELECT function_name, any_value(comment) FROM duckdb_functions() WHERE NOT internal GROUP BY ALL",
}
_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN", "date": "DATE"}


def database_faults(edition: Edition) -> Iterator[Fault]:
    """What is wrong with the DuckDB file of an edition."""
    path, place = edition.folder / DATABASE, edition.place(DATABASE)
    with duckdb.connect(path, read_only=True, config=_SETTINGS) as connection:
        yield from _object_faults(connection, edition, place)
        for table in edition.tables:
            name = f"{place} {table.name}"
            yield from guarded("database", name, partial(_table_faults, connection, edition, table))
        for view in VIEWS:
            yield from guarded("database", f"{place} {view.name}", partial(_view_faults, connection, view.name))


def _object_faults(connection: duckdb.DuckDBPyConnection, edition: Edition, place: str) -> Iterator[Fault]:
    """Tables and views that are not there, and objects and columns without a comment."""
    found = {kind: dict(connection.execute(query).fetchall()) for kind, query in _OBJECTS.items()}
    promised = {
        "table": (*edition.sound, *(table.name for table in DATABASE_ONLY)),
        "view": tuple(view.name for view in VIEWS),
        "macro": tuple(macro.name for macro in MACROS),
    }
    for kind, names in promised.items():
        for name in names:
            if name not in found[kind]:
                yield Fault("database", f"{place} {name}", f"The {kind} is missing. {_ANEW}")
    for kind, comments in found.items():
        for name, comment in sorted(comments.items()):
            if not comment:
                yield Fault("database", f"{place} {name}", f"The {kind} has no comment. {_ANEW}")
    bare = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = '' ORDER BY ALL"
    for name, column in connection.execute(bare).fetchall():
        yield Fault("database", f"{place} {name}", f"The column {column} has no comment. {_ANEW}")


def _table_faults(connection: duckdb.DuckDBPyConnection, edition: Edition, table: Table) -> Iterator[Fault]:
    place = edition.place(f"{DATABASE} {table.name}")
    described = "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
    columns = connection.execute(described, [table.name]).fetchall()
    if [name for name, *_ in columns] != table.names:
        if columns:
            yield Fault("database", place, f"Its columns are not those of the table. {_ANEW}")
        return
    for (name, kind, nullable, comment), column in zip(columns, table.columns, strict=True):
        if kind != _TYPES[column.type]:
            yield Fault("database", place, f"The column {name} is {kind}, not {_TYPES[column.type]}. {_ANEW}")
        if nullable and not column.optional:
            yield Fault("database", place, f"The column {name} may hold nulls, and must not. {_ANEW}")
        if comment and comment != describe(column):
            yield Fault("database", place, f"The column {name} is not described as in schemas/. {_ANEW}")
    count, digest = _rows(connection, table, f'"{table.name}"')
    filed, expected = _rows(connection, table, f"read_parquet('{_literal(edition.parquet(table.name))}')")
    if count != filed:
        yield Fault("database", place, f"It holds {count} rows, and the Parquet file {filed}. {_ANEW}")
    elif digest != expected:
        yield Fault("database", place, f"Its rows are not those of the Parquet file. {_ANEW}")


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, source: str) -> tuple[int, int]:
    """The number of rows, and a hash that is the same for the same rows in any order."""
    columns = ", ".join(f'"{name}"' for name in table.names)
    rows = connection.execute(f"SELECT count(*), sum(hash({columns})::HUGEINT) FROM {source}").fetchall()
    count, digest = rows[0]
    return count, digest


def _literal(path: Path) -> str:
    """A path within quote marks in which marks of a pattern stand for themselves."""
    return _PATTERN.sub(r"[\g<0>]", str(path)).replace("'", "''")


def _view_faults(connection: duckdb.DuckDBPyConnection, view: str) -> Iterator[Fault]:
    """A view that cannot be asked raises, which the caller tells."""
    connection.execute(f'DESCRIBE SELECT * FROM "{view}"').fetchall()
    yield from ()
