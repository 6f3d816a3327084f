"""Where a run reads and writes, and the one way in which every stage asset is advanced."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import dagster as dg
import polars as pl

from pejlemaerker.batches import Done, plan
from pejlemaerker.engines import Engine
from pejlemaerker.engines.local import Local
from pejlemaerker.engines.on_ray import OnRay
from pejlemaerker.fetching import ARCHIVE
from pejlemaerker.fetching.listing import found_in
from pejlemaerker.fetching.sources_file import read_sources
from pejlemaerker.ingest import Listing
from pejlemaerker.publication import reasons
from pejlemaerker.publication.assembly import files
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.erasing import told_of
from pejlemaerker.publication.inputs import inputs_sha256, note_release, released_from
from pejlemaerker.publication.policy import Policy, read_policy
from pejlemaerker.publication.releases import DATABASE, latest
from pejlemaerker.publication.site import site_version
from pejlemaerker.stages import STAGES
from pejlemaerker.storage.files import read_parquet, to_arrow, write_parquet
from pejlemaerker.storage.lock import Waiting, hold
from pejlemaerker.storage.retention import leftovers, throw_away

Report = Callable[[str, int, int], None]
Told = dict[str, dg.MetadataValue | int | float | str]
UNCHANGED = "nothing has changed since the last release"
_PREVIEWED = ("kind", "speaker", "issuer", "value", "unit", "text", "title", "name", "reason")


def _silent(stage: str, done: int, whole: int) -> None:
    """Say nothing."""


# Who is told of progress in this process: stage, documents done, documents to do. Dagster copies resources; this it does not.
REPORT: ContextVar[Report] = ContextVar("REPORT", default=_silent)
# Who is told that the run waits for another: which process that is, and how many seconds it is waited for at most.
WAITING: ContextVar[Waiting | None] = ContextVar("WAITING", default=None)


ENGINES: dict[str, Callable[[], Engine]] = {"local": Local, "ray": OnRay}


@cache
def engine(name: str) -> Engine:
    """Where batches are read, one for all stages of a process."""
    return ENGINES[name]()


class Workspace(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of a run. One run at a time holds the outputs folder; the operating system lets go when it ends."""

    articles: str
    outputs: str
    wait_seconds: float = 0.0
    sources_file: str = ""
    engine: str = "local"
    policy_folder: str = ""
    accepted: list[str] = []  # noqa: RUF012 - pydantic copies it
    site: bool = True

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator["Workspace", None, None]:
        """Hold the outputs folder for the time of the run, and leave nothing half written in it, however the run ends.

        One that is killed cannot tidy up after itself: the next does.
        """
        self.policy()  # what cannot be read is told before anything is
        with hold(self.outputs_folder / ".lock", self.wait_seconds, WAITING.get()):
            throw_away(leftovers(self.outputs_folder))
            try:
                yield self
            finally:
                engine(self.engine).rest()  # now no worker writes any more
                throw_away(leftovers(self.outputs_folder))

    @property
    def articles_folder(self) -> Path:
        """The folder with the articles."""
        return Path(self.articles)

    @property
    def outputs_folder(self) -> Path:
        """The folder that is written to."""
        return Path(self.outputs)

    def policy(self) -> Policy:
        """What people decided: rights, erasures, corrections, who publishes."""
        return read_policy(Path(self.policy_folder) if self.policy_folder else None)

    def told(self) -> reasons.Told:
        """What is known of this run's release beside its rows."""
        before = latest(self.outputs_folder)
        return told_of(self.dataset(), before.dataset() if before else None, self.policy().erasures)

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
        return read_parquet(self.current_folder / f"{name}.parquet")

    def write_current(self, name: str, frame: pl.DataFrame) -> None:
        """Put a table that holds for all documents of this run in place of the one before."""
        write_parquet(self.current_folder / f"{name}.parquet", to_arrow(frame), durable=False)

    @property
    def current_folder(self) -> Path:
        """Where tables lie that hold for all documents of this run."""
        return self.store / "current"

    def dataset(self) -> Dataset:
        """The tables of all documents, as they were put together in this run."""
        return Dataset.filed(files(self.current_folder))

    def inputs(self) -> str:
        """What stands for the sources of this run and for all code that reads them."""
        return inputs_sha256(
            self.current("sources"), self.current("skipped"), f"{self.policy().sha256} {self.site_version}"
        )

    @property
    def site_version(self) -> str:
        """The version of the program that makes the site; empty where none is made."""
        return site_version() if self.site else ""

    def settled(self) -> bool:
        """Whether the last release was made from these sources by this code, so that there is nothing to do."""
        before = latest(self.outputs_folder)
        if before is None or not (before.folder / DATABASE).is_file():
            return False
        return released_from(self.current_folder, self.inputs()) == before.version

    def note_release(self, version: str) -> None:
        """Write down what the last release was made from."""
        note_release(self.current_folder, self.inputs(), version)

    def rest(self) -> None:
        """Let the workers go: what follows needs their memory."""
        engine(self.engine).rest()

    def sources(self) -> list[str]:
        """The sources of this run."""
        return self.current("sources")["source_id"].sort().to_list()

    def advance(self, *stages: str) -> dict[str, Told]:
        """Read with `stages` the sources they have not read; what each did, for the Dagster page."""
        raws = self.sources()
        batches = plan(self.store, () if self.settled() else stages, raws)
        progress = {stage: _Progress(len(raws), batches.documents(stage)) for stage in stages}
        report = REPORT.get()
        for stage in stages:
            report(stage, 0, progress[stage].whole)
        for done in engine(self.engine).run(self.store, batches):
            for stage in done.seconds:
                progress[stage].add(done, stage)
                report(stage, progress[stage].read, progress[stage].whole)
        return {stage: progress[stage].told(stage) for stage in stages}


@dataclass
class _Progress:
    """How far a stage has come: of all `documents`, it has to read `whole` now."""

    documents: int
    whole: int
    read: int = 0
    failed: int = 0
    seconds: float = 0.0

    def add(self, done: Done, stage: str) -> None:
        """Take in a batch."""
        self.read += done.documents
        self.failed += done.failed[stage]
        self.seconds += done.seconds[stage]

    def told(self, stage: str) -> Told:
        """Counts, and where anything was read how long that took on one core, and how many documents a second that is."""
        counts: Told = {"documents": self.documents, "read_now": self.whole, "failed": self.failed}
        if self.whole:
            rate = round(self.whole / max(self.seconds, 1e-6), 1)
            counts |= {"core_seconds": round(self.seconds, 2), "documents_per_core_second": rate}
        return {**counts, "code_version": STAGES[stage].version}


def preview(frame: pl.DataFrame, rows: int = 5) -> dg.MetadataValue:
    """The first rows of a table, as markdown for the Dagster page."""
    columns: list[str] = [name for name in _PREVIEWED if name in frame.columns]
    shown = [[_cell(value) for value in row] for row in frame.head(rows).select(columns).iter_rows()]
    table: list[list[str]] = [columns, ["---"] * len(columns), *shown]
    lines = ["| " + " | ".join(cells) + " |" for cells in table]
    return dg.MetadataValue.md("\n".join(lines))


def _cell(value: object) -> str:
    return str("" if value is None else value)[:80].replace("|", "/").replace("\n", " ")
