"""The stage `segment`."""

import dagster as dg

from pejlemaerker.batches import filed_rows
from pejlemaerker.houses import tell_houses, write_houses
from pejlemaerker.stages import STAGES
from schemas import BLOCKS, TEXTS

from .workspace import Workspace


@dg.asset(
    deps=["clean"],
    group_name="read",
    kinds={"parquet"},
    code_version=STAGES["segment"].version,
)
def segment(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Title, date, kind, authors; and the text cut into paragraphs, headings, list items and what is not the article."""
    store, sources = workspace.store, workspace.sources()
    if workspace.settled():
        return dg.MaterializeResult(metadata=workspace.advance("segment")["segment"])
    write_houses(
        store, tell_houses(lambda: zip(*(filed_rows(store, table, sources) for table in (TEXTS, BLOCKS)), strict=True))
    )
    return dg.MaterializeResult(metadata=workspace.advance("segment")["segment"])
