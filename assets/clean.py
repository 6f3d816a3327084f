"""The stage `clean`."""

import dagster as dg

from pejlemaerker.stages import STAGES

from .describing import READ
from .workspace import Workspace


@dg.asset(
    deps=["sources"],
    group_name=READ,
    kinds={"parquet"},
    code_version=STAGES["clean"].version,
)
def clean(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The clean text of each article, whatever its format: characters, line ends and marks of layout put in order, contact details masked.

    Every row of the dataset stands on characters of this text.
    """
    return dg.MaterializeResult(metadata=workspace.advance("clean")["clean"])
