"""Reading one number where it stands: words, figures, ranges of figures, fractions and `hver tredje`, with its unit."""

import re
from dataclasses import replace

from pejlemaerker.danish.numbers import ORDINALS, cardinal, figures
from pejlemaerker.danish.quantities.atoms import FRACTION, POINTED, RANGE, SLASHED
from pejlemaerker.danish.quantities.model import Term
from pejlemaerker.danish.quantities.units import units_after


def read_term(low: str, match: re.Match[str]) -> Term:
    """The term that begins at `match` of the ATOM pattern; its value is None where the figures are no number."""
    start, end = match.span()
    match match.lastgroup:
        case "half":
            return _share(start, start, end, 50.0, "fraction")
        case "every":
            ordinal = match.group().split()[1].rstrip(".")
            nth = ORDINALS.get(ordinal) or int(ordinal)
            return _share(start, start, end, 100 / nth, "every_nth") if nth > 1 else Term(start, end, end, None)
        case "digits":
            return _figures(low, start, end)
        case "mixed":
            whole, over, under = map(int, re.split(r"\D", match.group()))
            return _measured(low, Term(start, end, end, whole + over / under))
        case "words" | "one":
            value = cardinal(match.group())
            return _counted(low, Term(start, end, end, value, form="words"))
    return Term(start, end, end, None)


def _share(start: int, number_start: int, end: int, percent: float, form: str) -> Term:
    return Term(start, end, end, round(percent, 1), unit="percent", form=form, number_start=number_start)


def _counted(low: str, term: Term) -> Term:
    """`term` with the fraction or the units that follow it."""
    if term.value is not None and term.whole and (part := FRACTION.match(low, term.end)):
        share = _share(term.start, term.start, part.end(), 100 * term.value / ORDINALS[part["ordinal"]], "fraction")
        return replace(share, about=bool(part["size"]))
    return _measured(low, term)


def _measured(low: str, term: Term) -> Term:
    end, scale, unit, factor = units_after(low, term.end)
    return Term(term.start, term.number_end, end, term.value, term.high, scale, factor, unit, term.form, term.figures)


def _figures(low: str, start: int, end: int) -> Term:
    written = low[start:end]
    plain = written if written.isdigit() else ""
    if (value := figures(written)) is not None:
        return _counted(low, Term(start, end, end, value, figures=plain))
    if span := RANGE.fullmatch(written):
        return _range(low, start, end, *span.groups())
    if slashed := SLASHED.fullmatch(written):
        percent = 100 * int(slashed[1]) / int(slashed[2])
        if percent < 100 and low.startswith(" af ", end):
            return _share(start, start, end, percent, "fraction")
        term = _measured(low, Term(start, end, end, percent / 100))
        return Term(start, end, end, None) if term.bare or percent >= 100 else term
    if pointed := POINTED.fullmatch(written):
        # A point for the decimal comma is believed only where a unit rules out a date or a clock time.
        term = _measured(low, Term(start, end, end, float(f"{pointed[1]}.{pointed[2]}")))
        return Term(start, end, end, None) if term.bare or term.unit == "hours" else term
    return Term(start, end, end, None)


def _range(low: str, start: int, end: int, first: str, second: str) -> Term:
    value, high = figures(first), figures(second)
    if value is None or high is None:
        return Term(start, end, end, None)
    if high % 1000 == 0 and "." in second and value < 1000 and value * 1000 < high:
        value *= 1000  # 10-12.000 is ten to twelve thousand
    if value >= high or any(len(side) > 1 and side[0] == "0" and side.isdigit() for side in (first, second)):
        return Term(start, end, end, None)
    both = f"{first}-{second}" if first.isdigit() and second.isdigit() else ""
    return _measured(low, Term(start, end, end, value, high, form="range", figures=both))
