"""Which quantities are figures that measure something, and whether they are measured, aimed at or planned."""

import re

from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.quantities import Quantity

_NOUNS = words("no_indicators")
_ANNOUNCERS = frozenset(form for row in rows("list_announcers") for form in (row[0], *row[1].split("|")))
_CUES = {
    kind: re.compile(
        "|".join(rf"\b{re.escape(row[0])}" for row in rows("figure_cues") if row[1] == kind), re.IGNORECASE
    )
    for kind in ("target", "planned", "duration")
}
_TIME = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_PER = re.compile(r"\b(?:pr\.|per|for hver|(?:\d+|[a-zæøå]+)\s+af\s+[\w-]+s)\s+$")
_UNMEASURED = frozenset({"times"})
_SMALL = 12
_LIST = 20  # nobody announces more pieces of advice than this
_FUTURE = re.compile(r"\b(?:i|inden|senest|frem mod|til)\s+(?:udgangen af\s+)?(20[2-9]\d)\b")
_CLAUSE_MARK = re.compile(r"[;.]\s|,\s(?:og|men|mens)\s")


def is_figure(sentence: str, quantity: Quantity, subject: str | None) -> bool:
    """Whether `quantity` in `sentence` measures something; `subject` is what it counts."""
    if _PER.search(sentence[: quantity.start]):
        return False  # the base of a rate: `3,5 sygeplejersker pr. 1.000 indbyggere`
    if quantity.unit in _TIME:
        return bool(_CUES["duration"].search(sentence))
    if quantity.unit != "count":
        return quantity.unit not in _UNMEASURED
    first = (subject or "").lower().split()
    if not first or _measures_nothing(first, few=quantity.value <= _LIST):
        return False
    if quantity.form == "words" and quantity.value <= _SMALL and quantity.comparator == "=":
        return False
    return (
        quantity.value >= 10
        or quantity.value % 1 > 0
        or quantity.form in ("change_from", "change_to")
        or quantity.form == "part_of"
        or quantity.comparator != "="
    )


def _measures_nothing(phrase: list[str], *, few: bool) -> bool:
    """Whether a counted noun is none that measures: a part of a text, or, where they are `few`, the points of a list."""
    nouns = [word for word in phrase[:3] if word not in ("forskellige", "andre", "nye", "store", "små")]
    if not nouns:
        return True
    return (
        any(noun in _NOUNS or (few and noun in _ANNOUNCERS) for noun in (nouns[0], nouns[-1])) or nouns[0][0].isdigit()
    )


def kind_of(sentence: str, quantity: Quantity, year: int | None, before: str) -> str:
    """measured, target or planned; `year` is the year of publication, `before` the sentence before."""
    clause = _clause(sentence, quantity)
    if quantity.unit in ("DKK", "EUR", "full_time_equivalents") and _CUES["planned"].search(clause):
        return "planned"
    if _CUES["target"].search(clause) or re.search(r"(?i:\bmål(?:et|sætning\w*|)\b|\bambition)", before[-120:]):
        return "target"
    future = _FUTURE.search(clause)
    if future and year is not None and int(future[1]) > year:
        return "target"
    return "planned" if _CUES["planned"].search(clause) and quantity.unit == "count" else "measured"


def _clause(sentence: str, quantity: Quantity) -> str:
    start = 0
    for match in _CLAUSE_MARK.finditer(sentence, 0, quantity.start):
        start = match.end()
    end = _CLAUSE_MARK.search(sentence, quantity.end)
    return sentence[start : end.start() if end else len(sentence)]
