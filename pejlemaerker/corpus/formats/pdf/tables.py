"""The rows of a table: which lines of it belong to one row, and its cells put together."""

from itertools import pairwise

from .drawings import Rule
from .edges import Row, Span
from .hyphens import joined
from .line import Line
from .marks import Piece


def table_lines(rows: list[Row], gutters: list[Span], rules: list[Rule]) -> list[Line]:
    """The rows of a table of which `rows` are the lines on the page and `gutters` part the cells."""
    middles = [(a + b) / 2 for a, b in gutters]
    across = [rule.y for rule in rules if any(rule.x0 < a - 4 and rule.x1 > b + 4 for a, b in gutters)]
    strips = parted_by_white(rows, middles, across)
    top, foot = rows[0][0].y, rows[-1][0].y
    ruled = any(top < y < foot for y in across)
    whole = (ruled or len(strips) >= 3) and all(_is_one_row(strip, middles) for strip in strips)
    groups = strips if whole else [group for strip in strips for group in _row_by_row(strip, middles)]
    return [_line(group, middles) for group in groups]


def parted_by_white(rows: list[Row], middles: list[float], rules: list[float], usual: float = 0.0) -> list[list[Row]]:
    """`rows` in strips with more white between them than between the lines of a cell, or with a rule between them.

    `usual` is the step from line to line, where it is known.
    """
    step = (usual or _step(rows, middles)) * 1.25 + 0.5
    strips = [[rows[0]]]
    for above, row in pairwise(rows):
        if row[0].y - above[0].y > step or any(above[0].y < y < row[0].y for y in rules):
            strips.append([row])
        else:
            strips[-1].append(row)
    return strips


def column_of(piece: Piece, middles: list[float]) -> int:
    """Which column a piece stands in, from 0."""
    return sum(1 for x in middles if piece.x0 > x)


def _step(rows: list[Row], middles: list[float]) -> float:
    """The smallest step from line to line in one column."""
    last: dict[int, float] = {}
    steps = [1.9 * rows[0][0].size]
    for piece in (piece for row in rows for piece in row):
        column = column_of(piece, middles)
        if column in last and piece.y - last[column] > 0.9 * piece.size:
            steps.append(piece.y - last[column])
        last[column] = piece.y
    return min(steps)


def _is_one_row(strip: list[Row], middles: list[float]) -> bool:
    """Whether a strip is one row of the table: no two of its lines have words in every column, or its sentences run on."""
    filled = [row for row in strip if len({column_of(piece, middles) for piece in row}) == len(middles) + 1]
    below = [piece for row in strip[1:] for piece in row]
    return len(filled) <= 1 or sum(1 for piece in below if piece.text[0].islower()) >= 0.6 * len(below)


def _row_by_row(strip: list[Row], middles: list[float]) -> list[list[Row]]:
    """The rows of a strip: each line with words in the first column opens one, unless only one has."""
    firsts = sum(1 for row in strip if column_of(row[0], middles) == 0)
    groups = [[strip[0]]]
    for row in strip[1:]:
        goes_on = column_of(row[0], middles) > 0 and (len(row) == 1 or any(p.text[0].islower() for p in row))
        if row[0].mark is None and (goes_on or (firsts == 1 and len(strip) > 1 and _is_one_row(strip, middles))):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _line(group: list[Row], middles: list[float]) -> Line:
    cells: list[list[Piece]] = [[] for _ in range(len(middles) + 1)]
    for piece in (piece for row in group for piece in row):
        cells[column_of(piece, middles)].append(piece)
    filled = [cell for cell in cells if cell]
    pieces = [piece for cell in filled for piece in cell]
    first, right = filled[0][0], max(piece.x1 for piece in pieces)
    text = " | ".join(_cell(cell) for cell in filled)
    mark = first.mark if len(filled) == 1 else None
    bold = all(piece.bold for piece in pieces)
    y, is_row = group[-1][0].y, len(filled) > 1
    return Line(text, first.x0, right, y, first.size, bold, mark, first.text_x, is_row)


def _cell(pieces: list[Piece]) -> str:
    text = pieces[0].text
    for above, piece in pairwise(pieces):
        text = joined(text, piece.text) if piece.y > above.y + 1 else f"{text} {piece.text}"
    return text
