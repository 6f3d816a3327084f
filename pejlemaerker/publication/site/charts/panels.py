"""Small grounds of their own for single indicators: what was measured as a line, what is aimed at as a level to be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .marks import SOFT, WIDE, Dot, Drawing, Label, Line, series
from .words import clean, fitting, lines, number, shorten, word

_HEIGHT, _PLOT, _GAP, _INSET = 200, 84, 28, 34
_YEAR = 32
_SHORT = 11  # characters of a figure as it is written that have room beside others


@dataclass(frozen=True, slots=True)
class Point:
    """A figure for a year: one that is aimed at, or one that was measured."""

    target: bool
    year: int
    value: float
    written: str

    @property
    def label(self) -> str:
        """The figure as it is written, where that is short."""
        return clean(self.written) if len(self.written) <= _SHORT else number(self.value)


Indicator = tuple[str, str, Sequence[Point]]


def panels(indicators: Sequence[Indicator], width: float) -> Drawing:
    """Indicators, each with what it counts, whose it is, and points of at least two years; two in a row where there is room for it."""
    across = 2 if width >= WIDE and len(indicators) > 1 else 1
    step = (width + _GAP) / across
    drawing = Drawing(width, -(-len(indicators) // across) * _HEIGHT)
    for place, (subject, organisation, points) in enumerate(indicators):
        left, top, room = place % across * step, place // across * _HEIGHT, step - _GAP
        told = lines(subject, fitting(room, 13))
        drawing.add(*(Label(left, top + 10 + 15 * n, line, weight="bold") for n, line in enumerate(told)))
        drawing.add(Label(left, top + 11 + 15 * len(told), shorten(organisation, fitting(room)), colour=SOFT))
        _plot(drawing, points, left, top + _HEIGHT - 34, room)
    return drawing


def _plot(drawing: Drawing, points: Sequence[Point], left: float, ground: float, width: float) -> None:
    """The points of an indicator above the line `ground`, which is zero."""
    years, most = sorted({point.year for point in points}), max(point.value for point in points) or 1
    across = {year: left + _INSET + (width - 2 * _INSET) * (year - years[0]) / (years[-1] - years[0]) for year in years}
    drawing.add(Line(left, ground, left + width, ground))
    drawing.add(*(Label(across[year], ground + 12, str(year), "center", SOFT) for year in _said(across)))
    placed = [(point, across[point.year], ground - _PLOT * point.value / most) for point in points]
    aims = [(point, x, y) for point, x, y in placed if point.target]
    for point, x, y in aims:
        drawing.add(Line(left, y, x, y, series(2), dashed=True), Dot(x, y, series(2), "diamond", 110))
        drawing.add(Label(x, y - 14, word("chart_aim", value=point.label), "center", series(2)))
    _measured(drawing, [(point, x, y) for point, x, y in placed if not point.target], ground, [y for _, _, y in aims])


def _measured(
    drawing: Drawing, placed: Sequence[tuple[Point, float, float]], ground: float, levels: Sequence[float]
) -> None:
    """What was measured, with the figure above each point, beneath it where a line would run through that, or behind it."""
    for (_, x, y), (_, x2, y2) in pairwise(placed):
        drawing.add(Line(x, y, x2, y2, series(1), 2))
    for place, (point, x, y) in enumerate(placed):
        beside = [other[2] for other in (*placed[max(0, place - 1) : place], *placed[place + 1 : place + 2])]
        crossed = any(other < y - 8 for other in beside) or any(y - 24 < level < y + 2 for level in levels)
        if crossed and y + 22 >= ground:
            drawing.add(Dot(x, y), Label(x + 8, y, point.label))
        else:
            drawing.add(Dot(x, y), Label(x, y + 15 if crossed else y - 13, point.label, "center"))


def _said(across: dict[int, float]) -> list[int]:
    """The years whose numbers have room beside one another: the last, and those before it."""
    said: list[int] = []
    for year, x in reversed(across.items()):
        if not said or across[said[-1]] - x >= _YEAR:
            said.append(year)
    return said
