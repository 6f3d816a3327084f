"""A document with all its rows, from the Parquet files of an edition, some thousand documents at a time and in order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pejlemaerker.publication.dataset import DOCUMENT, Dataset
from schemas import INITIATIVES, KPIS, QUOTES, RECOMMENDATIONS

Row = Mapping[str, Any]
# The tables whose rows are marked in the text, with the name of one row.
MARKED = {QUOTES: "quote", RECOMMENDATIONS: "recommendation", KPIS: "kpi", INITIATIVES: "initiative"}
ROW_ID = {kind: f"{kind}_id" for kind in MARKED.values()}
_READ = ("documents", "authors", "segments", "document_themes", *(table.name for table in MARKED))


@dataclass(frozen=True, slots=True)
class Found:
    """One row that is marked: `kind` is a value of `MARKED`, the place is in characters of the clean text."""

    row_id: str
    kind: str
    start: int
    end: int
    row: Row


@dataclass(frozen=True, slots=True)
class Document:
    """A row of `documents` with what belongs to it; `found` in the order of the text."""

    row: Row
    authors: list[Row]
    segments: list[Row]
    themes: list[Row]
    found: list[Found]

    @property
    def document_id(self) -> str:
        """Its identifier."""
        return str(self.row[DOCUMENT])

    @property
    def whole(self) -> bool:
        """Whether all of its text may stand here."""
        return all(segment["text"] is not None for segment in self.segments if segment["is_content"])


def documents(dataset: Dataset) -> Iterator[Document]:
    """All documents, in the order of their identifiers."""
    for documents_of_part in dataset.ranges():
        part = dataset.part(documents_of_part, *_READ)
        rows = {name: _by_document(frame.iter_rows(named=True)) for name, frame in part.items() if name != "documents"}
        for row in part["documents"].iter_rows(named=True):
            belonging = {name: found.get(row[DOCUMENT], []) for name, found in rows.items()}
            themes = sorted(belonging["document_themes"], key=lambda theme: (theme["rank"], theme["theme"]))
            segments = sorted(belonging["segments"], key=lambda segment: segment["ordinal"])
            yield Document(row, belonging["authors"], segments, themes, _found(belonging))


def _by_document(rows: Iterator[dict[str, Any]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[DOCUMENT]].append(row)
    return found


def _found(belonging: Mapping[str, list[Row]]) -> list[Found]:
    every = [
        Found(row[ROW_ID[kind]], kind, row["char_start"], row["char_end"], row)
        for table, kind in MARKED.items()
        for row in belonging[table.name]
    ]
    return sorted(every, key=lambda found: (found.start, -found.end, found.row_id))
