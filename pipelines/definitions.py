"""Everything Dagster can load, as a table of contents."""

import dagster as dg

from assets import ASSETS, CHECKS
from assets.workspace import Workspace

from .automation import SCHEDULES, SENSORS
from .folders import articles, engine, outputs, policy, site, sources_file
from .jobs import JOBS

definitions = dg.Definitions(
    assets=ASSETS,
    asset_checks=CHECKS,
    jobs=JOBS,
    sensors=SENSORS,
    schedules=SCHEDULES,
    resources={
        "workspace": Workspace(
            articles=articles(),
            outputs=outputs(),
            sources_file=sources_file(),
            engine=engine(),
            policy_folder=policy(),
            site=site(),
        )
    },
    executor=dg.in_process_executor,
)
