"""The stage `segment`."""

import dagster as dg

from pejlemaerker.batches import read_stage
from pejlemaerker.houses import tell_houses, write_houses
from pejlemaerker.stages import STAGES

from .workspace import Workspace


@dg.asset(
    deps=["clean"],
    group_name="read",
    kinds={"parquet"},
    code_version=STAGES["segment"].version,
)
def segment(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Title, date, kind, authors; and the text cut into paragraphs, headings, list items and what is not the article."""
    read = read_stage(workspace.store, "clean", workspace.sources())
    write_houses(workspace.store, tell_houses(read["texts"], read["blocks"]))
    return dg.MaterializeResult(metadata=workspace.advance("segment")["segment"])
