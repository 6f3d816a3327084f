"""Reading a short text from top to bottom and looking at the rows: the helper that all tests of extraction share."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
import pytest

from pejlemaerker.corpus.article import Article, Row
from pejlemaerker.reading import extract, read_article
from schemas import AFFILIATIONS, AUTHORS, DOCUMENTS, INITIATIVES, KPIS, MENTIONS, QUOTES, RECOMMENDATIONS, SEGMENTS

# An article of the press around the words under test; it quotes nobody and asks for nothing itself.
NEWS = """Nye vagtplaner på Solbakken

4. maj 2023

De ansatte på plejehjemmet Solbakken har fra i dag fået nye vagtplaner, og planerne gælder for hele huset.

{}

Ordningen gælder fra næste år på alle afdelinger, og den er blevet til efter samtaler med de ansatte."""

# A signed opinion piece.
PLEA = """Debat: Lad os få ro i plejen

Af Tove Vestbirk, ældrechef i Struer Kommune

4. maj 2023

Jeg har arbejdet med ældre i tyve år, og jeg er glad for mit arbejde.

{}

Min mor bor selv på et plejehjem, og jeg kommer der ofte med blomster."""


@dataclass(frozen=True)
class Read:
    """A text that has been read: the article and its rows."""

    article: Article
    rows: dict[str, list[Row]]

    @property
    def quotes(self) -> list[Row]:
        return self.rows[QUOTES.name]

    @property
    def recommendations(self) -> list[Row]:
        return self.rows[RECOMMENDATIONS.name]

    @property
    def kpis(self) -> list[Row]:
        return self.rows[KPIS.name]

    @property
    def initiatives(self) -> list[Row]:
        return self.rows[INITIATIVES.name]

    @property
    def mentions(self) -> list[Row]:
        return self.rows[MENTIONS.name]

    @property
    def affiliations(self) -> list[Row]:
        return self.rows[AFFILIATIONS.name]


def read_as(text: str, name: str = "x.txt") -> Read:
    article = read_article(text.encode(), name)
    return Read(article, extract(article))


@pytest.fixture(scope="session")
def read() -> Callable[[str], Read]:
    """Reads a whole document."""
    return read_as


@pytest.fixture(scope="session")
def news() -> Callable[[str], Read]:
    """Reads words as a part of a news article."""
    return lambda body: read_as(NEWS.format(body))


@pytest.fixture(scope="session")
def plea() -> Callable[[str], Read]:
    """Reads words as a part of an opinion piece by Tove Vestbirk."""
    return lambda body: read_as(PLEA.format(body))


@pytest.fixture(scope="session")
def tables() -> Callable[[dict[str, str]], dict[str, pl.DataFrame]]:
    """Reads documents, given by name, into the tables that actors are found in."""

    def read_all(texts: dict[str, str]) -> dict[str, pl.DataFrame]:
        kept = (DOCUMENTS, AUTHORS, SEGMENTS, MENTIONS, AFFILIATIONS, QUOTES, RECOMMENDATIONS, KPIS, INITIATIVES)
        rows: dict[str, list[Row]] = {table.name: [] for table in kept}
        for document, text in texts.items():
            found = read_as(text, document)
            rows[DOCUMENTS.name].append(found.article.document)
            rows[AUTHORS.name] += found.article.authors
            rows[SEGMENTS.name] += (segment.row for segment in found.article.segments)
            for name in rows.keys() & found.rows.keys():
                rows[name] += found.rows[name]
        return {table.name: table.frame(rows[table.name]) for table in kept}

    return read_all
