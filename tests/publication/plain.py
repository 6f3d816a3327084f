"""An edition that holds a dataset as it is, for tests that are not about what an edition leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pejlemaerker.publication import releases
from pejlemaerker.publication.comparison import DATA
from pejlemaerker.publication.dataset import BY_DOCUMENT, Dataset
from pejlemaerker.publication.reasons import Told
from pejlemaerker.publication.rules import reading_version

Tables = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Plain:
    """The rows of `dataset`, under the name of an edition."""

    dataset: Dataset
    name: str = "full"

    def parts(self) -> Iterator[Tables]:
        for documents in self.dataset.ranges():
            yield self.dataset.part(documents, *(table.name for table in BY_DOCUMENT))

    def rest(self) -> Tables:
        return {table.name: self.dataset.whole(table.name) for table in DATA if table not in BY_DOCUMENT}


def write_release(folder: Path, dataset: Dataset, before: releases.Release | None = None) -> None:
    """Write a release of one edition as Parquet files."""
    releases.write_about(folder, releases.write_editions(folder, [Plain(dataset)]), before, Told(reading_version()))


def stage(outputs: Path, tables: Tables, *, database: bool = False) -> Path:
    """Stage a release; without the DuckDB file, which takes longest, where a test is not about it."""
    folder, before = releases.begin(outputs), releases.latest(outputs)
    write_release(folder, Dataset.of(tables), before)
    if database:
        releases.build_database(folder)
    return folder
