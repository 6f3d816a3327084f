"""Tables of word processors: a row is a line, unless the table only places running text on the page."""

from ...blocks import Block
from .paragraphs import folded

SEPARATOR = " | "
Cell = list[Block]
_PROSE_WORDS = 12


def table_blocks(rows: list[list[Cell]]) -> list[Block]:
    """The blocks of a table, each cell given as the blocks in it; a cell that is merged into another one is empty.

    Empty cells stay, so that a figure stands in its column; empty columns and rows are left out.
    """
    width = max((len(row) for row in rows), default=0)
    used = [i for i in range(width) if any(i < len(row) and row[i] for row in rows)]
    kept = [[row[i] if i < len(row) else [] for i in used] for row in rows if any(row)]
    if len(used) == 1 or _places_text(kept):
        return [block for row in kept for cell in row for block in cell]
    return [Block(SEPARATOR.join(_words(cell) for cell in row), gap=True) for row in kept]


def _words(cell: Cell) -> str:
    # Lines of a table inside the cell must not look like cells of this one.
    return folded(" ".join(block.text for block in cell).replace(SEPARATOR, " "))


def _places_text(rows: list[list[Cell]]) -> bool:
    """Whether cells hold text with paragraphs of its own: columns, boxes of facts."""
    cells = [cell for row in rows for cell in row if cell]
    if any(sum(len(block.text.split()) >= _PROSE_WORDS for block in cell) >= 2 for cell in cells):
        return True
    return len(rows) == 1 and any(len(cell) >= 2 for cell in cells)
