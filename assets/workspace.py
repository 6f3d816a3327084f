"""Where a run reads and writes, and the one way in which every stage asset is advanced."""

import os
import time
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import dagster as dg
import polars as pl

from pejlemaerker.fetching import ARCHIVE
from pejlemaerker.fetching.listing import found_in
from pejlemaerker.fetching.sources_file import read_sources
from pejlemaerker.ingest import Listing
from pejlemaerker.stages import STAGES, missing, run_batch
from pejlemaerker.storage.files import read_parquet, to_arrow, write_parquet
from pejlemaerker.storage.lock import hold
from pejlemaerker.storage.retention import leftovers, throw_away
from pejlemaerker.storage.workers import end_with_parent

Report = Callable[[str, int, int], None]
TEXTS = "clean_texts"
_PREVIEWED = ("kind", "speaker", "issuer", "value", "unit", "text", "title", "name", "reason")


def _silent(stage: str, done: int, whole: int) -> None:
    """Say nothing."""


# Who is told of progress in this process: stage, documents done, documents to do. Dagster copies resources; this it does not.
REPORT: ContextVar[Report] = ContextVar("REPORT", default=_silent)


class Workspace(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of a run. One run at a time holds the outputs folder; the operating system lets go when it ends."""

    articles: str
    outputs: str
    wait_seconds: float = 0.0
    sources_file: str = ""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator["Workspace", None, None]:
        """Hold the outputs folder for the time of the run."""
        with hold(self.outputs_folder / ".lock", self.wait_seconds):
            throw_away(leftovers(self.outputs_folder))
            yield self

    @property
    def articles_folder(self) -> Path:
        """The folder with the articles."""
        return Path(self.articles)

    @property
    def outputs_folder(self) -> Path:
        """The folder that is written to."""
        return Path(self.outputs)

    def listing(self) -> Path | Listing:
        """Where the articles are: in the folder, or in all the places that a file `sources.toml` names."""
        if not self.sources_file:
            return self.articles_folder
        return partial(found_in, read_sources(Path(self.sources_file)), self.archive, self.outputs_folder)

    @property
    def archive(self) -> Path:
        """Where pages of the web are kept as they were fetched."""
        return self.outputs_folder / ARCHIVE

    @property
    def store(self) -> Path:
        """The store between stages."""
        return self.outputs_folder / "store"

    def current(self, name: str) -> pl.DataFrame:
        """A table that holds for all documents of this run."""
        return read_parquet(self.store / "current" / f"{name}.parquet")

    def write_current(self, name: str, frame: pl.DataFrame) -> None:
        """Put a table that holds for all documents of this run in place of the one before."""
        write_parquet(self.store / "current" / f"{name}.parquet", to_arrow(frame), durable=False)

    def sources(self) -> list[str]:
        """The sources of this run."""
        return self.current("sources")["source_id"].sort().to_list()

    def advance(self, stage: str) -> dict[str, dg.MetadataValue | int | float | str]:
        """Read with `stage` the sources it has not read; what it did, for the Dagster page."""
        raws = self.sources()
        waiting = missing(self.store, stage, raws)
        size = STAGES[stage].batch
        batches = [waiting[i : i + size] for i in range(0, len(waiting), size)]
        report, done, failed, started = REPORT.get(), 0, 0, time.perf_counter()
        report(stage, 0, len(waiting))
        for read, failures in self._run(stage, batches):
            done, failed = done + read, failed + failures
            report(stage, done, len(waiting))
        return {
            "documents": len(raws),
            "read_now": len(waiting),
            "failed": failed,
            **_rate(len(waiting), time.perf_counter() - started),
            "code_version": STAGES[stage].version,
        }

    def _run(self, stage: str, batches: list[list[str]]) -> Generator[tuple[int, int], None, None]:
        """Size and failures of each batch; several at once where there are several, each in a process of its own."""
        workers = min(len(batches), os.cpu_count() or 1)
        if workers < 2:
            yield from ((len(batch), run_batch(self.store, stage, batch)) for batch in batches)
            return
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
            runs = [(batch, pool.submit(run_batch, self.store, stage, batch)) for batch in batches]
            yield from ((len(batch), run.result()) for batch, run in runs)


def _rate(documents: int, seconds: float) -> dict[str, float]:
    """How long it took, and how many documents a second that is, where there were any."""
    if not documents:
        return {}
    return {"seconds": round(seconds, 2), "documents_per_second": round(documents / max(seconds, 1e-6), 1)}


def preview(frame: pl.DataFrame, rows: int = 5) -> dg.MetadataValue:
    """The first rows of a table, as markdown for the Dagster page."""
    columns: list[str] = [name for name in _PREVIEWED if name in frame.columns]
    shown = [[_cell(value) for value in row] for row in frame.head(rows).select(columns).iter_rows()]
    table: list[list[str]] = [columns, ["---"] * len(columns), *shown]
    lines = ["| " + " | ".join(cells) + " |" for cells in table]
    return dg.MetadataValue.md("\n".join(lines))


def _cell(value: object) -> str:
    return str("" if value is None else value)[:80].replace("|", "/").replace("\n", " ")
