"""The table `quality`: shares of this release's rows, and how well the rules that made it read annotated documents."""

from collections.abc import Iterator

import polars as pl

from pejlemaerker.corpus.article import Row
from pejlemaerker.evaluation.figures import rounded, words
from pejlemaerker.evaluation.intervals import share
from schemas import QUALITY

from .dataset import Dataset
from .measured import Measured, read_measured
from .shares import FILLED, counted

RELEASE = "release"
_CHANGED = "Not measured: the rules have changed since. `pejl evaluate --write` measures them."


def quality(dataset: Dataset, measured: Measured | None = None) -> pl.DataFrame:
    """Rows of the table `quality`; `measured` are figures on annotated documents, by default those that came with the program."""
    measured = measured or read_measured()
    return QUALITY.frame([*_of_release(dataset), *(_of_rules(measured) if measured else ())])


def _of_release(dataset: Dataset) -> Iterator[Row]:
    documents, skipped = (dataset.scan(name).select(pl.len()).collect().item() for name in ("documents", "skipped"))
    yield _share("files.read", documents, documents + skipped, "Files that were read as articles.")
    found = counted(dataset).filled
    for item in FILLED:
        if item.measure in found:
            count = found[item.measure]
            yield _share(item.measure, count.filled, count.rows, item.description)


def _share(measure: str, part: int, whole: int, description: str) -> Row:
    found = share(part, whole)
    bounds = {name: rounded(getattr(found, name)) for name in ("value", "low", "high")}
    return QUALITY.row(measured_on=RELEASE, measure=measure, n=whole, description=description, **bounds)


def _of_rules(measured: Measured) -> Iterator[Row]:
    """The figures on annotated documents; null, with the reason, where they are those of other rules."""
    others = ", ".join(measured.other_libraries)
    beside = f" Measured with other versions of libraries than made this release: {others}." if others else ""
    for figure in measured.figures:
        described = words(figure.measure, figure.measured_on)
        row = {"measured_on": figure.measured_on, "measure": figure.measure}
        if measured.holds:
            bounds = {"value": figure.value, "low": figure.low, "high": figure.high}
            yield QUALITY.row(**row, **bounds, n=figure.n, description=described + beside)
        else:
            yield QUALITY.row(**row, n=0, description=f"{_CHANGED} {described}")
