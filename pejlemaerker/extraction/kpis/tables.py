"""Figures in the cells of a table: the row's first cell says what is counted, the column's heading for when."""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.numbers import figures
from pejlemaerker.danish.quantities import Quantity, quantities

SEPARATOR = " | "
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOAL = re.compile(r"(?i:\bmål|målsætning|ambition)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a cell: its quantity, what the row counts, the heading of its column, and the cell as written."""

    quantity: Quantity
    subject: str
    heading: str
    written: str

    @property
    def year(self) -> str | None:
        """The year that the column is for."""
        match = _YEAR.search(self.heading)
        return match[0] if match else None

    @property
    def is_goal(self) -> bool:
        """Whether the heading says that the column holds goals."""
        return _GOAL.search(self.heading) is not None


def tables(segments: list[Segment]) -> dict[str, list[Cell]]:
    """The figures of each row of a table, by the row's segment; an empty list for a row of headings."""
    found: dict[str, list[Cell]] = {}
    for run in _runs(segments):
        head, *rows = [segment.text.split(SEPARATOR) for segment in run]
        if any(_quantity(cell) for cell in head[1:]):
            continue  # without headings nobody can say what a column holds
        found[run[0].id] = []
        for segment, cells in zip(run[1:], rows, strict=True):
            found[segment.id] = _cells(cells, head)
    return found


def _runs(segments: list[Segment]) -> list[list[Segment]]:
    """Rows that stand together and have the same number of cells, two rows at least."""
    runs: list[list[Segment]] = []
    for before, segment in zip([None, *segments], segments, strict=False):
        size = segment.text.count(SEPARATOR)
        if before is not None and size and runs and before is runs[-1][-1] and before.text.count(SEPARATOR) == size:
            runs[-1].append(segment)
        elif size:
            runs.append([segment])
    return [run for run in runs if len(run) > 1]


def _cells(cells: list[str], head: list[str]) -> list[Cell]:
    found = []
    for written, heading in zip(cells[1:], head[1:], strict=True):
        quantity = _quantity(written)
        if quantity is not None and cells[0]:
            found.append(Cell(quantity, cells[0], heading, written))
    return found


def _quantity(cell: str) -> Quantity | None:
    """The quantity that a cell holds and nothing else; years are none."""
    if _YEAR.fullmatch(cell.strip()):
        return None
    found = quantities(cell)
    if len(found) == 1 and found[0].start == 0 and found[0].end >= len(cell.rstrip()):
        return found[0]
    value = figures(cell.strip())
    end = len(cell.rstrip())
    return Quantity(0, end, 0, end, value, None, "count", "=", "digits") if value is not None else None
