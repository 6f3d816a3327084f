"""Whether confidences mean what they say: of the rows that claim 0.9, nine in ten should be right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from .comparing import Compared, Item
from .gold_shape import KINDS
from .intervals import Share, share

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class Outcome:
    """A row, how it was made, and whether it is right; None where gold leaves it open.

    A quote with a speaker is right only when the speaker is, any other row when a gold record stands for it. The kind of a theme is
    its name.
    """

    table: str
    kind: str
    rule: str
    attribution: str | None
    confidence: float
    right: bool | None


@dataclass(frozen=True)
class Bin:
    """Rows whose confidence is at least `low` and below `high` (1 belongs to the last bin)."""

    low: float
    high: float
    confidence: float
    right: Share


@dataclass(frozen=True)
class Reliability:
    """The bins of a table that hold rows, and the expected calibration error: how far, on average over rows,
    the mean confidence of a bin lies from the share that is right. None where there are no rows.
    """

    table: str
    rows: int
    bins: list[Bin]
    error: float | None


def outcomes(documents: Iterable[Compared]) -> list[Outcome]:
    """Every row of every table with a confidence, by document; those that gold leaves open have `right` None."""
    return [
        Outcome(
            item.table,
            item.row.get("kind") or item.row["theme"],
            item.row["rule"],
            item.row.get("attribution"),
            item.row["confidence"],
            _is_right(item),
        )
        for document in documents
        for item in document.items
        if item.row and item.row["confidence"] is not None
    ]


def _is_right(item: Item) -> bool | None:
    if item.verdict == "open":
        return None
    if item.verdict == "hit" and item.row and item.row.get("speaker"):
        return next((field.right for field in item.fields if field.name == "speaker"), None)
    return item.verdict == "hit"


def reliability(rows: Sequence[Outcome]) -> list[Reliability]:
    """Bins and expected calibration error of each table, and of all rows together under `all`."""
    decided = [row for row in rows if row.right is not None]
    tables = [(name, [row for row in decided if row.table == name]) for name in KINDS]
    return [_of(name, chosen) for name, chosen in [*tables, ("all", decided)]]


def _of(table: str, rows: Sequence[Outcome]) -> Reliability:
    bins = []
    for low, high in pairwise(EDGES):
        inside = [row for row in rows if low <= row.confidence < high or row.confidence == high == EDGES[-1]]
        if inside:
            mean = min(max(fmean(row.confidence for row in inside), low), high)  # rounding leads no mean out of its bin
            bins.append(Bin(low, high, mean, share(sum(bool(row.right) for row in inside), len(inside))))
    apart = sum(abs(item.confidence * item.right.of - item.right.right) for item in bins)
    return Reliability(table, len(rows), bins, apart / len(rows) if rows else None)
