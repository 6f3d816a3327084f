"""Where a run of lines beside a gutter begins and ends: headings and last lines above and below it are no part of it."""

from itertools import pairwise
from typing import TypeAlias

from .marks import Piece

Span: TypeAlias = tuple[float, float]
Row: TypeAlias = list[Piece]


def trimmed(rows: list[Row], start: int, end: int, i: int, span: Span) -> tuple[int, int]:
    """The part around row `i` of the run from `start` to `end`, without lines on one side that belong to something else."""
    middle = (span[0] + span[1]) / 2
    sides = {k: {piece.x0 > middle for piece in rows[k]} for k in range(start, end)}
    cuts = [k for k in range(start + 1, end) if sides[k] == {False} and _is_heading_below_all(rows, k)]
    start = max((k for k in cuts if k <= i), default=start)
    end = min((k for k in cuts if k > i), default=end)
    first = next((k for k in range(start, end) if sides[k] != sides[start] or len(sides[k]) > 1), end)
    last = next((k for k in range(end - 1, start - 1, -1) if sides[k] != sides[end - 1] or len(sides[k]) > 1), start)
    foot = next((k for k in range(last + 1, end) if _is_new(rows[k - 1], rows[k], rows[last])), end)
    return min(_top(rows, start, first, middle), foot), foot


def _top(rows: list[Row], start: int, first: int, middle: float) -> int:
    """The first row of the run, when `first` is the first that has words on the other side of `middle`."""
    side = rows[start][0].x0 > middle
    alike = [(k, [p for p in rows[k] if (p.x0 > middle) == side]) for k in range(start, min(first + 1, len(rows)))]
    apart = [k for (_, above), (k, row) in pairwise(alike) if row and _are_apart(above, row)]
    if apart:
        return apart[-1]
    if start > 0 and not _are_apart(rows[start - 1], rows[start]):
        return first  # the short last line of a paragraph across the whole width
    return start


def _are_apart(above: Row, row: Row) -> bool:
    a, b = above[0], row[0]
    return b.y - a.y > 1.9 * max(a.size, b.size) or abs(a.size - b.size) > 0.08 * a.size or a.bold != b.bold


def _is_new(above: Row, row: Row, last: Row) -> bool:
    """Whether `row`, below `last` in which the other columns end, begins something new."""
    a, b = above[0], row[0]
    if b.y - last[0].y < 1.3 * b.size:
        return False
    return b.y - a.y > 2.1 * max(a.size, b.size) or b.size > 1.08 * a.size or (b.bold and not a.bold)


def _is_heading_below_all(rows: list[Row], k: int) -> bool:
    """Whether row `k` is a heading with white across the whole width above it."""
    a, b = rows[k - 1][-1], rows[k][0]
    heading = b.size > 1.08 * a.size or (b.bold and not a.bold)
    return len(rows[k]) == 1 and heading and b.y - a.y > 1.6 * b.size
