"""The stage `mentions`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["segment"],
    group_name="extract",
    kinds={"parquet"},
    code_version=STAGES["mentions"].version,
)
def mentions(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Where people and organisations are named."""
    return dg.MaterializeResult(metadata=workspace.advance("mentions"))
