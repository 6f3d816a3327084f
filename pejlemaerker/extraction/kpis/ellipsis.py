"""Figures that leave something out: `tallet er nu nede på 12,4`, `ni af dem`, `30 millioner til en kaj`.

What is left out stands with the figure before: its unit and what it counts.
"""

import re
from dataclasses import dataclass, replace

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.quantities import Quantity
from pejlemaerker.danish.reporting import FINITE_VERBS

from .phrases import Counted, counted

_STOPS = frozenset(row[0] for row in rows("phrase_stops"))
_LINK = re.compile(
    r"(?i:\b(?:på|til|fra|er|var|bliver|blev|mod|under|over|andelen|tallet|antallet|lå|ligger|tidligere|før|gennemsnittet|tal|mål(?:et)?|højst|mindst))"
    r"\s+(?:(?:der|det|den|nu|kun|allerede|godt|knap|cirka|omkring|næsten|mindst|højst|på|under|over)\s+){0,2}$"
)
_CLOSED = re.compile(r"\s*(?:[.,;:!?)”“»«\"]|$)|\s+(?:i|året|om|pr\.|efter|på|og|mod|til|sidste|samme)\b")
_OF_THEM = re.compile(r"\s+af\s+(?:dem|jer|os|disse|de\s+\d+)\b")
# `heraf 780 på hospitalerne`, `hvoraf de 11.000`
_OF_WHICH = re.compile(r"(?i:\b(?:heraf|hvoraf|deraf)\s+(?:de\s+)?(?:er\s+)?)$")
# `fra 61 i 2022 til 17 i 2023`: the years part what belongs together.
_WHEN = r"(?:\s+(?:i\s+)?(?:(?:19|20)\d\d|fjor|sidste\sår|i\sdag))"
_FROM = re.compile(r"\bfra\s+$")
_TO = re.compile(rf"{_WHEN}\s+til\s+(?:\w+\s+)?\d")
_FROM_TO = re.compile(rf"\bfra\s+\d[\d.,]*{_WHEN}\s+til\s+(?:\w+\s+)?$")
_NUMBER_OF = re.compile(
    r"\b([Aa]ntal(?:let)?\s+af\s+(?:[a-zæøå-]+\s){0,3}?[a-zæøå-]+)(?=\s(?:er|var|blev|steg|stiger|faldt|falder|lå|ligger|kom|nåede|fordoblet)\b|,)"
)
_MILLIONS = re.compile(r"(?i:\b(?:mio|mia|million(?:er)?|milliard(?:er)?)\b\.?)$")
_WORD = re.compile(r"\s+([^\W\d_][\w-]*)")
_OPENS = re.compile(r"(?:^|[.!?:;,”“»«\"–-]\s*|\b(?:og|men|mens|at)\s+)$")
_FAR = 10.0  # two figures for one thing are of one magnitude
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Named:
    """A figure that says what it counts, for those behind it that do not."""

    quantity: Quantity
    subject: str | None


def completed(text: str, quantity: Quantity, before: Named | None, *, money: bool) -> tuple[Quantity, Counted] | None:
    """`quantity` of the sentence `text` with the unit and the subject that it leaves out; None where nothing says what they are.

    `before` is the figure before, in this sentence or in the one before it; `money`: the article speaks of kroner.
    """
    if quantity.unit != "count":
        return None
    if money and _MILLIONS.search(text[: quantity.end]) and not _counts_something(text, quantity.end):
        return replace(quantity, unit="DKK"), Counted(None, quantity.start, quantity.end)
    if _FROM.search(text[: quantity.start]) and _TO.match(text, quantity.end):
        return _changed(text, replace(quantity, form="change_from"))
    if _FROM_TO.search(text[: quantity.start]):
        return _changed(text, replace(quantity, form="change_to"))
    of_them = _OF_THEM.match(text, quantity.end)
    if of_them is not None:
        return quantity, Counted(before.subject if before else None, quantity.start, of_them.end())
    number_of = _NUMBER_OF.search(text[: quantity.start])
    if number_of is not None and _is_bare(text, quantity) and _clause_has(text, number_of.end(), quantity.start):
        return quantity, Counted(number_of[1], quantity.start, quantity.end)
    if before is not None and _same(quantity, before.quantity) and _is_bare(text, quantity):
        unit = before.quantity.unit
        return replace(quantity, unit=unit), Counted(before.subject, quantity.start, quantity.end)
    if before is not None and _OF_WHICH.search(text[: quantity.start]):
        return quantity, Counted(before.subject, quantity.start, quantity.end)
    verb = _WORD.match(text, quantity.end)
    acts = verb is not None and verb[1].lower() in FINITE_VERBS and _OPENS.search(text[: quantity.start]) is not None
    if acts and quantity.form == "digits" and quantity.value >= _FEWEST:
        return quantity, Counted(before.subject if before else None, quantity.start, quantity.end)
    return None


def _changed(text: str, quantity: Quantity) -> tuple[Quantity, Counted]:
    what = counted(text, quantity)
    return quantity, Counted(what.subject, quantity.start, quantity.end)


def _counts_something(text: str, position: int) -> bool:
    """Whether a noun follows that the millions may count."""
    word = _WORD.match(text, position)
    return word is not None and word[1].lower() not in _STOPS and word[1].lower() not in FINITE_VERBS | {"og", "kr"}


def _clause_has(text: str, start: int, end: int) -> bool:
    """Whether no clause ends, and no other figure stands, in text[start:end]."""
    return re.search(r"[.;:!?]\s|,\s(?:og|men|mens)\s|\d", text[start:end]) is None


def _is_bare(text: str, quantity: Quantity) -> bool:
    return _LINK.search(text[: quantity.start]) is not None and _CLOSED.match(text, quantity.end) is not None


def _same(quantity: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one thing: neither money, and of one magnitude."""
    if other.unit in ("DKK", "EUR", "USD") or not quantity.value or not other.value:
        return False
    return 1 / _FAR <= quantity.value / other.value <= _FAR
