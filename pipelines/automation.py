"""What starts the job by itself, both off until somebody switches them on in the Dagster page: new articles, and every night."""

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
    name="new_articles",
    job=JOBS[0],
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Starts the build when the articles folder, or what the file sources.toml names on this machine, has changed and "
    "two looks, a minute apart, find the same. Buckets are not looked at.",
)
def new_articles(context: dg.SensorEvaluationContext) -> Tick:
    """A run for each change of the articles that has come to rest. It takes no lock: a look must never keep a run from its folder."""
    kept = json.loads(context.cursor) if context.cursor else {"seen": "", "read": "", "key": ""}
    now = seen_now(Path(articles()), Path(outputs()), Path(sources_file()) if sources_file() else None)
    settled, kept["seen"] = now == kept["seen"], now
    if now == kept["read"]:
        yield dg.SkipReason("Nothing has changed among the articles since the last run.")
    elif not settled:
        yield dg.SkipReason("The articles have changed; the next look tells whether they are at rest.")
    elif context.instance.get_runs(dg.RunsFilter(job_name=BUILD, statuses=_AT_WORK), limit=1):
        yield dg.SkipReason("A run is at work; the change is read after it.")
    else:
        # The key hangs on the one before: the same change never gives two runs, articles put back as they were give their own.
        key = hashlib.sha256(f"{kept['key']}{now}".encode()).hexdigest()[:32]
        kept |= {"read": now, "key": key}
        yield dg.RunRequest(run_key=key, tags=RETRIES)
    context.update_cursor(json.dumps(kept, sort_keys=True))


every_night = dg.ScheduleDefinition(
    name="every_night",
    job=JOBS[0],
    cron_schedule="0 3 * * *",
    execution_timezone="Europe/Copenhagen",
    default_status=dg.DefaultScheduleStatus.STOPPED,
    tags=RETRIES,
    description="Builds at three every night. Where nothing has changed, nothing is read and no release is made.",
)

SENSORS = (new_articles,)
SCHEDULES = (every_night,)
