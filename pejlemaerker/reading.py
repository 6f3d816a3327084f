"""The whole reading of one document, from bytes to rows, without Dagster and without a store.

`read` is for a notebook; the stages of `pejlemaerker.stages` do the same step by step for many documents.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from schemas import (
    AFFILIATIONS,
    DOCUMENT_THEMES,
    INITIATIVES,
    KPIS,
    MENTIONS,
    QUOTES,
    RECOMMENDATIONS,
    SKIPPED,
    THEME_WORDS,
    Table,
)

from .corpus.article import Article, Row
from .corpus.blocks import clean_text
from .corpus.claims import Claims
from .corpus.decoding import UnreadableError
from .corpus.opening import open_document
from .corpus.segmenting import Source, segment
from .corpus.statements import read_sidecar
from .extraction.affiliations import affiliations
from .extraction.initiatives import initiatives
from .extraction.kpis import kpis
from .extraction.mentions import mentions
from .extraction.quotes import quotes
from .extraction.recommendations import recommendations
from .extraction.themes import themes
from .storage.sources import sidecar_names

Rows = dict[str, list[Row]]


class Extractor(NamedTuple):
    """What fills `tables`, under a name that its module has too; it takes the article and the rows of `quotes`, if it `reads_quotes`."""

    name: str
    tables: tuple[Table, ...]
    rows: Callable[[Article, list[Row]], Rows]
    reads_quotes: bool = False


def _filling(table: Table, rows: Callable[[Article, list[Row]], list[Row]], *, reads_quotes: bool = False) -> Extractor:
    """The extractor that is called as the one table that it fills."""
    return Extractor(table.name, (table,), lambda article, quoted: {table.name: rows(article, quoted)}, reads_quotes)


# In the order in which they run.
EXTRACTORS = (
    _filling(MENTIONS, lambda article, _: mentions(article)),
    _filling(AFFILIATIONS, lambda article, _: affiliations(article)),
    _filling(QUOTES, lambda article, _: quotes(article)),
    _filling(RECOMMENDATIONS, recommendations, reads_quotes=True),
    _filling(KPIS, kpis, reads_quotes=True),
    _filling(INITIATIVES, lambda article, _: initiatives(article)),
    Extractor("themes", (THEME_WORDS, DOCUMENT_THEMES), lambda article, _: themes(article)),
)
_EXTRACTED = tuple(table for extractor in EXTRACTORS for table in extractor.tables)


@dataclass(frozen=True)
class Reading:
    """One document read: its row of `documents` (None when it could not be read) and a list of rows for each table."""

    document: Row | None
    clean_text: str
    authors: list[Row]
    segments: list[Row]
    mentions: list[Row]
    affiliations: list[Row]
    quotes: list[Row]
    recommendations: list[Row]
    kpis: list[Row]
    initiatives: list[Row]
    theme_words: list[Row]
    document_themes: list[Row]
    skipped: list[Row]


def read(source: Path | str | bytes, name: str | None = None) -> Reading:
    """Read one document in any format: a `Path`, the bytes of a file, or a `str` of text.

    A `str` without a line break that names an existing file is read as a path; a file `NAME.meta.toml` beside it counts. `name` is
    the `source_path` of the rows. What cannot be read gives a Reading with a row in `skipped`, as a run does, but without
    a run's limits of time and memory. Ids that need other documents (people, organisations) are null.
    """
    content, path, sidecar = _content(source)
    name = name or path or "text"
    try:
        article = read_article(content, name, sidecar)
    except UnreadableError as error:
        row = SKIPPED.row(source_path=name, code=error.code, reason=error.reason)
        return Reading(None, "", [], [], **{table.name: [] for table in _EXTRACTED}, skipped=[row])
    segments = [item.row for item in article.segments]
    return Reading(article.document, article.clean_text, article.authors, segments, **extract(article), skipped=[])


def read_article(content: bytes, name: str, sidecar: bytes | None = None) -> Article:
    """The article in `content`, `sidecar` being the file with metadata beside it; UnreadableError when there is none."""
    beside = read_sidecar(sidecar) if sidecar else Claims()
    opened = open_document(content)
    source = Source(name, hashlib.sha256(content).hexdigest(), opened.format)
    text = clean_text(opened.blocks)
    return segment(source, text, opened.blocks, opened.claims, beside.over(opened.stated))


def extract(article: Article) -> Rows:
    """Rows of each extracted table, by table name."""
    rows: Rows = {}
    for extractor in EXTRACTORS:
        rows |= extractor.rows(article, rows.get(QUOTES.name, []))
    return rows


def _content(source: Path | str | bytes) -> tuple[bytes, str | None, bytes | None]:
    if isinstance(source, bytes):
        return source, None, None
    if isinstance(source, str) and ("\n" in source or len(source) > 4000 or not os.path.isfile(source)):  # noqa: PTH113 - Path.is_file raises on a text too long for a name
        return source.encode("utf-8", errors="replace"), None, None
    path = Path(source)
    places = (path.with_name(name) for name in sidecar_names(path.name))
    beside = next((place for place in places if place.is_file()), None)
    return path.read_bytes(), path.name, beside.read_bytes() if beside else None
