"""Whom a sentence of narration reports, and which words: what `reported` finds, put together with who is who."""

import re

from pejlemaerker.corpus.article import Segment, Sentence
from pejlemaerker.danish.reporting import FINITE_VERBS

from .groups import described, subject_after
from .mind import Mind
from .report_model import Report
from .subjects import Subject, subject_of

# `…, lyder det.`: by whoever has the word.
_NOBODY_NAMED = re.compile(
    r"\s*(?:det|budskabet|meldingen|svaret|opfordringen|kritikken|argumentet|forklaringen|rådet)\W*$"
)
_FROM_NAMED = re.compile(r"(?:\s\([A-ZÆØÅ]{1,3}\))?\s*,?\s*(?:at\s+)?")
_APPOSITION = re.compile(r"(?:\s\([A-ZÆØÅ]{1,3}\))?,\s[^,.;:!?]{3,120},\s(?P<verb>\w+)\b")
_PARTY = 6  # characters of a party's letters in brackets behind a name
_CUE_PHRASES = (
    "indirect.according",
    "indirect.according_inside",
    "indirect.noun",
    "indirect.view",
    "indirect.noun_from",
    "unmarked.noun",
)
_HEAD = re.compile(r"\s*(?:Men|Og|Også|Så|og|men)?\s*")
_CLAUSE_BREAKS = (";", ":", " og ", " men ", ", da ", ", mens ", ", hvor ", ", fordi ", ", efter at ", ", når ")


def names_nobody(words: str) -> bool:
    """Whether the words behind a reporting verb name no speaker: `det.`, `budskabet.`"""
    return _NOBODY_NAMED.match(words) is not None


def speaker_of(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    """Who makes the report `made` in `sentence`; None when nobody can say."""
    text, base = sentence.text, sentence.start
    if made.rule == "indirect.relative":
        return _antecedent(sentence, made, mind)
    if made.rule in ("indirect.noun", "unmarked.noun"):
        return subject_of(sentence, mind.cast, mind.actor) or _owner(sentence, made, mind)
    if made.rule == "indirect.view" and text[made.subject_at : made.subject_at + 3].lower() in ("han", "hen"):
        return _by_possessive(sentence, made, mind)
    if made.rule == "indirect.view" and text[made.subject_at].islower():
        title = text[made.subject_at : made.verb_at].strip().removesuffix("s")
        return subject_after(title, base + made.subject_at, 0, mind.cast, mind.actor, mind.at_hand)
    if made.kind == "unmarked" and _NOBODY_NAMED.match(text, made.subject_at):
        return mind.subject_at_hand
    if not made.subject_before:
        since = base if made.kind == "unmarked" else None
        behind = subject_after(text, base, made.subject_at, mind.cast, mind.actor, mind.at_hand, since)
        if made.rule.startswith("indirect.according"):
            return behind or described(text, made.subject_at)
        if behind is not None or made.kind == "unmarked":
            return behind
    return _in_front(sentence, made, mind)


def attribution_of(made: Report, subject: Subject) -> str:
    """How the speaker of `made` was found."""
    if made.rule in _CUE_PHRASES and subject.how != "pronoun":
        return "cue_phrase"
    return "next_sentence" if made.previous and subject.how == "same_sentence" else subject.how


def span_of(sentence: Sentence, made: Report, subject: Subject, segment: Segment) -> tuple[int, int] | None:
    """Where the words reported in `sentence` itself stand in the segment; None when they cannot be told."""
    base = sentence.start - segment.start
    if made.start < 0:  # `Ifølge X …`: the words begin where the name ends
        match = _FROM_NAMED.match(sentence.text, _behind_apposition(sentence.text, subject.end))
        start = match.end() if match else subject.end
        return (base + start, base + made.end) if made.end - start > 10 else None
    return (base + made.start, base + made.end) if made.end > made.start else None


def _behind_apposition(text: str, end: int) -> int:
    """Where what is said of a speaker ends, whose name ends at `end`: `Ifølge X, formand for Y, bør …`."""
    match = _APPOSITION.match(text, end)
    return match.start("verb") if match is not None and match["verb"].lower() in FINITE_VERBS else end


def _antecedent(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    """The person or the organisation whose name stands right before `, der`."""
    end = sentence.start + made.verb_at
    people = [item for item in mind.cast.between(sentence.start, end) if end - item.end <= _PARTY]
    if people:
        return Subject(people[-1].actor, people[-1].actor.name, "same_sentence", made.verb_at)
    bodies = [item for item in mind.cast.organisations_between(sentence.start, end) if item.end == end]
    return Subject(None, bodies[-1].name, "same_sentence", made.verb_at, bodies[-1]) if bodies else None


def _owner(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    """`KL’s budskab er, at`; `foreningens vurdering er, at`."""
    named = [
        item for item in mind.cast.between(sentence.start + made.subject_at - 1, sentence.start + made.verb_at) if item
    ]
    if named:
        return Subject(named[-1].actor, named[-1].actor.name, "same_sentence", made.verb_at)
    for item in mind.cast.organisations_between(sentence.start, sentence.start + made.verb_at):
        return Subject(None, item.name, "same_sentence", made.verb_at, item)
    return None


def _by_possessive(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    pronoun = "han" if sentence.text[made.subject_at :].lower().startswith("hans") else "hun"
    actor = mind.cast.by_pronoun(pronoun, sentence.start + made.subject_at, mind.actor)
    return Subject(actor, actor.name, "pronoun", made.verb_at) if actor else None


def _in_front(sentence: Sentence, made: Report, mind: Mind) -> Subject | None:
    """The subject before a reporting verb: the one that the clause of the verb opens with."""
    text, base = sentence.text, sentence.start
    breaks = [text.rfind(mark, 0, made.verb_at) + len(mark) for mark in _CLAUSE_BREAKS if mark in text[: made.verb_at]]
    clause = max(breaks, default=0)
    head = _HEAD.match(text, clause)
    start = head.end() if head else clause
    subject = subject_after(text, base, start, mind.cast, mind.actor, mind.at_hand)
    if subject is None or subject.end > made.verb_at:
        whole = subject_of(sentence, mind.cast, mind.actor) or subject_after(text, base, 0, mind.cast, mind.actor)
        return whole if whole is not None and whole.end <= made.verb_at else None
    between = text[subject.end : made.verb_at]
    return subject if len(between.split()) <= 25 else None
