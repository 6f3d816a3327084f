"""Ingest: the bytes of every article in the folder, filed by content; and the files that cannot be read, with the reason."""

import dagster as dg

from pejlemaerker.ingest import ingest
from schemas import SKIPPED, SOURCES
from schemas.validation import validate

from .workspace import Workspace


@dg.asset(group_name="ingest", kinds={"parquet"})
def sources(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The files to read, by content, and those that cannot be read, with the reason."""
    found, skipped, new = ingest(workspace.listing(), workspace.store)
    workspace.write_current("sources", validate(SOURCES, found))
    workspace.write_current("skipped", validate(SKIPPED, skipped))
    reasons = "\n".join(f"- {path}: {reason}" for path, _, reason in skipped.iter_rows())
    shown = dg.MetadataValue.md(reasons or "none")
    metadata: dict[str, dg.MetadataValue | int] = {"files": found.height + skipped.height, "new": new, "skipped": shown}
    return dg.MaterializeResult(metadata=metadata)
