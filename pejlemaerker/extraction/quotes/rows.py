"""A quote that was found, and the row of the table `quotes` it becomes."""

from dataclasses import dataclass

from pejlemaerker.corpus.article import Article, Row, Segment
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.extraction.cast import cast_of
from pejlemaerker.extraction.counted import confidence
from schemas import QUOTES

from .subjects import Subject


@dataclass
class Found:
    """A quote at clean_text[start:end] in `segment`; `attribution` is how `subject` was found, None with no subject."""

    start: int
    end: int
    kind: str
    rule: str
    segment: Segment
    subject: Subject | None
    attribution: str | None
    cue: str | None

    def given_to(self, subject: Subject, attribution: str) -> None:
        """Let `subject` be the speaker."""
        self.subject, self.attribution = subject, attribution


def quote_row(article: Article, item: Found, identifiers: RowIdentifiers) -> Row:
    """The row of `item`; ids of people and organisations still null."""
    text = article.clean_text[item.start : item.end]
    actor = item.subject.actor if item.subject else None
    main = actor.main_affiliation() if actor else None
    body = item.subject.organisation if item.subject else None
    name = cast_of(article).full_name(body) if body else item.subject.name if item.subject else None
    return QUOTES.row(
        quote_id=identifiers.next(text),
        document_id=article.id,
        segment_id=item.segment.id,
        char_start=item.start,
        char_end=item.end,
        text=text,
        kind=item.kind,
        speaker=name,
        speaker_role=main.role if main else None,
        speaker_organisation=main.organisation if main else None,
        speaker_party=actor.party if actor else None,
        cue=item.cue,
        attribution=item.attribution,
        rule=item.rule,
        confidence=confidence("quotes", item.rule, item.attribution),
    )
