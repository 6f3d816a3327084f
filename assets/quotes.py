"""The stage `quotes`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["segment"],
    group_name="extract",
    kinds={"parquet"},
    code_version=STAGES["quotes"].version,
)
def quotes(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Who said what: direct, unmarked and indirect speech."""
    return dg.MaterializeResult(metadata=workspace.advance("quotes"))
