"""Items of lists that are announced as advice, recommendations, demands, proposals, principles or themes to work on."""

import re

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.lexicon import rows

from .issuing import is_actor
from .modals import modal

_PLURALS = {form: row[2] for row in rows("list_announcers") for form in row[1].split("|")}
_WORD = re.compile(r"[^\W\d_]+")
_OUGHT = re.compile(
    r"\b(?:skal|må|bør|brug for|behov for|kræver|forudsætter)\b|^(?:styrk|skab|giv|sæt|lav|brug|få|gør|hold|tag|lad|skær|fokus på)\w*\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"\btil\s+((?:(?:de|den|det|alle|landets)\s)?[\w-]+(?:\s(?:og\s)?[\w-]+){0,2})\s*[:.!]*$")
_SINGULARS = {row[0]: row[2] for row in rows("list_announcers")}
_NUMBERED = re.compile(r"([^\W\d_]+)\s(?:nr\.\s)?\d{1,2}\s*[:.–-]\s+\S+\s\S+")
_MAX_WORDS = 30


def announced_items(segments: list[Segment]) -> set[str]:
    """Identifiers of the segments of `segments` that are items of a list announced as advice; only the outermost items."""
    found = {segment.id for segment in segments if _numbered(segment.text)}
    for start, end in _lists(segments):
        items = segments[start:end]
        outer = min(_depth(item) for item in items)
        items = [item for item in items if _depth(item) == outer]
        announced = _announcement(segments, start)
        if announced == "yes" or (announced == "maybe" and _say_what_to_do(items)):
            found |= {item.id for item in items if not item.text.endswith("?")}
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


def _announcement(segments: list[Segment], start: int) -> str | None:
    """`yes` or `maybe` when the heading or the sentence above the list announces advice; None when it does not."""
    for segment in reversed(segments[max(0, start - 2) : start]):
        lead = segment.sentences[-1].text if segment.kind != "heading" and segment.sentences else segment.text
        if segment.kind == "list_item" or len(lead.split()) > _MAX_WORDS:
            return None
        asks = lead.rstrip().endswith(":") and modal(lead, narrated=False) is not None
        kind = "yes" if asks else announcer(lead)
        if kind is not None or segment.kind == "heading":
            return kind
        if not lead.rstrip().endswith(":") and segment.kind == "paragraph":
            return None
    return None


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
    return sum(1 for item in items if _OUGHT.search(item.text)) * 2 >= len(items)
