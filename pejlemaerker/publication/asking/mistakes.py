"""What is wrong with a query, in words: what DuckDB says of it, the place, and for a name that is not there the names that are like it."""

import re
from difflib import get_close_matches

import duckdb

_MOST = 3
_ALIKE = 0.6
_KIND = re.compile(r"^[A-Za-z ]+ Error: ")
_PLACE = re.compile(r"\n\n(LINE \d+: .*)", re.DOTALL)
_HINT = re.compile(r"\n+(?:Did you mean|Candidate (?:bindings|tables)|Candidate functions).*", re.DOTALL)
_TABLE = re.compile(
    r'Table with name "?(?P<name>.+?)"? does not exist|Referenced table "(?P<referenced>.+?)" not found'
)
_COLUMN = re.compile(r'Referenced column "(?P<name>.+?)" not found|does not have a column named "(?P<of_table>.+?)"')
_TABLES = (
    "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1"
)
_COLUMNS = "SELECT DISTINCT column_name FROM duckdb_columns() WHERE NOT internal ORDER BY 1"
_WRITES = "attached in read-only mode"
READS_ONLY = (
    "A release is only read. Ask with SELECT, FROM, WITH, SHOW TABLES, DESCRIBE or SUMMARIZE; to make tables of your own, open the file "
    "in DuckDB (docs/analysts.md)."
)
_CLOSED = (
    "A query reads this release and nothing else, no other file and no network; DuckDB itself can (docs/analysts.md)."
)


class QueryError(ValueError):
    """A query that cannot be answered; the message says why, where, and what to do."""


def explained(error: duckdb.Error, connection: duckdb.DuckDBPyConnection) -> QueryError:
    """What DuckDB said, as a message for the person who wrote the query."""
    said = str(error)
    place = _PLACE.search(said)
    words = _KIND.sub("", _PLACE.sub("", said)).strip()
    if _WRITES in words:
        return QueryError(READS_ONLY)
    near = _near(words, connection)
    lines = [(_HINT.sub("", words) if near else words).replace("\n", " ")]
    if place:
        lines.append(place[1].rstrip())
    if isinstance(error, duckdb.PermissionException):
        near = _CLOSED
    return QueryError("\n".join([*lines, near] if near else lines))


def _near(words: str, connection: duckdb.DuckDBPyConnection) -> str:
    """The names that are like the one that is not there."""
    for pattern, sql, where in (
        (_TABLE, _TABLES, 'The tables and views: pejl query "SHOW TABLES".'),
        (_COLUMN, _COLUMNS, 'The columns of a table: pejl query "DESCRIBE quotes".'),
    ):
        if found := pattern.search(words):
            name = next(group for group in found.groups() if group)
            if "/" in name or "." in name:
                return _CLOSED
            known = [str(row[0]) for row in connection.cursor().execute(sql).fetchall()]
            alike = get_close_matches(name.lower(), known, _MOST, _ALIKE)
            return f"Did you mean {' or '.join(alike)}? {where}" if alike else where
    return ""
