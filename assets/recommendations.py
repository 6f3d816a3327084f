"""The stage `recommendations`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["quotes"],
    group_name="extract",
    kinds={"parquet"},
    code_version=STAGES["recommendations"].version,
)
def recommendations(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Who asks whom to do what."""
    return dg.MaterializeResult(metadata=workspace.advance("recommendations"))
