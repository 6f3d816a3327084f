"""The stage `segment`."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from pejlemaerker.batches import filed_rows
from pejlemaerker.houses import Pair, tell_houses, write_houses
from pejlemaerker.stages import STAGES
from schemas import BLOCKS, TEXTS

from .describing import READ
from .workspace import Workspace


@dg.asset(
    deps=["clean"],
    group_name=READ,
    kinds={"parquet"},
    code_version=STAGES["segment"].version,
)
def segment(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Title, date, kind, authors; and the text cut into paragraphs, headings, list items and what is not the article."""
    store, sources = workspace.store, workspace.sources()
    if workspace.settled():
        return dg.MaterializeResult(metadata=workspace.advance("segment")["segment"])
    claimed = filed_rows(store, TEXTS, sources, ("claims", "stated"))
    write_houses(store, tell_houses(claimed, lambda: _texts_and_blocks(store, sources)))
    return dg.MaterializeResult(metadata=workspace.advance("segment")["segment"])


def _texts_and_blocks(store: Path, sources: list[str]) -> Iterator[Pair]:
    texts = filed_rows(store, TEXTS, sources, ("clean_text",))
    return zip(texts, filed_rows(store, BLOCKS, sources, ("zone", "char_start", "char_end")), strict=True)
