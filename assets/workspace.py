"""Where a run reads and writes, and the one way in which every stage asset is advanced."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from pathlib import Path

import dagster as dg
import polars as pl
from pydantic import PrivateAttr

from pejlemaerker.batches import plan
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
from pejlemaerker.storage.files import read_parquet, to_arrow, write_parquet
from pejlemaerker.storage.lock import Waiting, hold
from pejlemaerker.storage.retention import leftovers, throw_away

from .shown.reading import Progress, stage_shown
from .shown.tables import Shown

Report = Callable[[str, int, int], None]
UNCHANGED = "nothing has changed since the last release"


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
    policy_folder: str  # no default: a run that is set up by hand on the page must not lose what people decided
    accepted: list[str] = []  # noqa: RUF012 - pydantic copies it
    site: bool = True
    _is_looked_at: bool = PrivateAttr(default=False)

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator["Workspace", None, None]:
        """Hold the outputs folder for the time of the run, and leave nothing half written in it, however the run ends.

        One that is killed cannot tidy up after itself: the next does.
        """
        self._is_looked_at = context.instance is not None and not context.instance.is_ephemeral
        self.policy()  # what cannot be read is told before anything is
        with hold(self.outputs_folder / ".lock", self.wait_seconds, WAITING.get()):
            throw_away(leftovers(self.outputs_folder))
            try:
                yield self
            finally:
                engine(self.engine).rest()  # now no worker writes any more
                throw_away(leftovers(self.outputs_folder))

    @property
    def is_looked_at(self) -> bool:
        """Whether a Dagster keeps what this run tells, so that pictures and tables are worth their seconds."""
        return self._is_looked_at

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

    def advance(self, *stages: str) -> dict[str, Shown]:
        """Read with `stages` the sources they have not read; what each did, for the Dagster page."""
        raws = self.sources()
        batches = plan(self.store, () if self.settled() else stages, raws)
        progress = {stage: Progress(len(raws), batches.documents(stage)) for stage in stages}
        report = REPORT.get()
        for stage in stages:
            report(stage, 0, progress[stage].whole)
        for done in engine(self.engine).run(self.store, batches):
            for stage in done.seconds:
                progress[stage].add(done, stage)
                report(stage, progress[stage].read, progress[stage].whole)
        shown = {stage: progress[stage].told(stage) for stage in stages}
        if not self.is_looked_at:
            return shown
        found = self.current("sources")
        return {stage: {**shown[stage], **stage_shown(self.store, stage, raws, found)} for stage in stages}
