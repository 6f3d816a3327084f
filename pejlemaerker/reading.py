"""The whole reading of one document, from bytes to rows, without Dagster and without a store.

`read` is for a notebook; the stages of `pejlemaerker.stages` do the same step by step for many documents.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from schemas import INITIATIVES, KPIS, MENTIONS, QUOTES, RECOMMENDATIONS, SKIPPED, Table

from .corpus.article import Article, Row
from .corpus.blocks import Block, clean_text, read_blocks
from .corpus.decoding import UnreadableError, decode
from .corpus.segmenting import Source, segment
from .extraction.initiatives import initiatives
from .extraction.kpis import kpis
from .extraction.mentions import mentions
from .extraction.quotes import quotes
from .extraction.recommendations import recommendations

# Each extractor with the table it fills; those that come later may look at the rows of those before.
EXTRACTORS: tuple[tuple[Table, Callable[[Article, list[Row]], list[Row]]], ...] = (
    (MENTIONS, lambda article, _: mentions(article)),
    (QUOTES, lambda article, _: quotes(article)),
    (RECOMMENDATIONS, recommendations),
    (KPIS, kpis),
    (INITIATIVES, lambda article, _: initiatives(article)),
)


@dataclass(frozen=True)
class Reading:
    """One document read: its row of `documents` (None when it could not be read) and a list of rows for each table."""

    document: Row | None
    clean_text: str
    authors: list[Row]
    segments: list[Row]
    mentions: list[Row]
    quotes: list[Row]
    recommendations: list[Row]
    kpis: list[Row]
    initiatives: list[Row]
    skipped: list[Row]


def read(source: Path | str | bytes, name: str | None = None) -> Reading:
    """Read one document: a `Path`, the bytes of a file, or a `str` of text.

    A `str` without a line break that names an existing file is read as a path. `name` is the `source_path` of the rows. What
    cannot be read gives a Reading with a row in `skipped`, as a run does. Ids that need other documents (people,
    organisations) are null.
    """
    content, path = _content(source)
    name = name or path or "text"
    try:
        text, _ = decode(content)
        blocks = text_blocks(text)
    except UnreadableError as error:
        row = SKIPPED.row(source_path=name, code=error.code, reason=error.reason)
        return Reading(None, "", [], [], [], [], [], [], [], [row])
    article = segment(Source(name, hashlib.sha256(content).hexdigest()), clean_text(blocks), blocks)
    rows = extract(article)
    return Reading(
        article.document,
        article.clean_text,
        article.authors,
        [item.row for item in article.segments],
        rows[MENTIONS.name],
        rows[QUOTES.name],
        rows[RECOMMENDATIONS.name],
        rows[KPIS.name],
        rows[INITIATIVES.name],
        [],
    )


def text_blocks(text: str) -> list[Block]:
    """Blocks of `text`; UnreadableError when it holds none."""
    blocks = read_blocks(text)
    if not blocks:
        raise UnreadableError("empty", "The file holds nothing but marks of layout.")
    return blocks


def read_text(text: str, source: Source) -> Article:
    """The article in `text`; UnreadableError when it holds none."""
    blocks = text_blocks(text)
    return segment(source, clean_text(blocks), blocks)


def extract(article: Article) -> dict[str, list[Row]]:
    """Rows of each extracted table, by table name."""
    rows: dict[str, list[Row]] = {}
    for table, extractor in EXTRACTORS:
        rows[table.name] = extractor(article, rows.get(QUOTES.name, []))
    return rows


def _content(source: Path | str | bytes) -> tuple[bytes, str | None]:
    if isinstance(source, bytes):
        return source, None
    if isinstance(source, str) and ("\n" in source or len(source) > 4000 or not os.path.isfile(source)):  # noqa: PTH113 - Path.is_file raises on a text too long for a name
        return source.encode("utf-8", errors="replace"), None
    path = Path(source)
    return path.read_bytes(), path.name
