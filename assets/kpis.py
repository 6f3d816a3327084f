"""The stage `kpis`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["quotes"],
    group_name="extract",
    kinds={"parquet"},
    code_version=STAGES["kpis"].version,
)
def kpis(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Figures claimed, aimed at or planned."""
    return dg.MaterializeResult(metadata=workspace.advance("kpis"))
