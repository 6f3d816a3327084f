"""Figures in the cells of a table: the row's first cell says what is counted, the column's heading for when."""

import re
from dataclasses import dataclass, replace

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.numbers import figures
from pejlemaerker.danish.quantities import Quantity, quantities

SEPARATOR = " | "
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LABELLED = re.compile(r"\(([^()]{1,20})\)\s*$")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s(?:19|20)\d\d)+")
_ROW = re.compile(r"(?P<label>[^\d|][^|]{2,80}?)\s(?P<figures>\d[\d.,]*(?:\s\d[\d.,]*)+)")
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
        head, *rows = [_split(segment.text) for segment in run]
        if any(_quantity(cell) for cell in head[1:]):
            continue  # without headings nobody can say what a column holds
        found[run[0].id] = []
        for segment, cells in zip(run[1:], rows, strict=True):
            found[segment.id] = _cells(cells, head)
    return found


def _split(text: str) -> list[str]:
    """The cells of a row: parted by bars, or figures in a row behind a label (`Udgifter 18,4 24,1`), or years alone."""
    if SEPARATOR in text:
        return text.split(SEPARATOR)
    if _YEARS.fullmatch(text):
        return ["", *text.split()]
    row = _ROW.fullmatch(text) if text.rstrip(".,")[-1:].isdecimal() else None
    return [row["label"], *row["figures"].split()] if row is not None else [text]


def _runs(segments: list[Segment]) -> list[list[Segment]]:
    """Rows that stand together and have the same number of cells, two rows at least."""
    runs: list[list[Segment]] = []
    for before, segment in zip([None, *segments], segments, strict=False):
        size = len(_split(segment.text))
        spaced = SEPARATOR not in segment.text
        if before is not None and size > 1 and runs and before is runs[-1][-1] and len(_split(before.text)) == size:
            runs[-1].append(segment)
        elif size > 1 and (not spaced or _YEARS.fullmatch(segment.text)):
            runs.append([segment])
    return [run for run in runs if len(run) > 1]


def _cells(cells: list[str], head: list[str]) -> list[Cell]:
    found = []
    for written, heading in zip(cells[1:], head[1:], strict=True):
        quantity = _quantity(written)
        if quantity is not None and cells[0]:
            quantity = _in_unit(quantity, cells[0]) or _in_unit(quantity, heading) or quantity
            found.append(Cell(quantity, _LABELLED.sub("", cells[0]).strip() or cells[0], heading, written))
    return found


def _in_unit(quantity: Quantity, label: str) -> Quantity | None:
    """`quantity` in the unit that a label gives in brackets: `Udgifter (mio. kr.)`; None where it gives none."""
    match = _LABELLED.search(label)
    unit = quantities(f"1 {match[1]}") if match is not None and quantity.unit == "count" else []
    if len(unit) != 1 or unit[0].start != 0 or unit[0].unit == "count":
        return None
    factor = unit[0].value
    high = quantity.value_high * factor if quantity.value_high is not None else None
    return replace(quantity, value=round(quantity.value * factor, 6), value_high=high, unit=unit[0].unit)


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
