"""Whether a gutter parts columns of prose or the cells of a table, told by the lines on both sides of it."""

from itertools import pairwise

from .bands import rows_of
from .drawings import Rule
from .edges import Span
from .marks import Piece
from .tables import parted_by_white


def prose_gutters(pieces: list[Piece], gutters: list[Span], rules: list[Rule], known: set[int]) -> list[Span]:
    """Those of `gutters` that part columns which are read one after the other; none where they part the cells of a table."""
    top, foot = min(piece.y for piece in pieces), max(piece.y for piece in pieces)
    inside = [rule for rule in rules if top < rule.y < foot]
    found = []
    for gutter in gutters:
        left, right = [p for p in pieces if p.x1 <= gutter[0] + 1], [p for p in pieces if p.x0 >= gutter[1] - 1]
        crossed = any(rule.x0 < gutter[0] - 4 and rule.x1 > gutter[1] + 4 for rule in inside)
        near = _nearest(left, right, gutters, gutter)
        if not all(near):
            continue
        seen = any(round(gutter[1]) + shift in known for shift in (-1, 0, 1)) and min(map(_words, near)) >= 3
        if not crossed and (seen or _are_columns(*near, gutter)):
            found.append(gutter)
    return found


def _nearest(
    left: list[Piece], right: list[Piece], gutters: list[Span], gutter: Span
) -> tuple[list[Piece], list[Piece]]:
    """The columns on both sides of `gutter`, up to the next gutters."""
    start = max((b for a, b in gutters if b < gutter[0]), default=-1e9)
    end = min((a for a, b in gutters if a > gutter[1]), default=1e9)
    return [p for p in left if p.x0 >= start - 1], [p for p in right if p.x1 <= end + 1]


def _are_columns(left: list[Piece], right: list[Piece], gutter: Span) -> bool:
    few = gutter[1] - gutter[0] < 1.3 * left[0].size and min(len(left), len(right)) < 6
    if (few and _beside(left, right) > 0.5) or not _is_aligned(right) or _rows_together(left, right, gutter):
        return False
    if is_prose(left) and is_prose(right):
        return True
    if _items(left) >= 2 and _items(right) >= 2:
        return True
    if not (is_prose(left) or is_prose(right)):
        return False
    prose, other = (left, right) if is_prose(left) else (right, left)
    if _beside(prose, other) <= 0.5 or (prose is left and len(prose) >= 8 and _words(other) >= 3):
        return True
    close = _usual_step(other) < 1.35 * _usual_step(prose)
    return close and (len(other) >= 3 or _is_running(other)) and _words(other) >= 2 and _is_running(prose)


def _is_running(lines: list[Piece]) -> bool:
    """Whether a sentence runs on from line to line, as it does not from row to row of a table."""
    starts = [row[0].text[0] for row in rows_of(lines)][1:]
    return bool(starts) and sum(1 for char in starts if char.islower()) >= 0.5 * len(starts)


def _beside(lines: list[Piece], other: list[Piece]) -> float:
    """The share of `other` that stands on one baseline with some of `lines`."""
    return sum(1 for p in other if any(abs(p.y - line.y) < 0.2 * line.size for line in lines)) / len(other)


def _is_aligned(column: list[Piece]) -> bool:
    """Whether lines begin one under the other, which words in a stretched line do not."""
    starts = [row[0].x0 for row in rows_of(column)]
    return max(sum(1 for x in starts if abs(x - start) < 2) for start in starts) >= 0.4 * len(starts)


def _words(pieces: list[Piece]) -> float:
    return sum(piece.text.count(" ") + 1 for piece in pieces) / len(pieces)


def _items(pieces: list[Piece]) -> int:
    return sum(1 for piece in pieces if piece.mark is not None and piece.mark.number is None and piece.mark.sure)


def is_prose(pieces: list[Piece]) -> bool:
    """Whether `pieces` are lines of running text: several, with many words, most of them as long as the column is wide."""
    lines = [(max(p.x1 for p in row), sum(len(p.text) for p in row)) for row in rows_of(pieces)]
    if len(lines) < 3:
        return False
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    full = sum(1 for end, _ in lines if end >= right - 0.25 * (right - left))
    letters = sum(length for _, length in lines) / len(lines)
    return letters >= 14 and full >= len(lines) * 0.5 and right - left > 7 * pieces[0].size


def _rows_together(left: list[Piece], right: list[Piece], gutter: Span) -> bool:
    """Whether white runs across both columns again and again, with words on both sides each time: rows of a table."""
    rows = rows_of([*left, *right])
    middle = (gutter[0] + gutter[1]) / 2
    strips = parted_by_white(rows, [middle], [], min(_usual_step(left), _usual_step(right)))
    both = sum(1 for strip in strips if _on_both_sides([piece for row in strip for piece in row], middle))
    level = sum(1 for strip in strips if _on_both_sides(strip[0], middle))  # the cells of a row begin on one baseline
    many = 0.8 * len(strips)
    return len(strips) >= 3 and both >= many and level >= 0.5 * len(strips) and len(rows) <= 10 * len(strips)


def _on_both_sides(pieces: list[Piece], middle: float) -> bool:
    return len({piece.x0 > middle for piece in pieces}) == 2


def _usual_step(column: list[Piece]) -> float:
    """The middle one of the steps from line to line."""
    steps = sorted(b[0].y - a[0].y for a, b in pairwise(rows_of(column)) if b[0].y - a[0].y > 0.9 * b[0].size)
    return steps[len(steps) // 2] if steps else 1.25 * column[0].size
