"""Tables of Word files: their rows and cells, wherever content controls and tracked changes have put them."""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from ...blocks import Block
from .tables import Cell
from .wordml import W, is_on, value_of, whole

_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_MAX_SPAN = 64


def rows(table: etree._Element, read: Callable[[etree._Element], Iterable[Block]]) -> list[list[Cell]]:
    """The rows of a table; `read` gives the blocks of a cell's content."""
    found = _flat(table, f"{W}tr")
    return [_cells(row, read) for row in found if not is_on(row.find(f"{W}trPr"), "del")]


def _cells(row: etree._Element, read: Callable[[etree._Element], Iterable[Block]]) -> list[Cell]:
    """The cells of a row, an empty one for each further column that a cell spans."""
    cells: list[Cell] = []
    for cell in _flat(row, f"{W}tc"):
        properties = cell.find(f"{W}tcPr")
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        cells.append([] if continues else list(read(cell)))
        cells.extend([] for _ in range(min(whole(value_of(properties, "gridSpan"), 1), _MAX_SPAN) - 1))
    return cells


def _flat(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _flat(child, tag)
