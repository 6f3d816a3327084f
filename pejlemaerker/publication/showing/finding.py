"""Finding the document that a person means: by its id, by the id of one of its rows, by its file, or by a part of its title or path."""

import re
from dataclasses import dataclass

import duckdb

from schemas import SEGMENTS

from .document import MARKED

_MOST = 20
_NEAR = 3
_LIKE = "contains(lower(source_path), lower($words)) OR contains(lower(title), lower($words))"
_FOUND = f"SELECT document_id, title, source_path FROM documents WHERE {_LIKE} ORDER BY published DESC, document_id LIMIT {_MOST + 1}"
_NEAREST = (
    "SELECT title FROM documents WHERE title IS NOT NULL ORDER BY jaro_winkler_similarity(lower(title), lower($words)) DESC, "
    f"document_id LIMIT {_NEAR}"
)
_ROW_TABLES = {table.name: table.key[-1] for table in MARKED} | {SEGMENTS.name: "segment_id"}


@dataclass(frozen=True)
class Found:
    """A document, and the row or segment of it that was asked for."""

    document_id: str
    row_id: str | None = None


class NoDocumentError(LookupError):
    """There is no such document; the message says what is like it."""


class ManyError(LookupError):
    """Several documents may be meant; the message lists them."""


def find(connection: duckdb.DuckDBPyConnection, words: str) -> Found:
    """The document that is meant by `words`; NoDocumentError or ManyError where it is none or not one."""
    exact = "SELECT document_id FROM documents WHERE document_id = $words OR source_path = $words ORDER BY 1"
    if row := connection.execute(exact, {"words": words}).fetchone():
        return Found(row[0])
    if found := _by_row(connection, words):
        return found
    rows = connection.execute(_FOUND, {"words": words}).fetchall() if words.strip() else []
    if len(rows) == 1:
        return Found(rows[0][0])
    if not rows:
        raise NoDocumentError(_nothing(connection, words))
    lines = [f"  {document}  {title or 'without a title'}  ({path})" for document, title, path in rows[:_MOST]]
    more = ["  and more."] if len(rows) > _MOST else []
    raise ManyError("\n".join([f"More than one document is like {words!r}. Name one by its id:", *lines, *more]))


def _by_row(connection: duckdb.DuckDBPyConnection, words: str) -> Found | None:
    for name, column in _ROW_TABLES.items():
        table = next(table for table in (*MARKED, SEGMENTS) if table.name == name)
        if re.fullmatch(str(table.column(column).pattern), words):
            row = connection.execute(f"SELECT document_id FROM {name} WHERE {column} = ?", [words]).fetchone()
            return Found(row[0], words) if row else None
    return None


def _nothing(connection: duckdb.DuckDBPyConnection, words: str) -> str:
    near = [str(title) for (title,) in connection.execute(_NEAREST, {"words": words}).fetchall()]
    like = f" The titles most like it: {'; '.join(near)}." if near else ""
    return f"No document has the id, file or title {words!r}, nor a row of that id.{like}"
