"""A stretch of text cut where rows begin and end, so that each piece can say which rows it belongs to. Rows may overlap in any way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .reading import Found


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters, and the rows they belong to, the shortest last."""

    text: str
    rows: tuple[Found, ...]

    @property
    def classes(self) -> str:
        """The first letter of each kind of row, in the order of the alphabet."""
        return " ".join(sorted({row.kind[0] for row in self.rows}))

    @property
    def row_ids(self) -> str:
        """The identifiers of its rows, a blank between two."""
        return " ".join(row.row_id for row in self.rows)


def cut(text: str, start: int, rows: Iterable[Found]) -> Iterator[Piece]:
    """The pieces of `text`, which begins at the character `start` of its document; together they are `text`."""
    end = start + len(text)
    inside = [row for row in rows if row.start < end and row.end > start]
    cuts = {start, end, *(at for row in inside for at in (row.start, row.end) if start < at < end)}
    for here, there in pairwise(sorted(cuts)):
        over = sorted(
            (row for row in inside if row.start <= here and there <= row.end),
            key=lambda row: (row.start - row.end, row.row_id),
        )
        yield Piece(text[here - start : there - start], tuple(over))


def around(row: Found, text: str | None, start: int, width: int = 160) -> tuple[str, str, str] | None:
    """The words before, of and after a row in its segment `text`, which begins at `start`; at most `width` characters either side.

    None where the segment's text may not be given, or the row goes on beyond it.
    """
    if text is None or row.start < start or row.end > start + len(text):
        return None
    here, there = row.start - start, row.end - start
    before, after = text[:here], text[there:]
    if len(before) > width:
        before = "… " + before[-width:].partition(" ")[2]
    if len(after) > width:
        after = after[:width].rpartition(" ")[0] + " …"
    return before, text[here:there], after
