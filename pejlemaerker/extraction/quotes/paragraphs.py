"""What one paragraph says: its utterances and the sentences of narration between them, each with whoever speaks.

Turns, signatures and utterances that run over paragraphs are for `reading`.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from pejlemaerker.corpus.article import Article, Segment, Sentence
from pejlemaerker.danish.reporting import SAYING
from pejlemaerker.extraction.cast import cast_of

from .apart import announced_items
from .at_clauses import is_statement
from .groups import subject_after
from .mind import Mind, interviewee
from .report_model import Report
from .reported import report
from .reporting_sentences import attribution_of, names_nobody, span_of, speaker_of
from .rows import Found
from .subjects import OPENING_MARKS, Subject, subject_of
from .turns import asks, turns
from .utterance import Utterance

_IN_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine|vi|os|vores)\b", re.IGNORECASE)
_SPEAKS = re.compile(rf"\b{SAYING}")
_MOST_SENTENCES_SAID = 12
_NEAR_FOUND = 24  # quotes found last that may share characters with a sentence a little before
_LEADS_UP = re.compile(r":\s*$")
_GOES_ON = re.compile(r"\bog\s\w+:\s?[”“„»«\"‘’'–—-]?\s?$")
_WHO = re.compile(
    r"[^.:;!?]{0,80}?,\s(?:der|som)\s(?:(?:også|samtidig|desuden|dog|ligeledes|videre)\s)?(?=\w+,?\sat\s)"
)
_TAIL = re.compile(r"[^.!?:]*?(?:\s(?:og|men)\s|,\s(?:som|der)\s)(?=\w+(?:\s\w+){0,2},?\sat\s)")
# Subjects that stand for nobody who could be asked, for the writer, or for a study.
_NOBODY = re.compile(
    r"(?:at|om|hvis|når|hvad|hvor|det|dette|der|som|hvilket|jeg|vi|man|du|i|ingen|nogen|hvem|tal|tallene|\w*(?:rapporten?|undersøgelsen?|analysen?|evaluering(?:en)?|forskning(?:en)?|målingen?|studiet?|erfaringerne?|opgørelsen?|loven|reglerne))\b",
    re.IGNORECASE,
)
_CLAUSE_HEAD = re.compile(r"[,;:]\s|\s(?:og|men)\s")
_LONGEST_SUBJECT = 9  # words
# Somebody who speaks, whoever it is: a pronoun, or a title that two people hold.
_SOMEBODY = re.compile(
    r"\s*(?:det\sfra\s|også\s)?(?:(?i:han|hun|de|(?!vi\b|man\b|det\b)[a-zæøå-]*(?:eren|manden|chefen|lederen|toren|øren|anten))\b|[A-ZÆØÅ][a-zæøå]+)"
)


def sentence_at(segment: Segment, position: int) -> Sentence | None:
    """The sentence of `segment` that clean_text[position] stands in, or the last one before it."""
    at = bisect_right(segment.sentences, position, key=lambda item: item.start) - 1
    return segment.sentences[at] if at >= 0 else None


class ParagraphReader:
    """Reads the utterances and the narration of paragraphs in order, and remembers who speaks."""

    def __init__(self, article: Article) -> None:
        cast = cast_of(article)
        self.body = article.body
        self.writers = {author["name"] for author in article.authors}
        self.mind = Mind(cast, answering=interviewee(article, cast, asked=asks(article)))
        self.turns = turns(article)
        self.items = announced_items(self.body)
        self.personal = _is_personal(article)
        self.found: list[Found] = []
        self.of_segment: list[list[Found]] = []
        self.open_until: dict[int, int] = {}  # places of paragraphs inside a long utterance, with where it ends in them

    def _direct(self, segment: Segment, place: int, item: Utterance) -> None:
        subject: Subject | None = None
        how: str | None = None
        if item.clause is not None:
            subject = self._named(segment, item.clause, segment.start + item.start)
            how = subject.how if subject else None
            how = "next_sentence" if item.later and how == "same_sentence" else how
        elif item.announced and _GOES_ON.search(segment.text, max(0, item.start - 60), item.start):
            subject, how = self.mind.speaking, "continued"
        elif item.announced:
            subject = self._announcer(segment, item)
            how = "lead_in" if subject else None
        else:
            subject, how = self.mind.silent_speaker(place)
        # With a clause that names nobody known the words belong to somebody else than the one who spoke before.
        self.mind.spoke(subject, place)
        self._add(segment, item.start, item.end, "direct", item.rule, subject, how, item.verb)
        self._carry_back(segment, place)

    def _named(self, segment: Segment, position: int, since: int) -> Subject | None:
        mind = self.mind
        return subject_after(segment.text, segment.start, position, mind.cast, mind.actor, mind.at_hand, since)

    def _carry_back(self, segment: Segment, place: int) -> None:
        """An utterance that no mark closes goes on in the next paragraph: its speaker is the one who is named there."""
        item = self.found[-1]
        if item.start - segment.start > 2 or item.subject is None or not self.of_segment or not self.of_segment[-1]:
            return
        before = self.of_segment[-1][-1]
        goes_on = before.rule == "quote.unclosed" and before.end == before.segment.start + len(before.segment.text)
        if goes_on and before.cue is None and before.segment is self.body[place - 1]:
            before.given_to(item.subject, "continued")

    def _announcer(self, segment: Segment, item: Utterance) -> Subject | None:
        """The subject of the words that lead up to an utterance in its own sentence."""
        lead = sentence_at(segment, segment.start + item.start - 1)
        if lead is None:
            return None
        text = segment.text[lead.start - segment.start : item.start]
        partial = Sentence(lead.start, lead.start + len(text), text, segment)
        found = subject_of(partial, self.mind.cast, self.mind.actor) or self._reporter(partial)
        return found or (self._only_one(partial) if _LEADS_UP.search(text.rstrip(OPENING_MARKS)) else None)

    def _only_one(self, sentence: Sentence) -> Subject | None:
        """The one person whom a sentence that leads up to somebody's words names."""
        named = {item.actor.name: item for item in self.mind.cast.between(sentence.start, sentence.end)}
        item = next(iter(named.values())) if len(named) == 1 else None
        return Subject(item.actor, item.actor.name, "lead_in", item.end - sentence.start) if item else None

    def _reporter(self, sentence: Sentence) -> Subject | None:
        """Whoever the last reporting verb of a sentence names."""
        made = report(Sentence(sentence.start, sentence.end, sentence.text.rstrip(": ") + " at x", sentence.segment))
        return speaker_of(sentence, made, self.mind) if made else None

    def _narrated(
        self, segment: Segment, place: int, sentence: Sentence, before: Sentence | None, taken: list[tuple[int, int]]
    ) -> None:
        """A report that a sentence of narration makes; and whom the sentence is about."""
        touched = touches(sentence, taken)
        made = None if touched else report(sentence)
        subject = speaker_of(sentence, made, self.mind) if made else None
        if made is not None and subject is None and self._is_somebody(sentence, made):
            self._report_of_nobody_known(segment, sentence, made)
        if made is None or subject is None:
            self._keep_in_mind(_narration_of(sentence, taken) if touched else sentence, place)
            return
        self.mind.spoke(subject, place)
        self.mind.told_of(subject, place)
        self._report(segment, place, sentence, made, subject, before)

    def _keep_in_mind(self, sentence: Sentence, place: int) -> None:
        """Whom a sentence of narration is about."""
        about = subject_of(sentence, self.mind.cast, self.mind.actor)
        if about is None and _LEADS_UP.search(sentence.text):
            about = self._only_one(sentence)
        if about is not None:
            self.mind.told_of(about, place)
        elif _LEADS_UP.search(sentence.text) and _SPEAKS.search(sentence.text):
            self.mind.spoke(None, place)  # `En lærer fortæller:` leads up to the words of somebody else than all before
        elif any(item.actor is not self.mind.actor for item in self.mind.cast.between(sentence.start, sentence.end)):
            self.mind.lost()

    def _behind_words(self, segment: Segment, sentence: Sentence, words_end: int) -> None:
        """What goes on behind somebody's words: `”…,” siger hun og tilføjer, at …`."""
        opening = _TAIL.match(sentence.text, words_end - sentence.start)
        if self.mind.speaking is None or opening is None:
            return
        base = sentence.start + opening.end()
        made = report(Sentence(base, sentence.end, sentence.text[opening.end() :], segment))
        if made is not None and made.rule == "indirect.at" and made.verb_at == 0:
            start, end = base - segment.start + made.start, base - segment.start + made.end
            self._add(segment, start, end, made.kind, made.rule, self.mind.speaking, "continued", made.verb)

    def _is_somebody(self, sentence: Sentence, made: Report) -> bool:
        """Whether the clause of a report has a subject that speaks, though nobody can say who it is."""
        if made.rule == "indirect.at" and made.subject_before and made.kind == "indirect":
            clause = _CLAUSE_HEAD.split(sentence.text[: made.verb_at])[-1].strip()
            return (
                is_statement(made.verb)
                and _NOBODY.match(clause) is None
                and 0 < len(clause.split()) <= _LONGEST_SUBJECT
            )
        where = sentence.text[made.subject_at :]
        if made.kind == "unmarked" and names_nobody(where):
            return True
        return (
            made.rule in ("unmarked.clause", "indirect.at", "indirect.according") and _SOMEBODY.match(where) is not None
        )

    def _report_of_nobody_known(self, segment: Segment, sentence: Sentence, made: Report) -> None:
        span = span_of(sentence, made, Subject(None, "", "", made.subject_at), segment) if made.start >= 0 else None
        if span is not None:
            self._add(segment, *span, made.kind, made.rule, None, None, made.verb)

    def _report(
        self, segment: Segment, place: int, sentence: Sentence, made: Report, subject: Subject, before: Sentence | None
    ) -> None:
        how = attribution_of(made, subject)
        if not made.previous:
            span = span_of(sentence, made, subject, segment)
            if span is not None and made.rule == "unmarked.clause":
                span = (self._spoken_from(segment, sentence, place, subject, span[0]), span[1])
            if span is not None:
                self._add(segment, *span, made.kind, made.rule, subject, how, made.verb)
        elif before is not None and self.found and before.start <= self.found[-1].start < before.end:
            self.found[-1].given_to(subject, "next_sentence")
        elif before is not None:
            start, end = before.start - segment.start, before.end - segment.start
            self._add(segment, start, end, made.kind, made.rule, subject, how, made.verb)
        elif sentence.start - segment.start <= 1 and place:
            self._said_before(place, made, subject, how)
        if made.kind == "unmarked":
            self._also_told(segment, sentence, subject)

    def _also_told(self, segment: Segment, sentence: Sentence, subject: Subject) -> None:
        """What a relative clause behind the speaker reports: `…, mener X fra Y, der fremhæver, at …`."""
        clause = _WHO.match(sentence.text, subject.end)
        if clause is None:
            return
        base = sentence.start + clause.end()
        made = report(Sentence(base, sentence.end, sentence.text[clause.end() :], segment))
        if made is not None and made.rule == "indirect.at" and made.verb_at == 0:
            start, end = base - segment.start + made.start, base - segment.start + made.end
            self._add(
                segment, start, end, made.kind, made.rule, replace(subject, how="continued"), "continued", made.verb
            )

    def _spoken_from(self, segment: Segment, sentence: Sentence, place: int, subject: Subject, start: int) -> int:
        """Where the words begin that a clause behind their last sentence reports: those in the first person before it are the same
        speaker's. A paragraph before that is all in the first person too is a quote of its own.
        """
        if self.personal:
            return start
        at = bisect_left(segment.sentences, sentence.start, key=lambda item: item.start)
        for earlier in reversed(segment.sentences[max(0, at - _MOST_SENTENCES_SAID) : at]):
            taken = any(item.start < earlier.end and earlier.start < item.end for item in self.found[-_NEAR_FOUND:])
            if taken or not _IN_PERSON.search(earlier.text):
                return start
            start = earlier.start - segment.start
        previous = self.body[place - 1] if place else None
        if previous is not None and start <= 1 and not self.of_segment[-1] and self._all_in_person(previous):
            self._add(
                previous, 0, len(previous.text.rstrip()), "unmarked", "unmarked.before", subject, "continued", None
            )
        return start

    def _all_in_person(self, segment: Segment) -> bool:
        sentences = segment.sentences if segment.kind == "paragraph" else []
        return bool(sentences) and all(_IN_PERSON.search(item.text) for item in sentences)

    def _said_before(self, place: int, made: Report, subject: Subject, how: str) -> None:
        """`Det siger X` at the start of a paragraph: the words are those of the paragraph before."""
        earlier, previous = self.body[place - 1], self.of_segment[-1]
        silent = [item for item in previous if item.kind == "direct" and item.cue is None]
        if silent and silent == previous:
            for item in silent:
                item.given_to(subject, "next_sentence")
        elif not previous and earlier.kind in ("paragraph", "lead") and earlier.sentences:
            last = earlier.sentences[-1]
            start, end = last.start - earlier.start, last.end - earlier.start
            self._add(earlier, start, end, made.kind, made.rule, subject, how, made.verb)

    def _add(
        self,
        segment: Segment,
        start: int,
        end: int,
        kind: str,
        rule: str,
        subject: Subject | None,
        how: str | None,
        cue: str | None,
    ) -> None:
        base = segment.start
        attribution = how if subject else None
        self.found.append(Found(base + start, base + end, kind, rule, segment, subject, attribution, cue))


def _is_personal(article: Article) -> bool:
    """Whether whoever wrote an article says `jeg` and `vi`, so that these words tell of no other speaker."""
    return article.document["kind"] in ("opinion", "blog", "slides", "other")


def _narration_of(sentence: Sentence, taken: list[tuple[int, int]]) -> Sentence:
    """What stands in a sentence before the first of the utterances `taken` that it holds."""
    at = bisect_right(taken, (sentence.start, sentence.start))
    if at and taken[at - 1][1] > sentence.start:
        at -= 1
    first = taken[at][0] if at < len(taken) else sentence.end
    end = max(sentence.start, first)
    return Sentence(sentence.start, end, sentence.text[: end - sentence.start], sentence.segment)


def touches(sentence: Sentence, taken: list[tuple[int, int]]) -> int | None:
    """Where the last of the utterances `taken` (in order and apart) that a sentence shares a character with ends; None without one."""
    if not taken:
        return None
    at = bisect_right(taken, (sentence.end - 1, sentence.end + len(sentence.text))) - 1
    return taken[at][1] if at >= 0 and taken[at][1] > sentence.start else None
