"""Which row stands for which gold record: one to one, the most alike first.

How alike two must be at least differs by table: a quote has exact words, a figure is known by its value first.
"""

from collections.abc import Callable, Sequence
from typing import Any

from .gold import Record
from .words import contains, overlap

Row = dict[str, Any]
Likeness = Callable[[Record, Row], float]
_CLOSE = 0.01  # of the value; annotators and rules round shares such as two thirds differently


def _text(gold: Record, row: Row) -> float:
    return overlap(gold["text"], row["text"])


def _figure(gold: Record, row: Row) -> float:
    value = row.get("value")
    if value is None or abs(float(value) - gold["value"]) > _CLOSE * max(1, abs(gold["value"])):
        return 0.0
    return max(_text(gold, row), 0.5 if contains(gold["text"], row["text"]) else 0.0)


def _name(gold: Record, row: Row) -> float:
    return max(overlap(gold["name"], row["name"]), 0.9 if contains(gold["name"], row["name"]) else 0.0)


# How alike, 0 to 1, and how much is enough.
ALIKE: dict[str, tuple[Likeness, float]] = {
    "quotes": (_text, 0.8),
    "recommendations": (_text, 0.6),
    "kpis": (_figure, 0.4),
    "initiatives": (_name, 0.6),
}


def pair(table: str, gold: Sequence[Record], rows: Sequence[Row]) -> dict[int, int]:
    """Number of the row by number of the gold record, for those that are paired; among equals the first in order."""
    likeness, enough = ALIKE[table]
    found = [(likeness(record, row), i, j) for i, record in enumerate(gold) for j, row in enumerate(rows)]
    close = sorted((item for item in found if item[0] >= enough), key=lambda item: (-item[0], item[1], item[2]))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in close:
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired
