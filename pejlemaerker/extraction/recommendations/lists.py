"""Items of lists that are announced as advice, recommendations, demands, proposals, principles or themes to work on."""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Segment, Sentence
from pejlemaerker.danish.imperatives import opens_imperatively
from pejlemaerker.danish.lexicon import rows

from .issuing import is_actor
from .modals import modal
from .performatives import recommends

_PLURALS = {form: row[2] for row in rows("list_announcers") for form in row[1].split("|")}
_WORD = re.compile(r"[^\W\d_]+")
_OUGHT = re.compile(r"\b(?:skal|må|bør|brug for|behov for|kræver|forudsætter)\b|^fokus på\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"\btil\s+((?:(?:de|den|det|alle|landets)\s)?[\w-]+(?:\s(?:og\s)?[\w-]+){0,2})\s*[:.!]*$")
_SINGULARS = {row[0]: row[2] for row in rows("list_announcers")}
_NUMBERED = re.compile(r"([^\W\d_]+)\s(?:nr\.\s)?\d{1,2}\s*[:.–-]\s+\S+\s\S+")
# A sentence that is not at its end: `Vi anbefaler:`, `Vi anbefaler, at staten`, `Tre ting, jeg vil råde andre til`.
_OPEN_END = re.compile(r"[:,]\s*$|\bat(?:\s[\w-]+){0,5}\s*$|\b(?:til|om)\s*$")
# Demands that somebody makes, not those that a job or a form makes: `foreningens krav`, `fem krav til regeringen`.
_DEMANDS = re.compile(
    r"\b(?:(?:to|tre|fire|fem|seks|syv|otte|ni|ti|\d+|vores|vore|stiller|\w+s)\s(?:[\w-]+\s){0,2}?(?:krav|ønsker))\b",
    re.IGNORECASE,
)
_MAX_WORDS = 30


@dataclass(frozen=True, slots=True)
class AnnouncedList:
    """A list of advice: its `items` (only the outermost ones), and the sentence that the items go on with (`Vi foreslår, at:`)."""

    items: tuple[Segment, ...]
    lead: Sentence | None


def announced_lists(segments: list[Segment]) -> list[AnnouncedList]:
    """The lists among `segments` that are announced as advice, and single paragraphs that number themselves as a piece of it."""
    found = [AnnouncedList((segment,), None) for segment in segments if _numbered(segment.text)]
    for start, end in _lists(segments):
        items = segments[start:end]
        outer = min(_depth(item) for item in items)
        items = [item for item in items if _depth(item) == outer]
        announced = _announcement(segments, start)
        if announced == "yes" or (announced == "maybe" and _say_what_to_do(items)) or _all_ask(items):
            kept = tuple(item for item in items if not item.text.endswith("?"))
            found.append(AnnouncedList(kept, _lead(segments, start)))
    return found


def asked_by_heading(heading: str | None) -> str | None:
    """Whom the heading of a list asks: `Fem anbefalinger til kommunerne`, `Ønsker til staten`."""
    match = _TO_WHOM.search(heading) if heading else None
    return match[1] if match and is_actor(match[1]) else None


def _numbered(text: str) -> bool:
    """Whether a paragraph says itself that it is a piece of advice: `Anbefaling 2: Giv …`."""
    match = _NUMBERED.match(text)
    return match is not None and _SINGULARS.get(match[1].lower()) == "yes"


def _lists(segments: list[Segment]) -> list[tuple[int, int]]:
    """Places (half-open) of the runs of list items."""
    found, start = [], None
    for i, segment in enumerate([*segments, None]):
        is_item = segment is not None and segment.kind == "list_item"
        if is_item and start is None:
            start = i
        elif not is_item and start is not None:
            found.append((start, i))
            start = None
    return found


def _depth(segment: Segment) -> int:
    return int(segment.row.get("level") or 1)


def _lead(segments: list[Segment], start: int) -> Sentence | None:
    """The sentence right above a list that is not ended, so that the items go on with it."""
    if start == 0 or segments[start - 1].kind == "list_item" or not segments[start - 1].sentences:
        return None
    last = segments[start - 1].sentences[-1]
    return last if _OPEN_END.search(last.text) else None


def _announcement(segments: list[Segment], start: int) -> str | None:
    """`yes` or `maybe` when the heading or the sentence above the list announces advice; None when it does not."""
    for segment in reversed(segments[max(0, start - 2) : start]):
        lead = segment.sentences[-1].text if segment.kind != "heading" and segment.sentences else segment.text
        if segment.kind == "list_item" or len(lead.split()) > _MAX_WORDS:
            return None
        kind = "yes" if _asks(lead) or _DEMANDS.search(lead) else announcer(lead)
        if kind is not None or segment.kind == "heading":
            return kind
        if not lead.rstrip().endswith(":") and segment.kind == "paragraph":
            return None
    return None


def _asks(lead: str) -> bool:
    """Whether an unfinished sentence recommends, or says what ought to be done: `Foreningen foreslår, at staten`."""
    return _OPEN_END.search(lead) is not None and (modal(lead, narrated=False) is not None or recommends(lead))


def announcer(text: str) -> str | None:
    """Whether `text` announces advice: `yes`, `maybe` (themes), None. It names them in the plural, or counts them."""
    best = None
    for match in _WORD.finditer(text):
        word = match[0].lower()
        kind = _PLURALS.get(word) or next(
            (_PLURALS[word[-size:]] for size in range(4, len(word) - 2) if word[-size:] in _PLURALS), None
        )
        if kind == "yes":
            return "yes"
        best = best or kind
    return best


def _say_what_to_do(items: list[Segment]) -> bool:
    return sum(1 for item in items if _OUGHT.search(item.text) or opens_imperatively(item.text)) * 2 >= len(items)


def _all_ask(items: list[Segment]) -> bool:
    """Whether nearly all of at least two items ask in the imperative; links and buttons in two words do not count."""
    asking = sum(1 for item in items if opens_imperatively(item.text) and len(item.text.split()) >= 4)
    return asking >= 2 and asking * 5 >= len(items) * 3
