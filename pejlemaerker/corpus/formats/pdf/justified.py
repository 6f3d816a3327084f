"""Lines that are stretched to the width of their column, so far that their words seem to stand apart as cells do."""

from dataclasses import replace
from itertools import pairwise

from .edges import Row
from .marks import Piece

_EDGE = 3.0
_BESIDE = 2


def closed_up(rows: list[Row], column: list[Row]) -> list[Row]:
    """`rows` (some of those of `column`) in which the pieces of a stretched line are one."""
    left, right = min(row[0].x0 for row in column), max(piece.x1 for row in column for piece in row)
    ends = [row[-1].x1 >= right - _EDGE for row in column]
    flush = len(ends) >= 5 and sum(ends) >= 0.5 * len(ends)
    places = {id(row[0]): i for i, row in enumerate(column)}
    found = []
    for row in rows:
        i = places.get(id(row[0]), 0)
        near = column[max(i - _BESIDE, 0) : i] + column[i + 1 : i + 1 + _BESIDE]
        found.append([_one(row)] if _is_stretched(row, near, left, right, flush=flush) else row)
    return found


def _is_stretched(row: Row, near: list[Row], left: float, right: float, *, flush: bool) -> bool:
    """Whether `row` fills its column; in a column that is set `flush` small letters behind a gap say enough."""
    if len(row) < 2 or row[0].x0 > left + 6 * row[0].size or row[-1].x1 < right - _EDGE:
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    small = all(piece.text[0].islower() for piece in row[1:])
    if small and flush:
        return True
    if len(gaps) > 1 and max(gaps) < 1.3 * min(gaps) and (small or max(gaps) < 5 * row[0].size) and _is_running(row):
        return True
    crossed = [any(p.x0 < a.x1 and p.x1 > b.x0 for other in near for p in other) for a, b in pairwise(row)]
    return (small or max(gaps) < 4 * row[0].size) and sum(crossed) * 2 >= len(crossed)


def _is_running(row: Row) -> bool:
    """Whether most pieces of `row` are words in small letters, as in a sentence."""
    return sum(1 for piece in row[1:] if piece.text[0].islower()) * 2 >= len(row) - 1


def _one(row: Row) -> Piece:
    text = " ".join(piece.text for piece in row)
    return replace(row[0], text=text, x1=row[-1].x1, bold=all(piece.bold for piece in row))
