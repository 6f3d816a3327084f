"""A document with its text in segments, and the rows of it that are marked there, each under a sign: C for citat, A for anbefaling,
T for tal, I for initiativ, and a number in the order of the text."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import duckdb

from schemas import AUTHORS, DOCUMENT_THEMES, DOCUMENTS, INITIATIVES, KPIS, QUOTES, RECOMMENDATIONS, SEGMENTS, Table

MARKED = {QUOTES: "C", RECOMMENDATIONS: "A", KPIS: "T", INITIATIVES: "I"}


@dataclass(frozen=True)
class Marked:
    """A row of `table` under its `sign`, as C1."""

    sign: str
    table: Table
    row: dict[str, Any]

    @property
    def id(self) -> str:
        """The row's identifier."""
        return str(self.row[self.table.key[-1]])

    @property
    def span(self) -> tuple[int, int]:
        """First character in the clean text of the document, and the one after the last."""
        return int(self.row["char_start"]), int(self.row["char_end"])


@dataclass(frozen=True)
class Shown:
    """A document: its rows in the tables `documents`, `authors`, `document_themes` and `segments`, and the rows that are marked."""

    document: dict[str, Any]
    authors: list[dict[str, Any]]
    themes: list[dict[str, Any]]
    segments: list[dict[str, Any]]
    marked: list[Marked]


def load(connection: duckdb.DuckDBPyConnection, document_id: str, tables: Collection[Table] = tuple(MARKED)) -> Shown:
    """The document `document_id`, which there is, with the rows of `tables`."""
    (document,) = _rows(connection, DOCUMENTS, document_id)
    marked = []
    for table, letter in MARKED.items():
        if table in tables:
            rows = _rows(connection, table, document_id)
            marked += [Marked(f"{letter}{number}", table, row) for number, row in enumerate(rows, 1)]
    authors, segments = (_rows(connection, table, document_id) for table in (AUTHORS, SEGMENTS))
    themes = sorted(_rows(connection, DOCUMENT_THEMES, document_id), key=lambda theme: int(theme["rank"]))
    return Shown(document, authors, themes, segments, marked)


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, document_id: str) -> list[dict[str, Any]]:
    try:
        connection.table(table.name)
    except duckdb.CatalogException:  # the release is older than the table
        return []
    sql = f"SELECT * FROM {table.name} WHERE document_id = ? ORDER BY {', '.join(table.key)}"
    found = connection.execute(sql, [document_id])
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
