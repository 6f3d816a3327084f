"""One query and its answer, row by row, so that an answer of millions of rows takes no more memory than one of ten."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from .mistakes import READS_ONLY, QueryError, explained

_READING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
_AT_ONCE = 2_000


@dataclass(frozen=True)
class Answer:
    """Names and DuckDB types of the columns, no two of one name; and the rows, which can be gone through once.

    Going through them may raise QueryError: DuckDB works as they are asked for.
    """

    columns: list[str]
    types: list[str]
    rows: Iterator[tuple[Any, ...]]


def ask(connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[object] = ()) -> Answer:
    """The answer to the query `sql`, with `values` in place of its question marks; QueryError says in plain words what is wrong.

    Only a single query that reads is run: SELECT, FROM, WITH, VALUES, SHOW, DESCRIBE, SUMMARIZE or EXPLAIN.
    """
    try:
        statements = connection.extract_statements(sql)
        _refuse(statements)
        found = connection.execute(statements[0], list(values) if values else None)
    except duckdb.Error as error:
        raise explained(error, connection) from None
    columns = [(str(name), str(kind)) for name, kind, *_ in found.description or []]
    return Answer(_apart([name for name, _ in columns]), [kind for _, kind in columns], _rows(found))


def _refuse(statements: Sequence[duckdb.Statement]) -> None:
    if not statements:
        raise QueryError("There is no query in that text.")
    if len(statements) > 1:
        raise QueryError(f"Those are {len(statements)} queries. Ask one at a time.")
    if statements[0].type not in _READING:
        raise QueryError(f"{statements[0].type.name} is refused. {READS_ONLY}")


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := found.fetchmany(_AT_ONCE):
            yield from rows
    except duckdb.Error as error:
        raise explained(error, found) from None


def _apart(names: Sequence[str]) -> list[str]:
    """`names` with a number behind each that was there before, as DuckDB does it itself in a table."""
    seen: list[str] = []
    for name in names:
        number, unlike = 0, name
        while unlike in seen:
            number += 1
            unlike = f"{name}_{number}"
        seen.append(unlike)
    return seen
