"""The stage `initiatives`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["segment"],
    group_name="extract",
    kinds={"parquet"},
    code_version=STAGES["initiatives"].version,
)
def initiatives(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Named reforms, programmes, models, agreements and projects."""
    return dg.MaterializeResult(metadata=workspace.advance("initiatives"))
