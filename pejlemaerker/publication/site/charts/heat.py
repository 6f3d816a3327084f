"""Numbers in rows and columns, each on a ground that is the stronger the more it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .marks import GRID, SOFT, WIDE, Box, Drawing, Label, Line, series
from .words import fitting, lines, number, seen, shorten, spelled

_STRONGEST, _FAINTEST = 0.5, 0.08  # words keep their contrast on the strongest, in light and dark
_LEVEL, _LINE, _GAP = 18, 14, 1
_MARGIN = 20  # where heads on two levels reach beyond the last column


@dataclass(frozen=True, slots=True)
class Heat:
    """What a heat map shows: names of rows and columns, and by place (row, column, from 0) a number and its strength from 0 to 1.

    `names` is the width left for the names of rows in the narrow drawing and in the wide one; the narrow one has the first `most` columns,
    or the `latest`.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    cells: Mapping[tuple[int, int], tuple[int, float]]
    names: tuple[float, float]
    most: int = 8
    latest: bool = False

    def draw(self, width: float) -> Drawing:
        """The map, `width` wide."""
        left = self.names[width >= WIDE]
        places = range(len(self.columns))
        if width < WIDE:
            places = places[-self.most :] if self.latest else places[: self.most]
        heads = [self.columns[place] for place in places]
        levels = 1 if max(len(seen(head)) for head in heads) <= fitting((width - left) / len(heads) - 4) else 2
        step = (width - left - (_MARGIN if levels == 2 else 0)) / len(heads)
        drawing = Drawing(width)
        top = _heads(drawing, heads, left, step, levels)
        for row, name in enumerate(self.rows):
            told = [name] if spelled(name) else lines(name, fitting(left - 8))
            height = max(26, _LINE * len(told) + 6)
            middle = top + height / 2
            for place, line in enumerate(told):
                drawing.add(Label(left - 8, middle + _LINE * (place - (len(told) - 1) / 2), line, "right"))
            self._cells(drawing, row, places, (left, top, step, height))
            top += height
        drawing.height = top
        return drawing

    def _cells(self, drawing: Drawing, row: int, places: range, at: tuple[float, float, float, float]) -> None:
        left, top, step, height = at
        for place, column in enumerate(places):
            amount, strength = self.cells.get((row, column), (0, 0.0))
            x = left + place * step
            size = step - _GAP, height - _GAP
            if not strength:
                drawing.add(Box(x, top, *size, GRID, 0.35))
            else:
                drawing.add(Box(x, top, *size, series(1), _FAINTEST + (_STRONGEST - _FAINTEST) * strength))
                drawing.add(Label(x + (step - _GAP) / 2, top + height / 2, number(amount), "center"))


def _heads(drawing: Drawing, columns: Sequence[str], left: float, step: float, levels: int) -> float:
    """The heads of columns, on two levels by turns where one has no room for them. Gives the height they take."""
    bottom = levels * _LEVEL + 2
    for place, name in enumerate(columns):
        x, level = left + (place + 0.5) * step, (place + 1) % levels
        y = bottom - _LEVEL * level - _LEVEL / 2
        words = name if spelled(name) else shorten(name, fitting(step * levels))
        drawing.add(Label(x, y, words, "center", SOFT))
        if level:
            drawing.add(Line(x, y + 8, x, bottom - 2))
    return float(bottom)
