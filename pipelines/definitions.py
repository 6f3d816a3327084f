"""Everything Dagster can load, as a table of contents."""

import os

import dagster as dg

from assets import ASSETS, CHECKS
from assets.workspace import Workspace

from .jobs import JOBS

definitions = dg.Definitions(
    assets=ASSETS,
    asset_checks=CHECKS,
    jobs=JOBS,
    resources={
        "workspace": Workspace(
            articles=os.environ.get("ARTICLES", "articles"), outputs=os.environ.get("OUTPUTS", "outputs")
        )
    },
    executor=dg.in_process_executor,
)
