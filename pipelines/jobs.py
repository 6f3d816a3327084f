"""The jobs. One process runs all stages: a stage that has much to do starts workers of its own."""

import dagster as dg

from .folders import articles, engine, outputs, policy, sources_file

BUILD = "build"

JOBS = (
    dg.define_asset_job(
        BUILD,
        selection=dg.AssetSelection.all(),
        executor_def=dg.in_process_executor,
        description="Reads what is new or changed among the articles, puts all documents together, checks the tables, and publishes "
        "a release that it has checked as a whole. Where nothing changed, or a check fails, the last release stays. It can be "
        "started at any time, and again after it was stopped: what was read is kept. A jump that the check `counts` told of is "
        "accepted in the launchpad: `ops: {gate: {config: {accepted: [NAME]}}}`.",
        tags={"publishes": "a_release"},
        metadata={
            "articles": dg.MetadataValue.path(sources_file() or articles()),
            "outputs": dg.MetadataValue.path(outputs()),
            "policy": dg.MetadataValue.path(policy()),
            "engine": engine(),
        },
    ),
)
