"""What an article says of itself: when it was published, by whom it was written, who published it."""

import re
from dataclasses import dataclass
from datetime import date

from pejlemaerker.danish.dates import dates
from pejlemaerker.danish.people import people

from .blocks import Block
from .byline import Author, authors

_NEAR_TOP = 12
_SHORT = 14
_PUBLISHER = re.compile(
    r"(?i:udgivet af|udgiver|publiceret (?:af|i|på))\s*:?\s+(?P<name>[A-ZÆØÅ][^,.|\n]{2,60})(?:[,.|]|$)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UPDATED = re.compile(r"(?i:opdateret|ændret|redigeret)")


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication and how much of it the text gives."""

    value: date
    precision: str


def published(blocks: list[Block], kinds: list[str]) -> Published | None:
    """The date of publication; None when the text does not say.

    A line of its own that gives a date counts first, then the byline, then a short line near the top.
    """
    places = [i for i, kind in enumerate(kinds) if kind == "dateline"]
    places += [i for i, kind in enumerate(kinds) if kind == "byline"]
    places += [
        i for i in range(min(_NEAR_TOP, len(blocks))) if len(blocks[i].text.split()) <= _SHORT and kinds[i] != "comment"
    ]
    for updated in (False, True):
        for i in places:
            found = _first(blocks[i].text, whole=kinds[i] == "dateline")
            if found is not None and (updated or not _UPDATED.search(blocks[i].text)):
                return found
    return None


def _first(text: str, *, whole: bool) -> Published | None:
    """The first date of `text`; a quarter or a year counts only where it is the `whole` of a line."""
    for found in dates(text):
        if found.end_value is None and (found.precision in ("day", "month") or whole):
            return Published(found.value, found.precision)
    year = _YEAR.search(text) if whole else None
    return Published(date(int(year[0]), 1, 1), "year") if year else None


def article_authors(blocks: list[Block], kinds: list[str]) -> list[Author]:
    """Authors in the order of the bylines, with the roles that the byline, or else the text itself, gives them."""
    found: dict[str, Author] = {}
    for i, kind in enumerate(kinds):
        if kind == "byline":
            below = blocks[i + 1].text if i + 1 < len(kinds) and kinds[i + 1] == "byline" else ""
            for author in authors(blocks[i].text, below):
                found.setdefault(author.name, author)
    return [author if author.role else _described(author, blocks, kinds) for author in found.values()]


def _described(author: Author, blocks: list[Block], kinds: list[str]) -> Author:
    """`author` with what a line below the article says: `Navn Navnesen er direktør i Y Kommune.`"""
    for block, kind in zip(reversed(blocks), reversed(kinds), strict=True):
        if kind == "paragraph" and author.name in block.text:
            for person in people(block.text):
                if person.name == author.name and person.affiliations:
                    first = person.affiliations[0]
                    return Author(author.name, first.role, first.organisation)
    return author


def publisher(blocks: list[Block], kinds: list[str]) -> str | None:
    """Who published the article, where a line of its own says so."""
    for block, kind in zip(blocks, kinds, strict=True):
        if kind in ("navigation", "dateline", "byline") and (match := _PUBLISHER.match(block.text)):
            return match["name"].strip()
    return None
