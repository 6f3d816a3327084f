"""The figures of a report as plain rows, and in words what each of them says and what it is worth.

What is counted belongs to `measures`; where the rows are published to `pejlemaerker.publication.quality`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .intervals import Estimate, Share
from .measures import Measure
from .report import Report

_DIGITS = 4
_SCORES = {
    "precision": "Of the rows found, the share that the annotators have too.",
    "recall": "Of the rows the annotators have, the share that was found.",
    "f1": "Precision and recall in one figure, their harmonic mean; n counts what the annotators have.",
}
_BELOW = "Real texts are read less well."
SETS = {
    "articles": f"Sample articles, made up for this project and looked at while the rules were written. {_BELOW}",
    "worked_on": f"Made-up documents that were looked at while the rules were written. {_BELOW}",
    "set_aside": "Made-up documents that nobody looked at while the rules were written; of half of them the misses of one field, the "
    f"organisations of speakers, were looked at afterwards. {_BELOW}",
    "held_out": "Made-up texts and layouts that nobody looked at while the rules for zones and formats were first written; they have "
    f"been looked at since. {_BELOW}",
}


@dataclass(frozen=True)
class Figure:
    """One figure from 0 to 1 with its 95 % interval and the number it stands on; None where there is nothing to measure."""

    measured_on: str
    measure: str
    value: float | None
    low: float | None
    high: float | None
    n: int


def rounded(value: float | None) -> float | None:
    """A figure with as many digits as are published."""
    return None if value is None else round(value, _DIGITS)


def figures(report: Report) -> Iterator[Figure]:
    """The figures of a set: of documents as a whole, of each table, and of each kind of its rows; by name, each once."""
    for described in report.metadata:
        if described.document_kind is None:
            for field, share in described.fields.items():
                yield _of_share(report.name, f"documents.{field}", share)
    for measure in report.measures:
        if measure.document_kind is None and (measure.hit or measure.missed or measure.false):
            yield from _of_measure(report.name, measure)


def words(measure: str, measured_on: str) -> str:
    """What a figure says, and what it is worth."""
    table, _, last = measure.rpartition(".")
    if last in _SCORES:
        said = _SCORES[last]
    elif table == "documents":
        said = f"Documents of which {last} is right."
    else:
        said = f"Of the rows found that the annotators have too, the share of which {last} is right."
    return f"{said} {SETS.get(measured_on, 'Annotated documents.')}"


def _of_measure(measured_on: str, measure: Measure) -> Iterator[Figure]:
    name = f"{measure.table}.{measure.kind}" if measure.kind else measure.table
    yield _of_share(measured_on, f"{name}.precision", measure.precision)
    yield _of_share(measured_on, f"{name}.recall", measure.recall)
    yield _figure(measured_on, f"{name}.f1", measure.f1, measure.hit + measure.missed)
    for field, share in measure.fields.items():
        yield _of_share(measured_on, f"{name}.{field}", share)


def _of_share(measured_on: str, measure: str, share: Share) -> Figure:
    return _figure(measured_on, measure, share, share.of)


def _figure(measured_on: str, measure: str, found: Share | Estimate, n: int) -> Figure:
    return Figure(measured_on, measure, rounded(found.value), rounded(found.low), rounded(found.high), n)
