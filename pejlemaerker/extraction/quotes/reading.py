"""Reading an article from the top with the question who is speaking, as a person reads it; `mind` is what is kept in mind."""

import re
from bisect import bisect_right

from pejlemaerker.corpus.article import Article, Row, Segment, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers

from .apart import clause_alone
from .direct import utterances
from .groups import subject_after
from .marks import closing_alone
from .paragraphs import ParagraphReader, sentence_at, touches
from .reported import report
from .rows import quote_row
from .signatures import signed_by
from .subjects import Subject, subject_of
from .turns import Turn, is_question
from .utterance import Utterance, trimmed

_IN_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine|vi|os|vores)\b", re.IGNORECASE)
_LEADS_UP = re.compile(r":\s*$")
_MOST_PARAGRAPHS_OPEN = 5
_MOST_WORDS_SIGNED = 70


def quotes(article: Article) -> list[Row]:
    """Rows of the table `quotes` for `article`, in reading order; ids of people and organisations still null."""
    reader = _Reader(article)
    for place in range(len(article.body)):
        reader.read(place)
    found = sorted(reader.found, key=lambda item: (item.start, -item.end))
    identifiers = RowIdentifiers(article.id, "q")
    return [quote_row(article, item, identifiers) for item in found]


class _Reader(ParagraphReader):
    """Goes through the body of an article segment by segment."""

    def read(self, place: int) -> None:
        """Read the segment at `place`."""
        segment, before = self.body[place], len(self.found)
        turn = self.turns.get(place)
        if turn is not None:
            self._turn(segment, place, turn)
        elif place in self.open_until:
            self._inside(segment, place, self.open_until[place])
        elif not self._clause_below(segment, place) and not self._signature(segment, place):
            if is_question(segment):
                self.mind.was_asked()
            self._paragraph(segment, place)
        self.of_segment.append(self.found[before:])

    def _turn(self, segment: Segment, place: int, turn: Turn) -> None:
        subject = Subject(turn.actor, turn.actor.name, turn.how, 0) if turn.actor else None
        self.mind.spoke(subject, place)
        end = len(segment.text.rstrip())
        self._add(segment, turn.start, end, "unmarked", f"unmarked.{turn.how}", subject, turn.how, None)

    def _inside(self, segment: Segment, place: int, end: int) -> None:
        """A paragraph of an utterance that was opened in one before and is closed in one behind, or in this one at `end`."""
        speaker, how = self.mind.speaking, "continued"
        rest = segment.text[end + 1 :]
        if speaker is None and rest:
            speaker = subject_after(segment.text, segment.start, _verb_end(segment.text, end + 1), self.mind.cast, None)
        start, end = trimmed(segment.text, 0, end)
        if end > start:  # a paragraph may hold nothing but the closing mark
            self._add(segment, start, end, "direct", "quote.paragraph", speaker, how, None)
        self.mind.spoke(speaker, place)
        if rest:
            self._carry_back_all(place, speaker)

    def _carry_back_all(self, place: int, speaker: Subject | None) -> None:
        """Give the paragraphs of a long utterance to whoever is named at its end."""
        for earlier in range(place - 1, max(-1, place - _MOST_PARAGRAPHS_OPEN - 1), -1):
            last = self.of_segment[earlier][-1:]
            if speaker is None or not last or last[0].subject is not None or last[0].cue is not None:
                return
            last[0].given_to(speaker, "continued")

    def _clause_below(self, segment: Segment, place: int) -> bool:
        """A reporting clause that is a paragraph of its own: the words are those of the one before; whether it was one."""
        clause = clause_alone(segment) if place else None
        if clause is None:
            return False
        mind, earlier = self.mind, self.body[place - 1]
        subject = subject_after(segment.text, segment.start, clause.end("verb"), mind.cast, mind.actor, mind.at_hand)
        silent = [item for item in self.of_segment[-1] if item.cue is None]
        if not silent and (earlier.kind == "list_item" or earlier.text.rstrip().endswith(",")):
            start, end = trimmed(earlier.text, 0, len(earlier.text.rstrip()))
            self._add(earlier, start, end, "direct", "quote.clause_below", None, None, clause["verb"])
            silent = [self.found[-1]]
        for item in silent:
            if subject is not None:
                item.given_to(subject, "next_sentence")
        self.mind.spoke(subject, place)
        return bool(silent)

    def _signature(self, segment: Segment, place: int) -> bool:
        """A line that signs the paragraph before; whether it was one."""
        actor = signed_by(segment, self.mind.cast) if place else None
        if actor is None or actor.name in self.writers:
            return False
        subject, previous = Subject(actor, actor.name, "signature", 0), self.of_segment[-1]
        if (
            previous
            and previous[-1].cue is None
            and previous[-1].attribution in (None, "continued", "lead_in", "answer")
        ):
            for item in previous:
                item.given_to(subject, "signature")
        elif not previous and not self.personal and actor.affiliations and self._may_be_signed(self.body[place - 1]):
            signed = self.body[place - 1]
            self._add(signed, 0, len(signed.text.rstrip()), "unmarked", "unmarked.signed", subject, "signature", None)
        return bool(self.of_segment[-1]) or (self.found[-1:] != [] and self.found[-1].segment is self.body[place - 1])

    def _may_be_signed(self, segment: Segment) -> bool:
        words = segment.text.split()
        plain = segment.kind == "paragraph" and 4 <= len(words) <= _MOST_WORDS_SIGNED
        return plain and not self.mind.cast.between(segment.start, segment.start + len(segment.text))

    def _paragraph(self, segment: Segment, place: int) -> None:
        """The sentences and utterances of a segment, met in the order in which they stand."""
        marked = utterances(segment.text)
        if segment.kind == "heading":
            marked = [item for item in marked if item.clause is not None]
        if marked and all(item.rule == "quote.dash_alone" for item in marked) and place in self.items:
            marked = []
        if not marked and self._led_up_to(segment, place):
            return
        marked = [item for item in marked if not _within_reported(segment, item)]
        taken = [(segment.start + item.start, segment.start + item.end) for item in marked]
        events: list[tuple[int, Utterance | Sentence]] = [(segment.start + item.start, item) for item in marked]
        events += [(item.start, item) for item in segment.sentences if not _within(item, taken)]
        tails = [(end, item) for item in segment.sentences if (end := touches(item, taken)) is not None]
        before: Sentence | None = None
        for at, event in sorted([*events, *tails], key=lambda pair: (pair[0], isinstance(pair[1], Utterance))):
            if isinstance(event, Utterance):
                self._direct(segment, place, event)
                before = None
            elif at > event.start:
                self._behind_words(segment, event, at)
            else:
                self._narrated(segment, place, event, before, taken)
                before = event
        self._leave_open(segment, place, marked)

    def _led_up_to(self, segment: Segment, place: int) -> bool:
        """Words without marks that a paragraph ending in a colon leads up to: `Hun skriver selv:`."""
        if not place or segment.kind != "paragraph" or self.body[place - 1].kind not in ("paragraph", "lead"):
            return False
        lead = self.body[place - 1]
        if not _LEADS_UP.search(lead.text) or not _IN_PERSON.search(segment.text):
            return False
        speaker = subject_of(lead.sentences[-1], self.mind.cast, self.mind.actor) if lead.sentences else None
        speaker = speaker or (self._reporter(lead.sentences[-1]) if lead.sentences else None)
        if speaker is None:
            return False
        self._add(segment, 0, len(segment.text.rstrip()), "unmarked", "unmarked.led_up_to", speaker, "lead_in", None)
        self.mind.spoke(speaker, place)
        return True

    def _leave_open(self, segment: Segment, place: int, marked: list[Utterance]) -> None:
        """Note the paragraphs that an utterance opened here goes on in, where a mark closes it before another opens."""
        if not marked or marked[-1].rule != "quote.unclosed" or marked[-1].end < len(segment.text.rstrip()) - 1:
            return
        for following in range(place + 1, min(place + 1 + _MOST_PARAGRAPHS_OPEN, len(self.body))):
            text = self.body[following].text
            end = closing_alone(text)
            if end is not None:
                self.open_until |= {i: len(self.body[i].text.rstrip()) for i in range(place + 1, following)}
                self.open_until[following] = end
                return
            if utterances(text) or self.body[following].kind != "paragraph":
                return


def _within_reported(segment: Segment, item: Utterance) -> bool:
    """Whether marked words are but a part of a clause that is reported as a whole: `X oplyser, at sagen er ”under behandling”`."""
    if item.clause is not None or not segment.text[item.start].islower():
        return False
    place = segment.start + item.start
    sentence = sentence_at(segment, place)
    made = report(sentence) if sentence else None
    return (
        sentence is not None
        and made is not None
        and made.rule == "indirect.at"
        and place > sentence.start + made.start + 2
    )


def _verb_end(text: str, position: int) -> int:
    """Where the reporting verb that stands at `position`, behind marks and commas, ends."""
    match = re.compile(r"[\s,.–-]*\w+").match(text, position)
    return match.end() if match else position


def _within(sentence: Sentence, taken: list[tuple[int, int]]) -> bool:
    """Whether a sentence stands inside one of the utterances `taken`, which are in order."""
    if not taken:
        return False
    at = bisect_right(taken, (sentence.start + 1, sentence.end + len(sentence.text))) - 1
    return at >= 0 and sentence.end - 1 <= taken[at][1] + 2
