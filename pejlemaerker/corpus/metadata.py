"""What an article says of itself: when it was published, by whom it was written, who published it."""

import re
from dataclasses import dataclass
from datetime import date

from pejlemaerker.danish.dates import dates
from pejlemaerker.danish.people import people

from .blocks import Block
from .byline import Author, authors
from .claims import Claims
from .web_addresses import canonical

_NEAR_TOP = 12
_SHORT = 14
_DAYS = 7  # a meeting lasts no longer; its first day is that of the slides shown there
_RUNNING = 12
_PUBLISHER = re.compile(
    r"(?i:udgivet af|udgiver|publiceret (?:af|i|på))\s*:?\s+(?P<name>[A-ZÆØÅ][^,.|\n]{2,60})(?:[,.|]|$)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"(?i:(?:kilde|link|url|adresse|læst på|hentet fra)\s*:?\s+)?(?P<address>https?://\S{4,500})$")
# The date of a comment or of a neighbouring article is not that of this one.
_NOT_ITS_OWN = ("comment", "teaser", "advert")
_WRITTEN_BY = re.compile(
    r"\b(?:Notatet|Rapporten|Analysen|Artiklen|Indlægget|Kronikken|Undersøgelsen|Publikationen|Pjecen|Evalueringen) er "
    r"(?:skrevet|udarbejdet|forfattet|lavet) af (?=[A-ZÆØÅ])"
)
_UPDATED = re.compile(r"(?i:opdateret|ændret|redigeret)")


@dataclass(frozen=True, slots=True)
class Published:
    """The date of publication and how much of it the text gives."""

    value: date
    precision: str


_NONE = Claims()


def published(
    blocks: list[Block], kinds: list[str], claims: Claims = _NONE, stated: Claims = _NONE
) -> Published | None:
    """The date of publication; None when nothing says it.

    What a person wrote down (`stated`) counts first, then a line of its own that gives a date, the byline, what the file claims,
    and at last a short line near the top.
    """
    lines = [i for i, kind in enumerate(kinds) if kind == "dateline"] + [
        i for i, kind in enumerate(kinds) if kind == "byline"
    ]
    top = [
        i
        for i in range(min(_NEAR_TOP, len(blocks)))
        if len(blocks[i].text.split()) <= _SHORT and kinds[i] not in _NOT_ITS_OWN
    ]
    head = _head_end(blocks, kinds)
    return (
        _claimed(stated)
        or _said(blocks, kinds, [i for i in lines if i < head])
        or _claimed(claims)
        or _said(blocks, kinds, lines)
        or _said(blocks, kinds, top)
    )


def _head_end(blocks: list[Block], kinds: list[str]) -> int:
    """Where the head of the article ends: at its second stretch of running text."""
    running = [
        i for i, kind in enumerate(kinds) if kind in ("lead", "paragraph") and len(blocks[i].text.split()) >= _RUNNING
    ]
    return running[1] if len(running) > 1 else len(blocks)


def _claimed(claims: Claims) -> Published | None:
    return Published(claims.published, claims.published_precision or "day") if claims.published else None


def _said(blocks: list[Block], kinds: list[str], places: list[int]) -> Published | None:
    """The first date at `places`; that of an update only where there is no other."""
    for updated in (False, True):
        for i in places:
            found = _first(blocks[i].text, whole=kinds[i] == "dateline")
            if found is not None and (updated or not _UPDATED.search(blocks[i].text)):
                return found
    return None


def _first(text: str, *, whole: bool) -> Published | None:
    """The first date of `text`; a quarter, a year or some days in a row (`1.-3. juni`) count only where they are the `whole` of a line."""
    for found in dates(text):
        days = (found.end_value - found.value).days if found.end_value else 0
        if days <= (_DAYS if whole else 0) and (found.precision in ("day", "month") or whole):
            return Published(found.value, found.precision)
    year = _YEAR.search(text) if whole else None
    return Published(date(int(year[0]), 1, 1), "year") if year else None


def article_authors(blocks: list[Block], kinds: list[str]) -> list[Author]:
    """Authors in the order of the bylines, with the roles that the bylines give them."""
    found: dict[str, Author] = {}
    for i, kind in enumerate(kinds):
        if kind == "byline":
            below = blocks[i + 1].text if i + 1 < len(kinds) and kinds[i + 1] == "byline" else ""
            for author in authors(blocks[i].text, below):
                found.setdefault(author.name, author)
    return list(found.values()) or _said_authors(blocks, kinds)


def _said_authors(blocks: list[Block], kinds: list[str]) -> list[Author]:
    """Authors that a sentence of the text names: `Notatet er skrevet af …`."""
    for block, kind in zip(blocks, kinds, strict=True):
        match = _WRITTEN_BY.search(block.text) if kind in ("paragraph", "lead", "caption", "contact") else None
        if match is not None:
            return authors(block.text[match.end() :].split(". ")[0].removesuffix("."))
    return []


def described(author: Author, blocks: list[Block], kinds: list[str]) -> Author:
    """`author`, where no role is known, with what a line below the article says: `Navn Navnesen er direktør i Y Kommune.`"""
    if author.role or author.organisation:
        return author
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


def url(blocks: list[Block], kinds: list[str]) -> str | None:
    """The address of the page, where the text is a copy that gives it on a line of its own above the headline or at the end."""
    title = kinds.index("title") if "title" in kinds else 0
    for i in [*range(title + 1), len(blocks) - 1] if blocks else []:
        match = _ADDRESS.match(blocks[i].text)
        if match and (address := canonical(match["address"])) and address.count("/") > 2:
            return address
    return None
