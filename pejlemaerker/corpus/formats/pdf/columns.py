"""Reading order: a page is parted into bands, and a band into columns where there are columns of prose."""

from dataclasses import dataclass
from itertools import pairwise

from .bands import Band, bands, rows_of
from .drawings import Rule
from .edges import Span
from .justified import closed_up
from .marks import Piece
from .prose import prose_gutters

_DEPTH = 5
_TEXT_ROWS = 4  # fewer rows below the last rule of a table are its own


@dataclass(slots=True)
class Region:
    """Pieces that are read line by line from the top down; `gutters` part the cells where they are a table."""

    pieces: list[Piece]
    gutters: list[Span]


def regions(pieces: list[Piece], rules: list[Rule], known: set[int], depth: int = 0) -> list[Region]:
    """`pieces` of one page in regions, in reading order.

    `known` are the left edges (in whole points) of columns of prose that were found to the right of others; new ones are
    added to it.
    """
    found: list[Region] = []
    rows = rows_of(pieces)
    for band in (part for whole in bands(rows) for part in _apart_from_tables(whole, rules)):
        parting = prose_gutters(band.pieces, band.gutters, rules, known) if depth < _DEPTH else []
        if parting:
            known.update(round(b) for _, b in parting)
            for column in _parted(band.pieces, parting):
                found += [region for region in regions(column, rules, known, depth + 1) if region.pieces]
            found.append(Region([], []))
        else:
            plain = closed_up(band.rows, rows)
            _add(found, [piece for row in plain for piece in row], band.gutters if _is_table(plain) else [])
    return found


def _apart_from_tables(band: Band, rules: list[Rule]) -> list[Band]:
    """`band` without the text below a ruled table whose cells leave the same stretch free as the columns of the text."""
    foot = band.rows[-1][0].y
    crossing = [rule for rule in rules if any(rule.x0 < a - 4 and rule.x1 > b + 4 for a, b in band.gutters)]
    heights = sorted(rule.y for rule in crossing if band.rows[0][0].y < rule.y < foot)
    if not heights:
        return [band]
    tallest = max(sum(1 for row in band.rows if a < row[0].y <= b) for a, b in pairwise([-1.0, *heights]))
    below = [row for row in band.rows if row[0].y > heights[-1]]
    if len(below) < max(_TEXT_ROWS, 2 * tallest + 1):
        return [band]
    return [*bands([row for row in band.rows if row[0].y <= heights[-1]]), *bands(below)]


def _is_table(rows: list[list[Piece]]) -> bool:
    return sum(1 for row in rows if len(row) > 1) >= 2


def _add(found: list[Region], pieces: list[Piece], gutters: list[Span]) -> None:
    """Puts plain lines that follow plain lines into the same region."""
    if found and not gutters and not found[-1].gutters and found[-1].pieces:
        found[-1].pieces += pieces
    else:
        found.append(Region(pieces, gutters))


def _parted(pieces: list[Piece], gutters: list[Span]) -> list[list[Piece]]:
    """`pieces` in the columns that `gutters` part."""
    middles = [(a + b) / 2 for a, b in gutters]
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in pieces:
        columns[sum(1 for x in middles if piece.x0 > x)].append(piece)
    return [column for column in columns if column]
