"""From the segments and sentences of an article to rows of the table `recommendations`."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from pejlemaerker.corpus.article import Article, Row, Segment, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.extraction.cast import cast_of
from pejlemaerker.extraction.counted import confidence
from pejlemaerker.extraction.quotes.groups import subject_after
from pejlemaerker.extraction.quotes.subjects import subject_of
from pejlemaerker.extraction.spans import QuoteIndex
from schemas import RECOMMENDATIONS

from .advice import advice
from .issuing import addressee_of_modal, addressee_of_performative, opens_adverbially, plural_group
from .lists import AnnouncedList, announced_lists, asked_by_heading
from .modals import modal
from .performatives import performative
from .voices import Voice, voice_of

_FOLLOWS_ON = re.compile(r"(?:De|Det|Den|Og at|Derfor|Og)\b")
_PRONOUN = re.compile(r"\s*(?:De|de)$")
_JOINTS = frozenset({"og", "men", "derfor", "så", "for"})
_OWN = frozenset({"vi", "jeg", "det", "der", "man"})
_OPENING_WORDS = re.compile(r"^(?:[”“»«\"\s–-]+|[-–]\s)")


class _Words(NamedTuple):
    """Words at clean_text[start:end]."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: str
    strength: str
    addressee: str | None
    rule: str


def recommendations(article: Article, quotes: list[Row]) -> list[Row]:
    """Rows of the table `recommendations` for `article`, in reading order; `quotes` are its rows of that table."""
    reader = _Reader(article, quotes)
    lists = announced_lists(article.body)
    items = {item.id: announced for announced in lists for item in announced.items}
    reader.leads = {announced.lead.start for announced in lists if announced.lead is not None}
    rows: list[Row] = []
    for segment in article.body:
        if segment.id in items:
            rows.append(reader.item(segment, items[segment.id]))
        elif len(segment.text.split(None, 2)) == 3 and (
            segment.kind != "heading" or reader.voice is not Voice.REPORTER
        ):
            rows += reader.sentences(segment)
    return rows


class _Reader:
    """Reads one article; keeps who was asked last, for a `De skal …` that goes on."""

    def __init__(self, article: Article, quotes: list[Row]) -> None:
        self.article = article
        self.index = QuoteIndex(quotes)
        self.identifiers = RowIdentifiers(article.id, "r")
        self.author = " og ".join(author["name"] for author in article.authors) or None
        self.voice = voice_of(article, quotes)
        self.asked: str | None = None
        self.told: list[str] = []  # sentences since somebody was asked last, not looked through before that is needed
        self.issuer: str | None = None
        self.leads: set[int] = set()

    def sentences(self, segment: Segment) -> list[Row]:
        """Recommendations among the sentences of a segment."""
        rows = []
        went_on = False
        for sentence in segment.passages:
            if sentence.start in self.leads:
                continue  # the items of the list below say what it asks for
            quote = self.index.at(sentence.start, sentence.end) or self.index.overlapping(sentence.start, sentence.end)
            found = self._found(sentence, quote, went_on)
            self._remember(sentence)
            if found is not None:
                rows.append(self.row(segment, found, quote, sentence, went_on))
            went_on = found is not None and (quote is None or quote["kind"] != "direct")
        return rows

    def item(self, segment: Segment, announced: AnnouncedList) -> Row:
        """The row for an item of an announced list."""
        section = segment.row["section"]
        lead = self._led(announced.lead) if announced.lead is not None else None
        to = (lead.addressee if lead else None) or asked_by_heading(section.rsplit(" > ", 1)[-1] if section else None)
        end = segment.start + len(segment.text)
        found = _Found(segment.start, end, "list_item", "should", to, "recommendation.list")
        row = self.row(segment, found)
        if lead is not None and announced.lead is not None:
            row["issuer"] = self._subject(announced.lead, lead) or row["issuer"]
        return row

    def _led(self, lead: Sentence) -> _Found | None:
        """The recommending verb of the sentence that a list goes on with, and whom it asks."""
        unfinished = lead.text.rstrip(" :,")
        asked = performative(f"{unfinished} at gøre") or performative(f"{unfinished}, at de gør")
        if asked is None:
            return None
        to = addressee_of_performative(f"{unfinished} gør", asked.end)
        return _Found(lead.start, lead.end, "performative", asked.strength, to, "recommendation.list")

    def _found(self, sentence: Sentence, quote: Row | None, went_on: bool) -> _Found | None:
        words = self._clip(sentence, quote)
        found = self._asked(words) or self._ought(words, quote, went_on) or self._advised(words, sentence, quote)
        if found is None and quote is not None and words.end < sentence.end:
            behind = self.article.clean_text[words.end : sentence.end]
            found = self._asked(_Words(words.end, sentence.end, behind))  # `”…?” spørger hun og efterlyser, at …`
            return replace(found, start=sentence.start) if found is not None else None
        return found

    def _asked(self, words: _Words) -> _Found | None:
        start, end, text = words
        asked = performative(text)
        if asked is None:
            return None
        to = addressee_of_performative(text, asked.end)
        return _Found(start, end, "performative", asked.strength, to, f"recommendation.{_name(asked.lemma)}")

    def _advised(self, words: _Words, sentence: Sentence, quote: Row | None) -> _Found | None:
        spoken = quote is not None and quote["kind"] != "indirect"
        found = advice(words.text, sentence.text)
        if found is None or not (spoken or self.voice is Voice.OWN or found.start > 0):
            return None
        return _Found(words.start, words.end, "performative", found.strength, None, "recommendation.imperative")

    def _ought(self, words: _Words, quote: Row | None, went_on: bool) -> _Found | None:
        start, end, text = words
        narration = self.voice is Voice.REPORTER and quote is None
        if narration and not (went_on and _FOLLOWS_ON.match(text)):
            return None
        described = self.voice is Voice.NEUTRAL and quote is None
        ought = modal(text, narrated=narration, described=described)
        if ought is None:
            return None
        to = addressee_of_modal(text, ought.start, ought.end, ought.form)
        return _Found(start, end, "modal", ought.strength, self._resolved(to), "recommendation.modal")

    def _resolved(self, addressee: str | None) -> str | None:
        """`De` stands for whoever the sentence before was about, where that was a group."""
        if addressee is None or not _PRONOUN.match(addressee):
            return addressee
        self.asked = next(filter(None, map(plural_group, reversed(self.told))), self.asked)
        self.told.clear()
        return self.asked or addressee

    def _clip(self, sentence: Sentence, quote: Row | None) -> _Words:
        """A sentence inside a direct quote, without the marks and the reporting clause."""
        start, end, text = sentence.start, sentence.end, sentence.text
        if quote is not None and quote["kind"] == "direct":
            start, end = max(start, quote["char_start"]), min(end, quote["char_end"])
            text = self.article.clean_text[start:end]
        opening = _OPENING_WORDS.match(text)
        return _Words(start + opening.end(), end, text[opening.end() :]) if opening else _Words(start, end, text)

    def _remember(self, sentence: Sentence) -> None:
        """The group that a sentence names first, which a `De` in the next stands for."""
        self.told.append(sentence.text)

    def row(
        self,
        segment: Segment,
        found: _Found,
        quote: Row | None = None,
        sentence: Sentence | None = None,
        went_on: bool = False,
    ) -> Row:
        """The row for what was `found`."""
        text = self.article.clean_text[found.start : found.end]
        self.issuer = self._issuer(found, quote, sentence, self.issuer if went_on else None)
        section = segment.row["section"]
        return RECOMMENDATIONS.row(
            recommendation_id=self.identifiers.next(text),
            document_id=self.article.id,
            segment_id=segment.id,
            char_start=found.start,
            char_end=found.end,
            text=text,
            kind=found.kind,
            issuer=self.issuer,
            addressee=found.addressee,
            strength=found.strength,
            heading=section.rsplit(" > ", 1)[-1] if section else None,
            list_number=segment.row["list_number"],
            quote_id=quote["quote_id"] if quote else None,
            rule=found.rule,
            confidence=confidence("recommendations", found.rule, found.kind),
        )

    def _issuer(self, found: _Found, quote: Row | None, sentence: Sentence | None, before: str | None) -> str | None:
        if quote is not None:
            return str(quote["speaker"]) if quote["speaker"] else None
        if found.kind == "performative" and sentence is not None:
            named = self._subject(sentence, found)
            if named is not None:
                return named
        return self.author if self.voice is Voice.OWN and self.author else before

    def _subject(self, sentence: Sentence, found: _Found) -> str | None:
        """Who stands as the subject of a recommending verb: a person, or the words that open the sentence.

        Behind the verb stands the one who is asked, but for a sentence that opens with a time or a place.
        """
        text = self.article.clean_text[found.start : found.end]
        asked = performative(text)
        if asked is None or asked.passive:
            return None
        front = text[: asked.start].split()
        while front and front[0].lower() in _JOINTS:
            front.pop(0)
        if front and front[0].lower() in _OWN:
            return None
        subject = subject_of(sentence, cast_of(self.article), None)
        if subject is not None and sentence.start + subject.end <= found.start + asked.end + 40:
            return subject.name
        if front and front[-1].lower() in ("han", "hun"):
            return None
        if front and not opens_adverbially(front):
            return " ".join(front) if len(front) <= 8 else None
        behind = subject_after(text, found.start, asked.end, cast_of(self.article), None)
        return behind.name if behind is not None else None


def _name(lemma: str) -> str:
    plain = lemma.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z]+", "_", plain.lower())
