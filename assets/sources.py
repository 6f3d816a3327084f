"""Ingest: the bytes of every article in the folder, filed by content; and the files that cannot be read, with the reason."""

from pathlib import Path

import dagster as dg

from pejlemaerker.ingest import forget_folder, ingest, known_folder, note_folder
from pejlemaerker.storage.fingerprint import look
from schemas import SKIPPED, SOURCES
from schemas.validation import validate

from .workspace import Workspace


@dg.asset(group_name="ingest", kinds={"parquet"})
def sources(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The files to read, by content, and those that cannot be read, with the reason."""
    listing, store = workspace.listing(), workspace.store
    seen = look(listing, workspace.outputs_folder) if isinstance(listing, Path) and listing.is_dir() else None
    new = 0
    if seen is None or not known_folder(store, seen):
        forget_folder(store)
        found, left_out, new = ingest(listing, store)
        workspace.write_current("sources", validate(SOURCES, found))
        workspace.write_current("skipped", validate(SKIPPED, left_out))
        if seen is not None:
            note_folder(store, seen)
    skipped = workspace.current("skipped")
    reasons = "\n".join(f"- {path}: {reason}" for path, _, reason in skipped.iter_rows())
    shown = dg.MetadataValue.md(reasons or "none")
    files = len(workspace.sources()) + skipped.height
    return dg.MaterializeResult(metadata={"files": files, "new": new, "skipped": shown})
