"""Whose figure it is and what time it is for."""

import re

from pejlemaerker.corpus.article import Article, Sentence
from pejlemaerker.extraction.cast import Cast, OrganisationMention

_YEAR = re.compile(
    r"\b(?:i|fra|for|siden|inden|senest|ultimo|primo|frem mod|ved udgangen af|måling(?:en)?)\s+(?P<year>(?:19|20)\d\d)\b"
    r"|\((?P<alone>(?:19|20)\d\d)\)"
)
_OTHER_CLAUSE = re.compile(r";|,\s(?:og|men|mens)\s")
_REPORTS = re.compile(r"(?i:\b(?:ifølge|fra|viser|oplyser|siger|mener|skriver|vurderer|regner)\s+(?:\w+\s+){0,2})$")
_PLACED = ("municipality", "region")
# Parties and media name figures of others; their own are not the public sector's.
_SPECTATORS = ("party", "media")
_MAX_DISTANCE = 90


def period(sentence: str, start: int, end: int, others: list[tuple[int, int]]) -> str | None:
    """The year that a figure at sentence[start:end] is for: the nearest one behind it, else one that opens the sentence.

    `others` are the places of the sentence's other figures: a year behind one of them is that one's.
    """
    for match in _YEAR.finditer(sentence, end):
        between = [other for other in others if end <= other[0] < match.start()]
        if match.start() - end > _MAX_DISTANCE or between or _OTHER_CLAUSE.search(sentence, end, match.start()):
            break
        return match["year"] or match["alone"]
    opening = _YEAR.match(sentence) or _YEAR.match(sentence[0:1].lower() + sentence[1:])
    return (opening["year"] or opening["alone"]) if opening and opening.end() <= start else None


def owner(sentence: Sentence, start: int, cast: Cast) -> OrganisationMention | None:
    """The organisation that a figure at sentence[start:] describes: the one named in its clause, or else in the sentence; else the
    municipality or region told of before.

    An organisation that merely reports the figure is not its owner.
    """
    named = [
        item
        for item in cast.organisations_between(sentence.start, sentence.end)
        if item.kind not in _SPECTATORS and not _reports(sentence, item)
    ]
    if named:
        begin, end = _clause(sentence.text, start)
        own = [item for item in named if begin <= item.start - sentence.start < end]
        if len({item.name for item in own}) == 1:
            return own[0]
        return (
            named[0] if len({item.name for item in named}) == 1 else next((i for i in named if i.kind in _PLACED), None)
        )
    earlier = [
        item for item in cast.organisations_between(sentence.segment.start, sentence.start) if item.kind in _PLACED
    ]
    return earlier[-1] if earlier and len({item.name for item in earlier}) == 1 else None


def _clause(text: str, position: int) -> tuple[int, int]:
    """Where the clause around `position` begins and ends."""
    begin = 0
    for match in _OTHER_CLAUSE.finditer(text, 0, position):
        begin = match.end()
    end = _OTHER_CLAUSE.search(text, position)
    return begin, end.start() if end else len(text)


def setting(article: Article, cast: Cast) -> str | None:
    """The one municipality or region that a whole article is about: its author's, or the only one that title and lead name."""
    if "setting" not in article.cache:
        article.cache["setting"] = _setting(article, cast)
    place: str | None = article.cache["setting"]
    return place


def _setting(article: Article, cast: Cast) -> str | None:
    signed = {author["organisation"] for author in article.authors if author["organisation"]}
    placed = [item.name for item in cast.organisations if item.kind in _PLACED]
    own = {name for name in signed if name.endswith("Kommune") or name.startswith("Region ")}
    if len(own) == 1:
        return own.pop() if set(placed) <= own or not placed else None
    top = [(item.start, item.start + len(item.text)) for item in article.content if item.kind in ("title", "lead")]
    named = {
        item.name for item in cast.organisations if item.kind in _PLACED and any(a <= item.start < b for a, b in top)
    }
    return named.pop() if len(named) == 1 and len(set(placed)) == 1 else None


def _reports(sentence: Sentence, item: OrganisationMention) -> bool:
    return _REPORTS.search(sentence.text[: item.start - sentence.start]) is not None
