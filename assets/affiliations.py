"""The stage `affiliations`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["segment"],
    group_name="extract",
    kinds={"parquet"},
    code_version=STAGES["affiliations"].version,
)
def affiliations(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Which roles, organisations and parties stand beside the names of people."""
    return dg.MaterializeResult(metadata=workspace.advance("affiliations"))
