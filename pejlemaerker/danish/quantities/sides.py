"""What belongs to a number on either side of it: comparators, `mellem`, `fra`, a sign of money, a minus."""

from dataclasses import dataclass

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.quantities.units import PREFIXES

_BEFORE = {row[0]: row[1] for row in rows("comparators") if row[2] == "before"}
_GUARDS = {row[0]: frozenset(row[3].split()) for row in rows("comparators") if len(row) > 3}
_AFTER = tuple((row[0], row[1]) for row in rows("comparators") if row[2] == "after")
_AFTER_STARTS = frozenset(f" {phrase[:2]}" for phrase, _ in _AFTER)
_LONGEST = max(len(phrase.split()) for phrase in _BEFORE)
_SYMBOLS = frozenset(phrase for phrase in _BEFORE if not phrase[0].isalnum())


@dataclass(frozen=True, slots=True)
class Left:
    """What was read before a number: where it starts, what it says, and the `words` that stand before that."""

    start: int
    words: tuple[str, ...]
    comparator: str = "="
    phrase: str = ""
    unit: str | None = None
    negative: bool = False


def read_left(low: str, words: list[tuple[int, str]], start: int, money: bool) -> Left:
    """Reads leftwards from a number at `start`; `money`: a sign of money may stand before it, as it has none behind."""
    unit, negative, glued = None, False, low[start - 1 : start] if start else ""
    if glued in PREFIXES and money:
        unit, start, words = PREFIXES[glued], start - 1, words[:-1]
    elif glued in _SYMBOLS and glued:
        return Left(start - 1, tuple(word for _, word in words[:-1]), _BEFORE[glued], glued)
    elif words and words[-1][1] in PREFIXES and money:
        unit, start, words = PREFIXES[words[-1][1]], words[-1][0], words[:-1]
    elif words and words[-1][1] == "minus":
        negative, start, words = True, words[-1][0], words[:-1]
    elif glued in ("-", "−") and words and words[-1][1] == glued and len(words) > 1:
        negative, start, words = True, start - 1, words[:-1]
    comparator, phrase, count = _comparator(words)
    if count:
        start = words[-count][0]
    return Left(start, tuple(word for _, word in words[: len(words) - count]), comparator, phrase, unit, negative)


def _comparator(words: list[tuple[int, str]]) -> tuple[str, str, int]:
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[-count:])
        if phrase in _BEFORE:
            before = words[-count - 1][1] if len(words) > count else ""
            return ("=", "", 0) if before in _GUARDS.get(phrase, ()) else (_BEFORE[phrase], phrase, count)
    return "=", "", 0


def read_right(low: str, end: int) -> tuple[int, str]:
    """The end and the comparator of a phrase behind a number (`50 eller flere`); `end` and `` if there is none."""
    if low[end : end + 3] not in _AFTER_STARTS:
        return end, ""
    for phrase, comparator in _AFTER:
        stop = end + 1 + len(phrase)
        if low.startswith(phrase, end + 1) and not low[stop : stop + 1].isalnum():
            return (end, "") if low.startswith(" end ", stop) else (stop, comparator)
    return end, ""
