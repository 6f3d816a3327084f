"""Bands: runs of lines on a page that leave the same stretch of the width free, be it between columns or between cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .edges import Row, Span, trimmed
from .marks import Piece

_ROUNDS = 5
_MANY_PIECES = 3000
_MANY_ROWS = 600  # a page with more is no page of text, and looking for columns would take long


@dataclass(frozen=True, slots=True)
class Band:
    """`rows` from the top down and the `gutters` they all leave free, with words on both sides; no gutters: plain lines."""

    rows: list[Row]
    gutters: list[Span]

    @property
    def pieces(self) -> list[Piece]:
        """The pieces of its rows."""
        return [piece for row in self.rows for piece in row]


def rows_of(pieces: list[Piece]) -> list[Row]:
    """`pieces` put together by baseline, from the top down and from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x0)):
        if rows and piece.y - rows[-1][0].y <= 0.3 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.x0) for row in rows]


def bands(rows: list[Row], rounds: int = _ROUNDS) -> list[Band]:
    """`rows` in bands from the top down: the longest runs with a gutter first, then what is between them."""
    chosen: list[tuple[int, int]] = []
    if rounds and len(rows) <= _MANY_ROWS and sum(len(row) for row in rows) <= _MANY_PIECES:
        for score, start, end in sorted(_runs(rows), key=lambda run: (-run[0], run[1])):
            if score and all(end <= a or start >= b for a, b in chosen):
                chosen.append((start, end))
    if not chosen:
        return [Band(rows, [])] if rows else []
    found: list[Band] = []
    before = 0
    for start, end in sorted(chosen):
        found += [*bands(rows[before:start], rounds - 1), Band(rows[start:end], _gutters(rows[start:end]))]
        before = end
    return found + bands(rows[before:], rounds - 1)


def _runs(rows: list[Row]) -> Iterator[tuple[int, int, int]]:
    """Runs of rows with a common gutter: how many rows the shorter side has, and the first row and the one after the last."""
    tried: list[tuple[int, int, Span]] = []
    for i in range(len(rows)):
        for seed in _seeds(rows, i):
            if any(a <= i < b and seed[0] < span[1] and seed[1] > span[0] for a, b, span in tried):
                continue
            start, end, span = _run(rows, i, seed)
            start, end = trimmed(rows, start, end, i, span)
            tried.append((min(start, i), max(end, i + 1), span))
            yield _both_sided(rows[start:end], span), start, end


def _seeds(rows: list[Row], i: int) -> list[Span]:
    """The gaps on row `i`, or between it and the row below where the two stand side by side."""
    row = rows[i]
    seeds = [(a.x1, b.x0) for a, b in pairwise(row)]
    if i + 1 < len(rows) and rows[i + 1][0].y - row[0].y < 0.95 * row[0].size:
        left, right = sorted((row[0], rows[i + 1][0]), key=lambda piece: piece.x0)
        seeds.append((left.x1, right.x0))
    return [(a, b) for a, b in seeds if b - a >= _least(row[0])]


def _least(piece: Piece) -> float:
    return max(5.0, min(0.55 * piece.size, 10.0))


def _run(rows: list[Row], i: int, span: Span) -> tuple[int, int, Span]:
    """The rows around `i` that leave a common part of `span` free."""
    start, end = i, i
    while end < len(rows) and (kept := _free(rows[end], span)) is not None:
        end, span = end + 1, kept
    while start > 0 and (kept := _free(rows[start - 1], span)) is not None:
        start, span = start - 1, kept
    return start, end, span


def _free(row: Row, span: Span) -> Span | None:
    """What `row` leaves of `span`; None when that is too narrow."""
    a, b = span
    for piece in row:
        if piece.x0 < b and piece.x1 > a:
            a, b = (piece.x1, b) if b - piece.x1 > piece.x0 - a else (a, piece.x0)
        if b - a < _least(piece):
            return None
    return a, b


def _both_sided(rows: list[Row], span: Span) -> int:
    """How many rows of the shorter side there are."""
    middle = (span[0] + span[1]) / 2
    right = sum(1 for row in rows if any(piece.x0 > middle for piece in row))
    left = sum(1 for row in rows if any(piece.x0 < middle for piece in row))
    return min(left, right)


def _gutters(rows: list[Row]) -> list[Span]:
    """The stretches that all `rows` leave free between the first and the last of their words."""
    covered: list[Span] = []
    for piece in sorted((piece for row in rows for piece in row), key=lambda piece: piece.x0):
        if covered and piece.x0 - covered[-1][1] < _least(piece):
            covered[-1] = covered[-1][0], max(covered[-1][1], piece.x1)
        else:
            covered.append((piece.x0, piece.x1))
    return [(a[1], b[0]) for a, b in pairwise(covered)]
