"""The jobs. One process runs all stages: a stage that has much to do starts workers of its own."""

import dagster as dg

BUILD = "build"

JOBS = (
    dg.define_asset_job(
        BUILD,
        selection=dg.AssetSelection.all(),
        executor_def=dg.in_process_executor,
        description="Read the articles folder and publish a release, reading only what is new or changed.",
    ),
)
