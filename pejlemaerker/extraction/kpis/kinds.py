"""Whether a figure is measured, aimed at or planned: by cues, by the tense and mood of its words, by what stands above it."""

import re

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.quantities import Quantity

from .mood import reaches, unreal

_CUES = {
    kind: re.compile(
        rf"\b{alternatives((row[0] for row in rows('figure_cues') if row[1] == kind), space=' ')}", re.IGNORECASE
    )
    for kind in ("target", "planned")
}
_MONEY = frozenset({"DKK", "EUR", "USD", "full_time_equivalents"})
_FUTURE = re.compile(r"\b(?:i|inden|senest|frem mod|til)\s+(?:udgangen af\s+)?(20[2-9]\d)\b")
_SET_ASIDE = re.compile(r"\b(?:sat|sætter|satte|sættes)\b.{0,60}\baf\b")
# What has happened, whatever was once planned: `har sparet en milliard`, `forbrugt: 1,7 mio.`
_DONE = re.compile(
    r"\b(?:har|er|blev)\s(?:\w+\s)?nået\b|\bnåede\b|\b(?:har|havde)\s(?:[\w-]+\s){0,6}?(?:sparet|skåret|brugt|kostet|givet|betalt|forbrugt)\b|"
    r"\b[Ff]orbrugt\b|^[Ff]orbrug:",
)
_BUDGET = re.compile(r"(?i:\bbudget)")
_GOAL = re.compile(r"(?i:\bmål(?:et|ene|sætning\w*|)\b|\bambition)")
_AIMS = re.compile(
    r"\bvil\s(?:\w+\s){0,2}?(?:have|nå|sænke|hæve|øge|nedbringe|reducere|halvere|afskaffe|skære)\b|\bskal\s(?:tallet|andelen|ventetiden|antallet)\b|"
    r"\b(?:bør|skal|må)\s(?:[\w-]+\s){0,8}?(?:højst|mindst|maks|maksimalt|under|ned på|op på|omkring|mere end|flere end)\b|"
    r"\b[\wæøå]*mål(?:et|ene|sætning(?:en|er)?)?\s(?:om|på)\s|\bat\snå\s|^\W*(?:[Hh]øjst|[Mm]indst|[Mm]aks)\s\S+\s\w+\W*$"
)
_OUGHT = re.compile(r"\b(?:skal|bør|må)\b")
# A line that only says how much for what: `20 millioner til makkerskaber.`
_FOR_WHAT = re.compile(r"\s(?:(?:årligt|ekstra|mere|om året)\s)?(?:i\s20[\d–-]+\s)?til\s")
_EXPECTED = re.compile(r"\bforvent(?:es|ede|et|er)\b")
_CUT = re.compile(r"\b(?:besparelse|nedskæring|beskæring)(?:en|er)?\spå\s")
_SAVES = re.compile(r"\bspar")
# What the state takes and gives, and what it demands: a new rate is a proposal, not something to be reached.
_RATE = re.compile(r"(?i:afgift|skat|moms|fradrag|takst|tilskud|præmie)")
# The mark first, which `re` finds at once, then what it must not stand behind.
_CLAUSE_MARK = re.compile(
    r"[;.,](?:(?<!,)(?<!\bkr.)(?<!\bmio.)(?<!\bmia.)(?<!\bpct.)(?<!\bca.)(?<!\bpr.)\s|(?<=,)\s(?:og|men|mens)\s)"
)


def kind_of(sentence: str, quantity: Quantity, year: int | None, before: str) -> str:
    """measured, target or planned; `year` is the year of publication, `before` the sentence before, or the heading above."""
    start, end = _clause(sentence, quantity)
    clause = sentence[start:end]
    if _DONE.search(clause):
        return "measured"
    if quantity.unit == "percent" and _CUT.search(clause):
        return "planned"
    if quantity.form == "change_from":
        return "measured"  # what it is to be brought down from
    to_be = unreal(sentence, start, end, quantity) or _is_grant(sentence, quantity)
    if quantity.unit in _MONEY:
        return _of_money(clause, before, to_be=to_be or _is_ahead(clause, year))
    return _of_others(clause, before, quantity, to_be=to_be, ahead=_is_ahead(clause, year))


def of_time_to_come(quantity: Quantity) -> str:
    """The kind of a figure for a time after publication, which nobody has measured."""
    return "planned" if quantity.unit in _MONEY else "target"


def _of_money(clause: str, before: str, *, to_be: bool) -> str:
    """A sum is rarely a goal: it is set aside, granted, offered, or it has been spent."""
    planned = _CUES["planned"].search(clause) or _EXPECTED.search(clause) or _SET_ASIDE.search(clause)
    if planned or _BUDGET.search(before):
        return "planned"
    if _GOAL.search(clause):
        return "target"
    return "planned" if to_be or _CUES["target"].search(clause) or _GOAL.search(before[-120:]) else "measured"


def _of_others(clause: str, before: str, quantity: Quantity, *, to_be: bool, ahead: bool) -> str:
    if (to_be or _GOAL.search(before[-120:])) and _RATE.search(clause):
        return "planned"
    if to_be and quantity.unit == "percent" and _OUGHT.search(clause):
        return "target"
    if _CUES["target"].search(clause) or _AIMS.search(clause) or (to_be and reaches(clause)):
        return "target"
    if to_be:
        return "planned"
    if _GOAL.search(before[-120:]):
        return "target"
    if quantity.unit == "count" and _CUES["planned"].search(clause) and not _SAVES.search(clause):
        return "planned"
    return "target" if ahead else "measured"


def _is_grant(sentence: str, quantity: Quantity) -> bool:
    led = sentence[: quantity.start].strip(" –-•»”") == ""
    return quantity.unit in _MONEY and led and _FOR_WHAT.match(sentence, quantity.end) is not None


def _is_ahead(clause: str, year: int | None) -> bool:
    """Whether the clause names a year after the `year` of publication."""
    future = _FUTURE.search(clause)
    return future is not None and year is not None and int(future[1]) > year


def _clause(sentence: str, quantity: Quantity) -> tuple[int, int]:
    start = 0
    for match in _CLAUSE_MARK.finditer(sentence, 0, quantity.start):
        start = match.end()
    end = _CLAUSE_MARK.search(sentence, quantity.end)
    return start, end.start() if end else len(sentence)
