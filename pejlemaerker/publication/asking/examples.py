"""The example queries of a release: those that stand in its file, which may be another version's than this program's."""

from dataclasses import dataclass
from difflib import get_close_matches

import duckdb

from .mistakes import QueryError


@dataclass(frozen=True)
class NamedQuery:
    """A query by its name, with what it is good for."""

    name: str
    good_for: str
    sql: str


def examples(connection: duckdb.DuckDBPyConnection) -> list[NamedQuery]:
    """The example queries of the release, by name."""
    rows = connection.execute("SELECT name, good_for, sql FROM example_queries ORDER BY name").fetchall()
    return [NamedQuery(*row) for row in rows]


def example(connection: duckdb.DuckDBPyConnection, name: str) -> NamedQuery:
    """The example called `name`; QueryError names those that are like it."""
    known = {query.name: query for query in examples(connection)}
    if name in known:
        return known[name]
    alike = get_close_matches(name.lower(), known)
    hint = f"Did you mean {' or '.join(alike)}? " if alike else ""
    raise QueryError(f"There is no example {name}. {hint}`pejl query --examples` lists them.")
