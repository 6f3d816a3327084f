"""Two numbers that make one quantity: ranges (`10 til 15 procent`), ratios (`to ud af tre`), parts (`75 af de 98`)."""

import re
from dataclasses import replace

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.number_grammar import alternatives
from pejlemaerker.danish.quantities.atoms import ATOM, DASH
from pejlemaerker.danish.quantities.model import Term
from pejlemaerker.danish.quantities.terms import read_term
from pejlemaerker.danish.quantities.windows import GAP

_NEAR = alternatives([row[0] for row in rows("comparators") if row[2] == "before"])
_TO = re.compile(rf"{GAP}til{GAP}|(?:{GAP})?{DASH}(?:{GAP})?")
_AND = re.compile(rf"{GAP}og{GAP}(?:(?:{_NEAR}){GAP})?")
_CHANGE = re.compile(rf"{GAP}til{GAP}(?:(?:{_NEAR}){GAP})?")
_THE = rf"(?P<the>(?:alle{GAP})?(?:de|disse|vores|deres|alle){GAP}(?:i{GAP}alt{GAP})?)?"
_OF = re.compile(rf"{GAP}(?P<out>ud{GAP})?af{GAP}{_THE}")
_WORD_SCALES = (
    ("snese", 20.0),
    ("hundrede", 100.0),
    ("tusind", 1e3),
    ("tusinde", 1e3),
    ("millioner", 1e6),
    ("milliarder", 1e9),
)
_ROUND = (20, 100, 1000)  # `7 ud af 100` is said for a share


def _second(low: str, joint: re.Match[str] | None) -> Term | None:
    match = ATOM.match(low, joint.end()) if joint else None
    term = read_term(low, match) if match else None
    return term if term and term.value is not None else None


def join(low: str, first: Term, between: bool) -> Term:
    """`first` with the number that belongs to it, if there is one. `between`: `mellem` stands before it."""
    if first.value is None or first.high is not None:
        return first
    if first.whole and first.bare and (joined := _of(low, first)):
        return joined
    second = _second(low, (_AND if between else _TO).match(low, first.end))
    return (second and _range(low, first, second)) or first


def _of(low: str, first: Term) -> Term | None:
    joint = _OF.match(low, first.end)
    second = _second(low, joint)
    if not joint or not second or not second.whole or not first.value or not second.value:
        return None
    if first.value >= second.value * second.scale:
        return None
    small = second.value <= 10 or (bool(joint["out"]) and second.value in _ROUND)
    if small and second.bare and not joint["the"]:
        share = round(100 * first.value / second.value, 1)
        return Term(first.start, second.number_end, second.end, share, unit="percent", form="ratio")
    shared = replace(first, scale=second.scale, factor=second.factor, unit=second.unit) if second.unit else first
    return replace(shared, end=second.end, form="part_of")


def shared_units(low: str, first: Term, second: Term) -> Term | None:
    """`first` with the scale and unit it leaves to `second` (`5 og 7 mia. kr.`), None where the two do not agree."""
    if first.unit is not None:
        return first if first.unit == second.unit else None
    if second.form in ("fraction", "every_nth", "ratio"):
        return None
    if first.scale != 1.0:
        return replace(first, unit=second.unit, factor=second.factor)
    scale = second.scale
    if second.form == "words" and scale == 1.0 and first.value and second.value:
        last = low[second.start : second.number_end]
        sizes = [size for word, size in _WORD_SCALES if last.endswith(word) and first.value < second.value / size]
        scale = sizes[0] if sizes else 1.0
    return replace(first, scale=scale, unit=second.unit, factor=second.factor)


def _range(low: str, first: Term, second: Term) -> Term | None:
    shared = None if second.high is not None else shared_units(low, first, second)
    if shared is None or shared.value is None or second.value is None:
        return None
    value = round(shared.value * shared.scale * shared.factor, 6)
    high = round(second.value * second.scale * second.factor, 6)
    if value >= high:
        return None
    figures = f"{first.figures}-{second.figures}" if first.figures and second.figures else ""
    return Term(first.start, second.number_end, second.end, value, high, 1.0, 1.0, second.unit, "range", figures)


def change(low: str, first: Term) -> Term:
    """`first` of `fra 5 til 7 procent` with the unit of the number it changes to; unchanged where there is none."""
    second = _second(low, _CHANGE.match(low, first.end))
    shared = shared_units(low, first, second) if second and first.high is None else None
    return replace(shared, form="change_from") if shared and shared.form in ("digits", "words") else first
