"""Views in which the file describes itself: what each column holds, and what can be asked of it."""

from collections.abc import Iterable

from pejlemaerker.publication.database.describing import quoted
from pejlemaerker.publication.database.examples import EXAMPLES
from schemas import DATABASE_ONLY, PUBLISHED, Column, Table

from ._view import View

_Cell = str | int | bool | None


def _values(rows: Iterable[tuple[_Cell, ...]], columns: Iterable[str]) -> str:
    """A query that gives `rows` as they stand here."""
    lines = ",\n".join(f"({', '.join(map(_literal, row))})" for row in rows)
    return f"SELECT * FROM (VALUES {lines}) AS rows ({', '.join(columns)})"


def _literal(cell: _Cell) -> str:
    if cell is None:
        return "NULL"
    return quoted(cell) if isinstance(cell, str) else str(cell)


def _row(table: Table, ordinal: int, column: Column) -> tuple[_Cell, ...]:
    return (
        table.name,
        column.name,
        ordinal,
        column.type,
        column.name in table.key,
        column.optional,
        column.unit,
        ", ".join(column.enum) or None,
        column.references,
        column.excerpt,
        column.description,
    )


_DICTIONARY = {
    "table_name": "The table.",
    "column_name": "The column.",
    "ordinal": "Its place in the table, from 1.",
    "type": "text, integer, number, flag or date.",
    "is_key": "Whether it is one of the columns that tell a row of the table from all others.",
    "optional": "Whether it may be null.",
    "unit": "What a number counts.",
    "allowed_values": "The values it may take, joined by ', '; null where any value is allowed.",
    "references_column": "The column of another table (table.column) in which each of its values stands.",
    "is_excerpt": "Whether it holds whole phrases of documents, which may be null in the edition for publication.",
    "description": "What it holds.",
}
_COLUMNS = [
    _row(table, ordinal, column)
    for table in (*PUBLISHED, *DATABASE_ONLY)
    for ordinal, column in enumerate(table.columns, 1)
]

VIEWS = (
    View(
        "data_dictionary",
        "Each column of each table: type, unit, values, keys.",
        _values(_COLUMNS, _DICTIONARY),
        _DICTIONARY,
    ),
    View(
        "example_queries",
        "Questions to begin with; each can be run as it stands where the file is open or in use.",
        _values(
            ((example.name, example.good_for, example.god_til, example.sql) for example in EXAMPLES),
            ("name", "good_for", "god_til", "sql"),
        ),
        {
            "name": "The query's name.",
            "good_for": "What it is good for.",
            "god_til": "What it is good for, in Danish.",
            "sql": "The query.",
        },
    ),
)
