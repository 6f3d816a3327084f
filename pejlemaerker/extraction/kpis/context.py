"""Whose figure it is and what time it is for."""

import re
from collections import Counter

from pejlemaerker.corpus.article import Article, Sentence
from pejlemaerker.danish.reporting import SAYING
from pejlemaerker.extraction.cast import Cast, OrganisationMention

_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAY = rf"(?:(?:\d{{1,2}}\.\s)?(?:{_MONTH})\s|(?:foråret|efteråret|sommeren|vinteren|år|året|(?:første|andet|tredje|fjerde)\skvartal)\s)"
_YEAR = re.compile(
    rf"(?i:\b(?:i|fra|for|siden|inden|senest|ultimo|primo|pr\.|per|frem mod|ved udgangen af|udgangen af|måling(?:en)?)\s+)(?:{_DAY})?"
    r"(?P<year>(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d(?!\d))?)\b(?!/)"
    r"|(?i:\b(?:skole|studie|budget)året\s+)(?P<split>(?:19|20)\d\d/\d{2,4})"
    r"|\b(?P<ago>(?i:sidste år|i fjor|i år))\b(?!\s(?:siden|igen))"
    r"|\((?P<alone>(?:19|20)\d\d)[):]"
)
# Behind the figure before: the year is that one's (`190 ledere i 2020 og 210`).
_TAKEN = re.compile(r"^(?:(?!\b(?:og|mens|men|mod|samt)\b)[^,;])*$")
_YEARS_AGO = {"sidste år": 1, "i fjor": 1, "i år": 0}
_NEXT = re.compile(r"(?:\b(?:og|mens|men|mod|samt)|,)\s*$")
_OTHER_CLAUSE = re.compile(r";|,\s(?:og|men|mens)\s")
_REPORTS = re.compile(r"(?i:\b(?:ifølge|fra|viser|oplyser|siger|mener|skriver|vurderer|regner)\s+(?:\w+\s+){0,2})$")
_TELLS = re.compile(rf"\s(?:{SAYING}|kritiserer|vurderer|anslår|regner|har\s(?:opgjort|beregnet|regnet))\b")
# `5,1 pct. i X Kommune og 4,2 pct. i Y Kommune`: what stands right behind a figure is that figure's.
_AT = re.compile(r"[^,;.:]{0,40}?\b(?:i|hos|på|for|ved)\s$")
_PLACED = ("municipality", "region")
# Parties and media name figures of others; their own are not the public sector's.
_SPECTATORS = ("party", "media")
# An agency, a ministry or an association mostly reports the figures of others.
_TOLD_OF = ("municipality", "region", "institution")
_OPENING = 5  # segments
_OFTEN = 2
_MAX_DISTANCE = 90


def period(
    sentence: str, start: int, end: int, others: list[tuple[int, int]], published: int | None = None
) -> str | None:
    """The year that a figure at sentence[start:end] is for: one right behind it, else one before it in its clause, else one that opens
    the sentence; `sidste år` is told by the year of publication.

    `others` are the places of the sentence's other figures: a year beside one of them is that one's.
    """
    found = _year_behind(sentence, end, others) or _year_before(sentence, start, others)
    if found is None:
        opening = _YEAR.match(sentence)
        found = opening if opening is not None and opening.end() <= start else None
    return _said(found, published) if found is not None else None


def _said(match: re.Match[str], published: int | None) -> str | None:
    if match["ago"]:
        return str(published - _YEARS_AGO[match["ago"].lower()]) if published is not None else None
    return str(match["year"] or match["alone"] or match["split"]).replace(" ", "").replace("–", "-")


def _year_behind(sentence: str, end: int, others: list[tuple[int, int]]) -> re.Match[str] | None:
    match = _YEAR.search(sentence, end)
    if (
        match is None
        or match[0].endswith(":")
        or match.start() - end > _MAX_DISTANCE
        or _OTHER_CLAUSE.search(sentence, end, match.start())
    ):
        return None
    if any(end <= other < match.start() for other, _ in others):
        return None
    # `4,8 pct. og i 2023 6,1 pct.`: the year stands before the next figure, which it is for
    following = min((other for other, _ in others if other >= match.end()), default=None)
    nexts = _NEXT.search(sentence, end, match.start()) is not None
    return None if following is not None and nexts else match


def _year_before(sentence: str, start: int, others: list[tuple[int, int]]) -> re.Match[str] | None:
    """The last year between the figure before, or the start of the clause, and the figure."""
    figure = max([stop for _, stop in others if stop <= start], default=0)
    floor = figure
    for mark in _OTHER_CLAUSE.finditer(sentence, figure, start):
        floor = mark.end()
    found = None
    for match in _YEAR.finditer(sentence, floor, start):
        found = match
    if found is None or floor > figure or figure == 0 or found["alone"]:
        return found
    return None if _TAKEN.search(sentence[floor : found.start()]) else found


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
    behind = next((item for item in named if item.start >= sentence.start + start), None)
    if behind is not None and _AT.fullmatch(sentence.text, start, behind.start - sentence.start):
        return behind
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
    if len(named) == 1 and len(set(placed)) == 1:
        return named.pop()
    return _told_of(article, cast)


def _told_of(article: Article, cast: Cast) -> str | None:
    """The one organisation that an article is about: named in its opening, again later, and more often than all others together."""
    named = Counter(item.name for item in cast.organisations)
    opening = {segment.id for segment in article.content[:_OPENING]}
    early = {
        item.name
        for item in cast.organisations
        if item.kind in _TOLD_OF and article.segments[article.place_of(item.start)].id in opening
    }
    if not early:
        return None
    first = min(early, key=lambda name: (-named[name], name))
    return first if named[first] >= _OFTEN and named[first] * 2 > named.total() else None


def _reports(sentence: Sentence, item: OrganisationMention) -> bool:
    """Whether an organisation, or somebody of it, tells the figure: `ifølge KL`, `KL vurderer, at`."""
    behind = _TELLS.match(sentence.text, item.end - sentence.start)
    return behind is not None or _REPORTS.search(sentence.text[: item.start - sentence.start]) is not None
