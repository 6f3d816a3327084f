"""Everything Dagster can load, as a table of contents."""

from pathlib import Path

import dagster as dg

from assets import ASSETS, CHECKS
from assets.describing import describe, owners
from assets.workspace import Workspace
from pejlemaerker.publication.policy.about import About, read_about
from pejlemaerker.publication.policy.errors import PolicyError

from .automation import SCHEDULES, SENSORS
from .folders import articles, engine, outputs, policy, site, sources_file
from .jobs import JOBS


def _about() -> About | None:
    """What the operator says of the dataset; None where that cannot be read, which the first run tells in full."""
    try:
        return read_about(Path(policy()) / "dataset.toml")
    except PolicyError:
        return None


_owners = owners(_about())
_assets = dg.map_asset_specs(lambda spec: describe(spec, _owners), ASSETS)

definitions = dg.Definitions(
    assets=_assets,
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
