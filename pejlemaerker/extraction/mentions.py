"""Where people and organisations are named. `mentions(article)` gives rows of the table `mentions`."""

from pejlemaerker.corpus.article import Article, Row, Segment
from pejlemaerker.corpus.identifiers import RowIdentifiers
from schemas import MENTIONS

from .cast import cast_of


def mentions(article: Article) -> list[Row]:
    """Rows of the table `mentions` for `article`, in reading order; `actor_id` still null."""
    cast = cast_of(article)
    found = [
        (
            item.start,
            item.end,
            "person",
            item.actor.name,
            "mention.full" if item.full else "mention.short",
            0.95 if item.full else 0.85,
        )
        for item in cast.mentions
    ]
    found += [
        (
            item.start,
            item.end,
            "organisation",
            item.name,
            "mention.known" if item.known else "mention.shape",
            0.95 if item.known else 0.8,
        )
        for item in cast.organisations
    ]
    identifiers = RowIdentifiers(article.id, "m")
    segments = iter(article.content)
    segment = next(segments, None)
    rows = []
    for start, end, kind, surface, rule, confidence in sorted(found):
        while segment is not None and start >= segment.start + len(segment.text):
            segment = next(segments, None)
        if segment is not None:
            rows.append(_row(article, segment, identifiers, start, end, kind, surface, rule, confidence))
    return rows


def _row(
    article: Article,
    segment: Segment,
    identifiers: RowIdentifiers,
    start: int,
    end: int,
    kind: str,
    surface: str,
    rule: str,
    confidence: float,
) -> Row:
    text = article.clean_text[start:end]
    return MENTIONS.row(
        mention_id=identifiers.next(text),
        document_id=article.id,
        segment_id=segment.id,
        char_start=start,
        char_end=end,
        text=text,
        kind=kind,
        surface=surface,
        rule=rule,
        confidence=confidence,
    )
