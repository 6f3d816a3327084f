"""Reading one number where it stands: words, figures, ranges of figures, fractions and `hver tredje`, with its unit."""

import re
from dataclasses import replace

from pejlemaerker.danish.numbers import GLYPHS, cardinal, figures, ordinal
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
            written = match.group().split()[1].rstrip(".")
            nth = ordinal(written) or int(written)
            return _share(start, start, end, 100 / nth, "every_nth") if nth > 1 else Term(start, end, end, None)
        case "digits":
            return _figures(low, start, end)
        case "mixed":
            return _measured(low, Term(start, end, end, _mixed(match.group())))
        case "spoken":
            whole, _, decimals = match.group().split()
            return _measured(low, Term(start, end, end, float(f"{whole}.{decimals}")))
        case "rough":
            value = cardinal(f"{'to' if match['pair'] else 'en'} {match['core']}")
            return _measured(low, Term(start, end, end, value, form="words", about=True))
        case "few":
            return _measured(low, Term(start, end, end, 2.0, form="words", about=True))
        case "words" | "one":
            about = "snes" in match.group().split()  # `en snes` is about twenty, `to snese` are forty
            return _counted(low, Term(start, end, end, cardinal(match.group()), form="words", about=about))
    return Term(start, end, end, None)


def _mixed(written: str) -> float:
    whole, part = written.split()
    over, _, under = part.partition("/")
    return int(whole) + (int(over) / int(under) if under else GLYPHS[part])


def _share(start: int, number_start: int, end: int, percent: float, form: str) -> Term:
    share = round(percent, 1 if percent >= 0.1 else 6)
    return Term(start, end, end, share, unit="percent", form=form, number_start=number_start)


def _counted(low: str, term: Term) -> Term:
    """`term` with the fraction or the units that follow it."""
    if term.value is not None and term.whole and (part := FRACTION.match(low, term.end)):
        nth = ordinal(part["ordinal"]) or 1
        share = _share(term.start, term.start, part.end(), 100 * term.value / nth, "fraction")
        return replace(share, about=bool(part["size"]))
    return _measured(low, term)


def _measured(low: str, term: Term) -> Term:
    end, scale, unit, factor = units_after(low, term.end)
    if unit is None and scale == 1.0:
        return term
    return replace(term, end=end, scale=scale, unit=unit, factor=factor)


def _figures(low: str, start: int, end: int) -> Term:
    written = low[start:end]
    plain = written if written.isdigit() else ""
    if written in GLYPHS and low.startswith(" af ", end):
        return _share(start, start, end, 100 * GLYPHS[written], "fraction")
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
