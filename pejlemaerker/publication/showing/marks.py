"""Where marks begin and end in the text of a segment. Marks may lie in each other, overlap, and go on in the next segment."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .document import Marked


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks: those that begin before it, those it lies in, and those that end after it.

    `beginning` has the outermost first, `ending` the innermost, `within` the innermost last. A mark that goes on in the next segment stands
    in `going_on` there, and not in `ending`.
    """

    text: str
    within: tuple[Marked, ...] = ()
    beginning: tuple[Marked, ...] = ()
    ending: tuple[Marked, ...] = ()
    going_on: tuple[Marked, ...] = ()


def pieces(text: str, start: int, marked: Sequence[Marked]) -> list[Piece]:
    """`text`, which begins at character `start` of the document, cut where marks begin and end."""
    end = start + len(text)
    here = sorted(
        (mark for mark in marked if mark.span[0] < end and mark.span[1] > start),
        key=lambda mark: (mark.span[0], -mark.span[1], mark.sign),
    )
    ends = {start, end, *(place for mark in here for place in mark.span if start < place < end)}
    cuts = sorted(ends)
    return [_piece(text[low - start : high - start], low, high, start, end, here) for low, high in pairwise(cuts)]


def _piece(text: str, low: int, high: int, start: int, end: int, here: Sequence[Marked]) -> Piece:
    within = tuple(mark for mark in here if mark.span[0] <= low and mark.span[1] >= high)
    beginning = tuple(mark for mark in within if max(mark.span[0], start) == low)
    last = [mark for mark in reversed(within) if min(mark.span[1], end) == high]
    return Piece(
        text,
        within,
        beginning,
        tuple(mark for mark in last if mark.span[1] <= end),
        tuple(mark for mark in last if mark.span[1] > end),
    )
