"""Bars beneath one another, each with a name above and a number behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .marks import SOFT, Box, Drawing, Label, series
from .words import fitting, number, shorten, spelled

_STEP, _BAR = 34, 11
_NUMBER = 44  # room behind the longest bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it stands for, how much that is, and the number of its colour."""

    name: str
    amount: int
    colour: int = 1


def ranking(bars: Sequence[Bar], width: float, other: str | None = None) -> Drawing:
    """`bars` in their order, the largest as long as there is room for; `other` names those of the second colour, if any."""
    most = max(bar.amount for bar in bars)
    drawing = Drawing(width, _STEP * len(bars))
    for place, bar in enumerate(bars):
        top, length = place * _STEP, max(1.0, (width - _NUMBER) * bar.amount / most)
        drawing.add(
            Label(0, top + 8, bar.name if spelled(bar.name) else shorten(bar.name, fitting(width))),
            Box(0, top + 16, length, _BAR, series(bar.colour)),
            Label(length + 5, top + 22, number(bar.amount), colour=SOFT),
        )
    if other is not None and any(bar.colour == 2 for bar in bars):
        drawing.add(Box(0, drawing.height + 8, _BAR, _BAR, series(2)), Label(_BAR + 6, drawing.height + 14, other))
        drawing.height += 24
    return drawing
