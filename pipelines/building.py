"""One run of the main job from the command line. What a person sees of it stands in `steps`, `summary` and `explaining`."""

import logging
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

import dagster as dg

from assets.workspace import REPORT, UNCHANGED, WAITING, Workspace
from pejlemaerker.publication.jumps import ACCEPTABLE
from pejlemaerker.publication.releases import FaultyReleaseError, latest

from .answers import answer, refuse
from .consoles import err, out
from .definitions import definitions
from .exits import EXIT_INTERRUPTED
from .explaining import explained, kept
from .jobs import BUILD
from .progress import Progress
from .steps import tell_steps
from .summary import Ended


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
    as_json: bool = False,
) -> int:
    """Run the main job over the folder `articles`, or over all that the file `sources` names; the exit code for the shell.

    `policy` is the folder with what people decided, and `accepted` names the tables whose counts may jump;
    without `site` the release has no pages for people.
    """
    if wrong := _wrong(articles, sources, policy, accepted):
        return refuse(wrong, as_json=as_json)
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
        err().print(text, markup=False)

    WAITING.set(None if quiet else waiting)
    try:
        with Progress(quiet=quiet) as progress:
            REPORT.set(progress.report)
            published = _execute(workspace, progress)
    except (KeyboardInterrupt, dg.DagsterExecutionInterruptedError):
        said = f"Stopped. What was read is kept in {outputs}, and {kept(outputs)}. Run again to go on."
        return refuse(said, EXIT_INTERRUPTED, as_json=as_json)
    except Exception as error:
        code, said = explained(error, outputs)
        return refuse(said, code, as_json=as_json)
    released = latest(outputs)
    if released is None:
        return refuse("The run ended without a release.", as_json=as_json)
    read_now = max(progress.read_now.values(), default=0)
    ended = Ended(released, outputs, read_now, not published, time.monotonic() - started)
    if as_json:
        answer(ended.as_object())
    else:
        ended.show(out(quiet=quiet))
    return 0


def _wrong(articles: Path, sources: Path | None, policy: Path | None, accepted: Sequence[str]) -> str:
    """What keeps a run from starting, and what to do; empty when nothing does."""
    if sources is None and not articles.is_dir():
        return f"There is no folder {articles}. Make it and put articles in it, or name another with --articles."
    if policy is not None and policy != Path("policy") and not policy.is_dir():
        return f"There is no folder {policy}. Make it (docs/rights.md says what stands in it), or leave --policy out."
    if unknown := sorted(set(accepted) - set(ACCEPTABLE)):
        return f"There is no {', '.join(unknown)} to accept. Name one of: {', '.join(ACCEPTABLE)}."
    return ""


def _execute(workspace: Workspace, progress: Progress) -> bool:
    """Run the job in this process; whether it published a release. What stops it is raised.

    The run itself says so: a look at `latest` before it would not know what another run published while this one waited.
    """
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    job, run_id = definitions.resolve_job_def(BUILD), str(uuid.uuid4())
    with dg.DagsterInstance.ephemeral() as instance:
        tell_steps(instance, run_id, progress.step)
        try:
            done = job.execute_in_process(
                resources={"workspace": workspace}, run_config=quiet, instance=instance, run_id=run_id
            )
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
    return "\n".join(
        item.description or item.check_name
        for item in data
        if not item.passed and item.severity is dg.AssetCheckSeverity.ERROR
    )
