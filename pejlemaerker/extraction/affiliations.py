"""What an article says of people: roles, organisations and parties. `affiliations(article)` gives rows of that table.

A row stands on the words that say so. Where they lie far apart (the role beside the name, the organisation in a sentence
before) it stands on the name and what is beside it. Bylines are not content and have no row here: what they say stands in
`authors`.
"""

from bisect import bisect_right

from pejlemaerker.corpus.article import Article, Row, Segment
from pejlemaerker.corpus.identifiers import RowIdentifiers
from schemas import AFFILIATIONS

from .cast import Cast, Told, cast_of

_FARTHEST = 400  # characters between the first and the last word of what is said
_SURE = {
    "told.short": 0.85,
    "told.owner": 0.8,
    "told.pronoun": 0.75,
    "told.peer": 0.75,
    "told.office": 0.75,
    "told.scene": 0.7,
    "told.only": 0.7,
}


def affiliations(article: Article) -> list[Row]:
    """Rows of the table `affiliations` for `article`, in reading order; the ids of actors still null."""
    cast = cast_of(article)
    segments = article.content
    starts = [segment.start for segment in segments]
    placed = []
    for told in cast.told:
        place = _place(told, cast, segments, starts)
        if place is not None:
            placed.append((*place, told))
    identifiers = RowIdentifiers(article.id, "a")
    ordered = sorted(placed, key=lambda item: (item[1], item[2], *_said(item[3])))
    return [_row(article, segment, start, end, told, identifiers) for segment, start, end, told in ordered]


def _place(told: Told, cast: Cast, segments: list[Segment], starts: list[int]) -> tuple[Segment, int, int] | None:
    """Where the row for `told` stands: in one segment, without white space at its ends."""
    start, end = told.start, told.end
    if not _in_one(starts, segments, start, end) or end - start > _FARTHEST:
        mention = next((item for item in cast.between(start, end) if item.actor is told.actor), None)
        if mention is None:
            return None
        start, end = min(mention.phrase_start, mention.start), max(mention.phrase_end, mention.end)
    if not _in_one(starts, segments, start, end):
        return None
    segment = segments[bisect_right(starts, start) - 1]
    words = segment.text[start - segment.start : end - segment.start]
    return segment, start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _in_one(starts: list[int], segments: list[Segment], start: int, end: int) -> bool:
    at = bisect_right(starts, start) - 1
    return at >= 0 and start < end <= segments[at].start + len(segments[at].text)


def _said(told: Told) -> tuple[str, ...]:
    return (told.affiliation.role or "", told.affiliation.organisation or "", told.party or "", told.rule)


def _row(article: Article, segment: Segment, start: int, end: int, told: Told, identifiers: RowIdentifiers) -> Row:
    text = article.clean_text[start:end]
    return AFFILIATIONS.row(
        affiliation_id=identifiers.next(" ".join((text, *_said(told)))),
        document_id=article.id,
        segment_id=segment.id,
        char_start=start,
        char_end=end,
        text=text,
        surface=told.actor.name,
        role=told.affiliation.role,
        organisation=told.affiliation.organisation,
        party=told.party,
        rule=told.rule,
        confidence=_confidence(told),
    )


def _confidence(told: Told) -> float:
    """How sure a row is: beside a name, a role with its organisation is hardly anything else."""
    role, organisation = told.affiliation.role, told.affiliation.organisation
    if told.rule in _SURE:
        return _SURE[told.rule]
    if role and organisation:
        return 0.9
    return 0.85 if role else 0.75 if organisation else 0.95
