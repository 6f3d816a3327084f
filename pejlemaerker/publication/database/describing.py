"""What the DuckDB file says of itself: a comment on each table, view, column and macro, made from the descriptions in `schemas`."""

from collections.abc import Iterable

import duckdb

from schemas import Column


def describe(column: Column) -> str:
    """The description of a column with its unit and the values it may take."""
    parts = [column.description]
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.enum:
        parts.append(f"One of: {', '.join(column.enum)}.")
    return " ".join(parts)


def comment(
    connection: duckdb.DuckDBPyConnection, kind: str, name: str, text: str, columns: Iterable[tuple[str, str]] = ()
) -> None:
    """Put `text` on an object of a kind (TABLE, VIEW, MACRO TABLE), and on its columns what stands with their names."""
    connection.execute(f"COMMENT ON {kind} {name} IS {quoted(text)}")
    for column, said in columns:
        connection.execute(f"COMMENT ON COLUMN {name}.{column} IS {quoted(said)}")


def quoted(text: str) -> str:
    """`text` as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"
