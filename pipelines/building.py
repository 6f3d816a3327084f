"""One run of the main job from the command line, and what a person sees of it."""

import errno
import logging
import os
import time
from collections.abc import Sequence
from pathlib import Path

import dagster as dg
from rich.console import Console
from rich.table import Table

from assets.workspace import REPORT, UNCHANGED, WAITING, Workspace
from pejlemaerker.engines import EngineError
from pejlemaerker.fetching.errors import SourcesFileError, UnreachableSourceError
from pejlemaerker.publication.applied import StaleCorrectionError
from pejlemaerker.publication.jumps import ACCEPTABLE
from pejlemaerker.publication.policy import PolicyError
from pejlemaerker.publication.releases import DATABASE, FaultyReleaseError, Release, latest
from pejlemaerker.storage.lock import BusyError
from pejlemaerker.storage.sources import NoArticlesError

from .definitions import definitions
from .exits import EXIT_BUSY, EXIT_FAILED, EXIT_INTERRUPTED
from .jobs import BUILD
from .progress import Progress

_SHOWN = ("documents", "quotes", "recommendations", "kpis", "initiatives", "people", "organisations", "skipped")

_SKIPPED_SHOWN = 10
_NO_ROOM = os.strerror(errno.ENOSPC)  # DuckDB says so in an error of its own


def build_release(
    articles: Path,
    outputs: Path,
    *,
    quiet: bool,
    wait: float,
    sources: Path | None = None,
    policy: Path | None = None,
    accepted: Sequence[str] = (),
    engine: str = "local",
    site: bool = True,
) -> int:
    """Run the main job over the folder `articles`, or over all that the file `sources` names; the exit code for the shell.

    `policy` is the folder with what people decided, and `accepted` names the tables whose counts may jump;
    without `site` the release has no pages for people.
    """
    console = Console(stderr=False, quiet=quiet, highlight=False)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    if sources is None and not articles.is_dir():
        text = f"There is no folder {articles}. Make it and put articles in it, or name another with --articles."
        errors.print(text, markup=False)
        return EXIT_FAILED
    if policy is not None and policy != Path("policy") and not policy.is_dir():
        text = f"There is no folder {policy}. Make it (docs/rights.md says what stands in it), or leave --policy out."
        errors.print(text, markup=False)
        return EXIT_FAILED
    if unknown := sorted(set(accepted) - set(ACCEPTABLE)):
        text = f"There is no {', '.join(unknown)} to accept. Name one of: {', '.join(ACCEPTABLE)}."
        errors.print(text, markup=False)
        return EXIT_FAILED
    started = time.monotonic()
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    workspace = Workspace(
        articles=str(articles),
        outputs=str(outputs),
        wait_seconds=wait,
        sources_file=str(sources or ""),
        engine=engine,
        policy_folder=str(policy or ""),
        accepted=list(accepted),
        site=site,
    )

    def waiting(holder: str, seconds: float) -> None:
        text = f"Waiting for another run ({holder}) that is working in {outputs}, at most {seconds:g} seconds."
        errors.print(text, markup=False)

    WAITING.set(None if quiet else waiting)
    try:
        with Progress(console) as progress:
            REPORT.set(progress.report)
            published = _execute(workspace)
    except (KeyboardInterrupt, dg.DagsterExecutionInterruptedError):
        errors.print(
            f"Stopped. What was read is kept in {outputs}, and {_kept(outputs)}. Run again to go on.", markup=False
        )
        return EXIT_INTERRUPTED
    except Exception as error:
        return _explain(error, errors, outputs)
    released = latest(outputs)
    if released is None:
        errors.print("The run ended without a release.")
        return EXIT_FAILED
    _summary(console, released, outputs, progress, unchanged=not published, seconds=time.monotonic() - started)
    return 0


def _execute(workspace: Workspace) -> bool:
    """Run the job in this process; whether it published a release. What stops it is raised.

    The run itself says so: a look at `latest` before it would not know what another run published while this one waited.
    """
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    job = definitions.resolve_job_def(BUILD)
    with dg.DagsterInstance.ephemeral() as instance:
        try:
            done = job.execute_in_process(resources={"workspace": workspace}, run_config=quiet, instance=instance)
        except dg.DagsterError:
            if found := _failed_checks(instance):
                raise FaultyReleaseError(found) from None
            raise
    told = [event.metadata.get("release") for event in done.asset_materializations_for_node("release")]
    return dg.MetadataValue.text(UNCHANGED) not in told


def _failed_checks(instance: dg.DagsterInstance) -> str:
    """What the blocking checks of the one run of `instance` found; empty when none failed."""
    runs = instance.get_runs(limit=1)
    logs = instance.all_logs(runs[0].run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION) if runs else []
    data = [entry.dagster_event.asset_check_evaluation_data for entry in logs if entry.dagster_event]
    return "\n".join(item.description or item.check_name for item in data if not item.passed)


def _explain(error: BaseException, errors: Console, outputs: Path) -> int:
    """Say in plain words what stopped the run, and that nothing was lost."""
    cause = _root(error)
    if isinstance(cause, BusyError):
        errors.print(f"Not started: {cause}", markup=False)
        return EXIT_BUSY
    if isinstance(cause, NoArticlesError | SourcesFileError | UnreachableSourceError | EngineError | PolicyError):
        errors.print(f"Not started: {cause}", markup=False)
        return EXIT_FAILED
    number = errno.ENOSPC if _NO_ROOM in str(cause) else cause.errno if isinstance(cause, OSError) else None
    said = str(cause) if isinstance(cause, StaleCorrectionError) else f"{type(cause).__name__}: {cause}"
    if number is not None:
        place = cause.filename if isinstance(cause, OSError) and cause.filename else outputs
        said = f"{os.strerror(number)} ({place}). {_next_step(number, outputs)}"
    errors.print(f"The run stopped, and {_kept(outputs)}.\n{said}", markup=False)
    return EXIT_FAILED


def _kept(outputs: Path) -> str:
    return "the last release is as it was" if latest(outputs) else "there is no release yet"


def _next_step(number: int, outputs: Path) -> str:
    """What a person can do about an error of the system."""
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"Make room on the disk of the outputs folder {outputs}, or choose another --outputs, and run again: what was read is kept."
    if number in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return f"The outputs folder {outputs} must be one that can be written to. Change its permissions, or choose another --outputs."
    return f"When that is put right, run again: what was read is kept in {outputs}."


def _root(error: BaseException) -> BaseException:
    """The error at the bottom of a chain of causes; chains may run in a circle."""
    seen: list[BaseException] = [error]
    while (cause := _cause(seen[-1])) is not None and cause not in seen:
        seen.append(cause)
    own = [item for item in seen if not type(item).__module__.startswith("dagster")]
    return (own or seen)[-1]


def _cause(error: BaseException) -> BaseException | None:
    """What led to `error`, unless it was raised to stand for itself (`raise … from None`)."""
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _summary(
    console: Console, released: Release, outputs: Path, progress: Progress, *, unchanged: bool, seconds: float
) -> None:
    read_now = max(progress.read_now.values(), default=0)
    if unchanged:
        again = (
            f"{read_now} documents were read again and gave the same rows" if read_now else "no document was read again"
        )
        console.print(f"Nothing has changed: {again}, and the last release stays.")
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name in _SHOWN:
        table.add_row(f"  {name}", str(released.rows(name)))
    console.print(f"Dataset {released.version}, {read_now} documents read in {seconds:.1f} s:", table, sep="\n")
    _tell_skipped(console, released)
    if not released.rows("documents"):
        console.print("\nNo articles were found. Put texts into the articles folder, or name another with --articles.")
        return
    database = outputs / "latest" / DATABASE
    lines = [
        "",
        f"It lies in {outputs / 'latest'}: {DATABASE}, and each table under parquet/. Try this:",
        "",
        f"  {_example(database)}",
    ]
    console.print("\n".join(lines), markup=False, soft_wrap=True)


def _tell_skipped(console: Console, released: Release) -> None:
    skipped = released.table("skipped")
    for row in skipped.head(_SKIPPED_SHOWN).iter_rows(named=True):
        console.print(f"  skipped {row['source_path']}: {row['reason']}", markup=False, soft_wrap=True)
    if skipped.height > _SKIPPED_SHOWN:
        console.print(f"  and {skipped.height - _SKIPPED_SHOWN} more: SELECT * FROM skipped", markup=False)


def _example(database: Path) -> str:
    """A line for the shell that asks the dataset something, with nothing to install."""
    sql = "SELECT speaker, speaker_role, count(*) AS quotes FROM quotes GROUP BY ALL ORDER BY quotes DESC, speaker LIMIT 5"
    return f".venv/bin/python -c \"import duckdb; print(duckdb.connect('{database}', read_only=True).sql('{sql}'))\""
