"""The lines of a region: pieces on one baseline put together, the cells of a table as one line."""

from itertools import pairwise

from .bands import rows_of
from .columns import Region
from .drawings import Rule
from .edges import Row
from .line import Line
from .line_marks import settled
from .tables import table_lines


def region_lines(region: Region, rules: list[Rule]) -> list[Line]:
    """The lines of `region` from the top down."""
    rows = rows_of(region.pieces)
    if region.gutters:
        return settled(table_lines(rows, region.gutters, rules))
    return settled([_line(row, rows[max(i - 1, 0) : i] + rows[i + 1 : i + 2]) for i, row in enumerate(rows)])


def _line(row: Row, beside: list[Row]) -> Line:
    """`row` as a line. Pieces far apart are cells, unless the lines above and below run on where it has its gaps."""
    first = row[0]
    crossed = all(any(p.x0 < a.x1 and p.x1 > b.x0 for other in beside for p in other) for a, b in pairwise(row))
    near = all(b.x0 - a.x1 < 4 * b.size for a, b in pairwise(row))
    apart = len(row) > 1 and not (crossed and near)
    text = (" | " if apart else " ").join(piece.text for piece in row)
    size = max(row, key=lambda piece: len(piece.text)).size
    return Line(text, first.x0, row[-1].x1, first.y, size, all(p.bold for p in row), first.mark, first.text_x, apart)
