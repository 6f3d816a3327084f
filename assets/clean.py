"""The stage `clean`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["sources"],
    group_name="read",
    kinds={"parquet"},
    code_version=STAGES["clean"].version,
)
def clean(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The clean text of each article: characters, line ends and marks of layout put in order, contact details masked."""
    return dg.MaterializeResult(metadata=workspace.advance("clean")["clean"])
