"""Rows that belong to many pages, brought to each in turn: several queries sorted by the same key, walked through side by side.

So a page needs what belongs to it alone, however many pages there are.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import duckdb

_AT_ONCE = 2_000


class Stream:
    """The rows of a query whose first column is the key, which must be sorted by it. Ask for keys in rising order."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, sql: str) -> None:
        # A cursor of its own: another query on the same connection would end this one.
        found = connection.cursor().execute(sql)
        names = [column[0] for column in found.description][1:]
        self._groups = groupby(_rows(found), key=lambda row: row[0])
        self._names = names
        self._key: str | None = None
        self._group: Iterator[tuple[Any, ...]] = iter(())
        self._next()

    def of(self, key: str) -> list[dict[str, Any]]:
        """The rows of `key`, without it; empty where there are none."""
        while self._key is not None and self._key < key:
            self._next()
        if self._key != key:
            return []
        return [dict(zip(self._names, row[1:], strict=True)) for row in self._group]

    def _next(self) -> None:
        self._key, self._group = next(self._groups, (None, iter(())))


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    """All rows of a query that gives no more than fit in memory."""
    found = connection.cursor().execute(sql)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def each(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[dict[str, Any]]:
    """The rows of a query, one after another, however many there are."""
    found = connection.cursor().execute(sql)
    names = [column[0] for column in found.description]
    for row in _rows(found):
        yield dict(zip(names, row, strict=True))


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(_AT_ONCE):
        yield from rows
