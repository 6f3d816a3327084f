"""Reading an article from the top with the question who is speaking, as a person reads it; `mind` is what is kept in mind."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from pejlemaerker.corpus.article import Article, Row, Segment, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.extraction.cast import cast_of
from schemas import QUOTES

from .direct import Utterance, utterances
from .mind import Mind, interviewee
from .reported import Report, report
from .subjects import Subject, subject_after, subject_of

_CONFIDENCE = {
    "same_sentence": 0.97,
    "pronoun": 0.9,
    "title": 0.9,
    "lead_in": 0.88,
    "next_sentence": 0.9,
    "continued": 0.85,
    "cue_phrase": 0.9,
    "author": 0.9,
}
_NO_SPEAKER = 0.6
_FROM_NAMED = re.compile(r"\s*,?\s*(?:at\s+)?")


@dataclass
class _Found:
    start: int
    end: int
    kind: str
    rule: str
    confidence: float
    segment: Segment
    subject: Subject | None
    attribution: str | None
    cue: str | None


def quotes(article: Article) -> list[Row]:
    """Rows of the table `quotes` for `article`, in reading order; ids of people and organisations still null."""
    mind = Mind(cast_of(article), answering=interviewee(article))
    found: list[_Found] = []
    for place, segment in enumerate(article.body):
        found += _read_segment(segment, place, mind)
    _carry_back(found)
    identifiers = RowIdentifiers(article.id, "q")
    return [_row(article, item, identifiers) for item in sorted(found, key=lambda item: (item.start, -item.end))]


def _carry_back(found: list[_Found]) -> None:
    """An utterance that no mark closes goes on in the next paragraph: its speaker is the one who is named there."""
    for item, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        goes_on = item.rule == "quote.unclosed" and item.end == item.segment.start + len(item.segment.text)
        opens = following.start - following.segment.start <= 2 and following.segment is not item.segment
        if goes_on and opens and item.cue is None and following.kind == "direct" and following.subject is not None:
            item.subject, item.attribution = following.subject, "continued"


def _read_segment(segment: Segment, place: int, mind: Mind) -> list[_Found]:
    """Quotes of one segment. The sentences and utterances are met in the order in which they stand."""
    found: list[_Found] = []
    marked = utterances(segment.text)
    if segment.kind == "heading":
        marked = [item for item in marked if item.clause is not None]
    taken = [(segment.start + item.start, segment.start + item.end) for item in marked]
    events: list[tuple[int, Utterance | Sentence]] = [(segment.start + item.start, item) for item in marked]
    events += [(sentence.start, sentence) for sentence in _narration(segment, taken)]
    before: Sentence | None = None
    for _, event in sorted(events, key=lambda pair: (pair[0], isinstance(pair[1], Utterance))):
        if isinstance(event, Utterance):
            found.append(_direct(segment, place, event, mind))
            before = None
        else:
            found += _narrated(segment, place, event, mind, before, taken)
            before = event
    return found


def _narration(segment: Segment, taken: list[tuple[int, int]]) -> list[Sentence]:
    """Sentences of the segment that do not stand inside an utterance."""
    return [item for item in segment.sentences if not _within(item, taken)]


def _within(sentence: Sentence, taken: list[tuple[int, int]]) -> bool:
    """Whether a sentence stands inside one of the utterances `taken`, which are in order."""
    at = bisect_right(taken, (sentence.start + 1, sentence.end + len(sentence.text))) - 1
    return at >= 0 and sentence.end - 1 <= taken[at][1] + 2


def _touches(sentence: Sentence, taken: list[tuple[int, int]]) -> bool:
    """Whether a sentence shares a character with one of the utterances `taken`, which are in order and apart."""
    at = bisect_right(taken, (sentence.end - 1, sentence.end + len(sentence.text))) - 1
    return at >= 0 and taken[at][1] > sentence.start


def _direct(segment: Segment, place: int, item: Utterance, mind: Mind) -> _Found:
    subject: Subject | None = None
    how: str | None = None
    if item.clause is not None:
        subject = subject_after(segment.text, segment.start, item.clause, mind.cast, mind.actor)
        how = (
            ("next_sentence" if item.later and subject and subject.how == "same_sentence" else subject.how)
            if subject
            else None
        )
    elif item.announced:
        subject = _announcer(segment, item, mind)
        how = "lead_in" if subject else None
    else:
        subject, how = mind.silent_speaker(place)
    # With a clause that names nobody known the words belong to somebody else than the one who spoke before.
    mind.spoke(subject, place)
    return _found(segment, item.start, item.end, "direct", item.rule, item.confidence, subject, how, item.verb)


def _announcer(segment: Segment, item: Utterance, mind: Mind) -> Subject | None:
    """The subject of the words that lead up to an utterance in its own sentence."""
    lead = next((s for s in reversed(segment.sentences) if s.start < segment.start + item.start), None)
    if lead is None:
        return None
    text = segment.text[lead.start - segment.start : item.start]
    partial = Sentence(lead.start, lead.start + len(text), text, segment)
    return subject_of(partial, mind.cast, mind.actor) or _reporter(partial, mind)


def _reporter(sentence: Sentence, mind: Mind) -> Subject | None:
    """Whoever the last reporting verb of a sentence names."""
    made = report(Sentence(sentence.start, sentence.end, sentence.text + " at x", sentence.segment))
    return _reported_by(sentence, made, mind) if made else None


def _narrated(
    segment: Segment, place: int, sentence: Sentence, mind: Mind, before: Sentence | None, taken: list[tuple[int, int]]
) -> list[_Found]:
    """A report that a sentence of narration makes; and whom the sentence is about."""
    made = report(sentence)
    if made is not None and _touches(sentence, taken):
        made = None
    subject = _reported_by(sentence, made, mind) if made else None
    if made is None or subject is None:
        about = subject_of(sentence, mind.cast, mind.actor)
        if about is not None:
            mind.told_of(about, place)
        elif any(mention.actor is not mind.actor for mention in mind.cast.between(sentence.start, sentence.end)):
            mind.lost()
        return []
    span = _span_of(sentence, made, subject, before, segment)
    mind.spoke(subject, place)
    mind.told_of(subject, place)
    if span is None:
        return []
    how = (
        "cue_phrase"
        if made.rule in ("indirect.according", "indirect.noun") and subject.how != "pronoun"
        else subject.how
    )
    how = "next_sentence" if made.previous and how == "same_sentence" else how
    confidence = 0.85 if made.kind == "indirect" else 0.9
    return [_found(segment, *span, made.kind, made.rule, confidence, subject, how, made.verb)]


def _span_of(
    sentence: Sentence, made: Report, subject: Subject, before: Sentence | None, segment: Segment
) -> tuple[int, int] | None:
    """Where the reported words stand in the segment; None when they cannot be told."""
    base = sentence.start - segment.start
    if made.previous:
        return (before.start - segment.start, before.end - segment.start) if before is not None else None
    if made.start < 0:  # `Ifølge X …`: the words begin where the name ends
        match = _FROM_NAMED.match(sentence.text, subject.end)
        start = match.end() if match else subject.end
        return (base + start, base + made.end) if made.end - start > 10 else None
    return (base + made.start, base + made.end) if made.end > made.start else None


def _reported_by(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    text, base = sentence.text, sentence.start
    if made.rule == "indirect.noun":
        return subject_of(sentence, mind.cast, mind.actor)
    if not made.subject_before:
        behind = subject_after(text, base, made.subject_at, mind.cast, mind.actor)
        if behind is not None or made.kind == "unmarked" or made.rule == "indirect.according":
            return behind
    return _in_front(sentence, made, mind)


def _in_front(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    """The subject before a reporting verb: the one that the clause of the verb opens with."""
    text, base = sentence.text, sentence.start
    clause = max(text.rfind(mark, 0, made.verb_at) + 1 for mark in (";", ":", " og ", " men "))
    clause = clause if clause > 0 else 0
    head = re.compile(r"\s*(?:Men|Og|Også|Så|og|men)?\s*").match(text, clause)
    start = head.end() if head else clause
    subject = subject_after(text, base, start, mind.cast, mind.actor)
    if subject is None or subject.end > made.verb_at:
        whole = subject_of(sentence, mind.cast, mind.actor)
        return whole if whole is not None and whole.end <= made.verb_at else None
    between = text[subject.end : made.verb_at]
    return subject if len(between.split()) <= 25 else None


def _found(
    segment: Segment,
    start: int,
    end: int,
    kind: str,
    rule: str,
    confidence: float,
    subject: Subject | None,
    how: str | None,
    cue: str | None,
) -> _Found:
    base = segment.start
    return _Found(base + start, base + end, kind, rule, confidence, segment, subject, how if subject else None, cue)


def _row(article: Article, item: _Found, identifiers: RowIdentifiers) -> Row:
    text = article.clean_text[item.start : item.end]
    actor = item.subject.actor if item.subject else None
    main = actor.main_affiliation() if actor else None
    sure = _CONFIDENCE[item.attribution] if item.attribution else _NO_SPEAKER
    return QUOTES.row(
        quote_id=identifiers.next(text),
        document_id=article.id,
        segment_id=item.segment.id,
        char_start=item.start,
        char_end=item.end,
        text=text,
        kind=item.kind,
        speaker=item.subject.name if item.subject else None,
        speaker_role=main.role if main else None,
        speaker_organisation=main.organisation if main else None,
        speaker_party=actor.party if actor else None,
        cue=item.cue,
        attribution=item.attribution,
        rule=item.rule,
        confidence=round(item.confidence * sure, 3),
    )
