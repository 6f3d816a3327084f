"""What starts the build by itself: articles that change, and every night. Both are off until switched on in the Dagster page."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from .folders import articles, outputs, sources_file
from .jobs import BUILD, JOBS
from .watching import seen_now

_AT_WORK = [dg.DagsterRunStatus.QUEUED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED]
# A run whose process was killed is started again; one that failed by its data would fail again.
RETRIES = {"dagster/max_retries": "2", "dagster/retry_on_asset_or_op_failure": "false"}
Tick = Iterator[dg.RunRequest | dg.SkipReason]


@dg.sensor(
    name="build_when_articles_change",
    job=JOBS[0],
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Looks at the articles every minute: at the articles folder or, where a file sources.toml is named, at what that names on "
    "this machine (buckets are left to build_every_night). When they have changed, and the next look finds the same, it starts the job "
    "build, which reads only what is new or changed. To switch it on: the switch on this page, or under Automation.",
)
def build_when_articles_change(context: dg.SensorEvaluationContext) -> Tick:
    """A run for each change of the articles that has come to rest. It takes no lock: a look must never keep a run from its folder."""
    kept = json.loads(context.cursor) if context.cursor else {"seen": "", "read": "", "key": ""}
    if missing := _missing():
        yield dg.SkipReason(missing)
        return
    now = seen_now(Path(articles()), Path(outputs()), Path(sources_file()) if sources_file() else None)
    settled, kept["seen"] = now == kept["seen"], now
    if now == kept["read"]:
        yield dg.SkipReason(f"Nothing to do: {_named()} is as it was when a build was last started from here.")
    elif not settled:
        yield dg.SkipReason(
            f"Something has changed in {_named()}. If the next look finds the same, so that no file is half copied, the build starts."
        )
    elif context.instance.get_runs(dg.RunsFilter(job_name=BUILD, statuses=_AT_WORK), limit=1):
        yield dg.SkipReason(
            "A build is at work. What has changed since is read by another, which starts when this one has ended."
        )
    else:
        # The key hangs on the one before: the same change never gives two runs, articles put back as they were give their own.
        key = hashlib.sha256(f"{kept['key']}{now}".encode()).hexdigest()[:32]
        kept |= {"read": now, "key": key}
        yield dg.RunRequest(run_key=key, tags=RETRIES)
    context.update_cursor(json.dumps(kept, sort_keys=True))


def _named() -> str:
    """What is looked at, in words."""
    return f"what {sources_file()} names" if sources_file() else f"the folder {articles()}"


def _missing() -> str:
    """What there is not to look at, with the next step; empty when all is there."""
    if sources_file():
        found, variable = Path(sources_file()).is_file(), "SOURCES"
    else:
        found, variable = Path(articles()).is_dir(), "ARTICLES"
    kind = "file" if sources_file() else "folder"
    place = sources_file() or articles()
    return (
        ""
        if found
        else f"There is no {kind} {place}. Make it, or name another with {variable} and start the page again."
    )


build_every_night = dg.ScheduleDefinition(
    name="build_every_night",
    job=JOBS[0],
    cron_schedule="0 3 * * *",
    execution_timezone="Europe/Copenhagen",
    default_status=dg.DefaultScheduleStatus.STOPPED,
    tags=RETRIES,
    description="Starts the job build at three every night, Danish time. Where nothing has changed, nothing is read and the last release "
    "stays. For places that are not looked at while they change, such as buckets and fetched pages. To switch it on: the switch on this "
    "page, or under Automation.",
)

SENSORS = (build_when_articles_change,)
SCHEDULES = (build_every_night,)
