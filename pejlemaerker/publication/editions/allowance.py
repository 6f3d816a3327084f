"""Which excerpts of a document may be published: a joint cap over all tables, each character counted once.

Excerpts are taken in a fixed order as long as they fit, never cut; one that lies within what is taken costs nothing. Whatever
the caps, a larger one never gives fewer characters. What a document may give is said in `policy.rights`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from pejlemaerker.publication.dataset import TEXTS, Tables
from schemas import TABLES

_DOCUMENT = "document_id"
_SPAN = ["char_start", "char_end"]
_DIRECT = pl.col("kind") == "direct"
# The order in which excerpts are taken; within a place the surest first, then the first in the text.
_ORDER = (
    ("quotes", "text", _DIRECT),
    ("recommendations", "text", None),
    ("kpis", "text", None),
    ("quotes", "text", ~_DIRECT),
    ("kpis", "sentence", None),
    ("initiatives", "text", None),
    ("affiliations", "text", None),
    ("mentions", "text", None),
    ("kpis", "subject", None),
    ("recommendations", "addressee", None),
    ("theme_words", "text", None),
)
# Columns of words without places of their own: they stand near the row, or anywhere.
_NEAR = 600  # characters
_ROW = "_row"


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many `characters` of a text, one excerpt being at most `longest`; `title` is the place of the title, always taken."""

    characters: int
    longest: int
    title: tuple[int, int] | None = None


class Counted:
    """The characters of one text that are taken so far."""

    def __init__(self, length: int, cap: Cap) -> None:
        self._taken, self._cap = bytearray(length), cap
        self.used = 0
        if cap.title is not None:
            self._take(*cap.title)

    def take(self, start: int, end: int) -> bool:
        """Whether text[start:end] may be published; if so it is taken."""
        if end - start > self._cap.longest:
            return False
        cost = self._taken.count(0, start, end)
        if cost and self.used + cost > self._cap.characters:
            return False
        if cost:
            self._take(start, end)
        return True

    def _take(self, start: int, end: int) -> None:
        self.used += self._taken.count(0, start, end)
        self._taken[start:end] = b"\1" * (end - start)


def chosen(spans: Iterable[tuple[int, int]], length: int, cap: Cap) -> tuple[list[bool], int]:
    """Which of the `spans` of a text of this `length` may be published, and how many of its characters they are with the title."""
    counted = Counted(length, cap)
    return [counted.take(start, end) for start, end in spans], counted.used


def within_caps(tables: Tables, caps: dict[str, Cap]) -> tuple[Tables, dict[str, int]]:
    """`tables` of some documents, with `clean_texts`, keeping of those in `caps` only the excerpts that fit.

    Also the number of characters published of each. Documents without a cap stay as they are.
    """
    texts = dict(tables[TEXTS].select(_DOCUMENT, "clean_text").iter_rows())
    candidates = _candidates(tables, caps, texts)
    used = {document: chosen((), len(texts[document]), cap)[1] for document, cap in caps.items()}
    keep: list[bool] = []
    grouped = candidates.group_by(_DOCUMENT, maintain_order=True).agg(_SPAN)
    for document, starts, ends in grouped.iter_rows():
        taken, used[document] = chosen(zip(starts, ends, strict=True), len(texts[document]), caps[document])
        keep += taken
    kept = candidates.filter(pl.Series(keep, dtype=pl.Boolean()))
    capped = pl.Series(sorted(caps), dtype=pl.String()).implode()
    return {name: _withheld(name, frame, kept, capped) for name, frame in tables.items()}, used


def _candidates(tables: Tables, caps: dict[str, Cap], texts: dict[str, str]) -> pl.DataFrame:
    """All excerpts of documents with caps in the order in which they are taken: place in the table, document, start and end."""
    found = []
    capped = pl.Series(sorted(caps), dtype=pl.String()).implode()
    for order, (name, column, which) in enumerate(_ORDER):
        rows = tables[name].with_row_index(_ROW).filter(pl.col(_DOCUMENT).is_in(capped) & pl.col(column).is_not_null())
        rows = rows if which is None else rows.filter(which)
        if column != "text":
            rows = _placed(rows, column, texts)
        about = [pl.lit(order).alias("order"), pl.lit(name).alias("table"), pl.lit(column).alias("column")]
        found.append(rows.select(*about, _ROW, _DOCUMENT, "confidence", *_SPAN))
    ordered = [_DOCUMENT, "order", "confidence", *_SPAN]
    return pl.concat(found).sort(ordered, descending=[False, False, True, False, False], maintain_order=True)


def _placed(rows: pl.DataFrame, column: str, texts: dict[str, str]) -> pl.DataFrame:
    """`rows` with the places where the words of `column` stand; those whose words stand nowhere near are left out."""
    places = [
        place_of(texts[document], words, near)
        for document, words, near in rows.select(_DOCUMENT, column, "char_start").iter_rows()
    ]
    starts, ends = ([None if place is None else place[i] for place in places] for i in (0, 1))
    number = pl.Int64()
    placed = rows.with_columns(char_start=pl.Series(starts, dtype=number), char_end=pl.Series(ends, dtype=number))
    return placed.drop_nulls("char_start")


def place_of(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """Where `words` stand in `text`: the first place not long before `near`, else the first of all; None when nowhere."""
    start = text.find(words, max(0, near - _NEAR))
    start = text.find(words) if start < 0 else start
    return None if start < 0 else (start, start + len(words))


def _withheld(name: str, frame: pl.DataFrame, kept: pl.DataFrame, capped: pl.Series) -> pl.DataFrame:
    """`frame` in which the words of capped documents are null unless they are among those `kept`; those that are never taken, always."""
    if name not in TABLES:
        return frame
    marked = {column.name for column in TABLES[name].columns if column.excerpt}
    columns = sorted(marked | {column for table, column, _ in _ORDER if table == name})
    row, free = pl.int_range(pl.len()), ~pl.col(_DOCUMENT).is_in(capped)
    rows = {column: kept.filter(table=name, column=column)[_ROW].cast(pl.Int64).implode() for column in columns}
    return frame.with_columns(pl.when(free | row.is_in(rows[column])).then(column).alias(column) for column in columns)
