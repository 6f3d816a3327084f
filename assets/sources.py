"""Ingest: the bytes of every article in the folder, filed by content; and the files that cannot be read, with the reason."""

from pathlib import Path

import dagster as dg

from pejlemaerker.ingest import forget_folder, ingest, known_folder, note_folder
from pejlemaerker.storage.fingerprint import look
from schemas import SKIPPED, SOURCES
from schemas.validation import validate

from .describing import COLLECT
from .shown.reading import sources_shown
from .workspace import Workspace


@dg.asset(group_name=COLLECT, kinds={"parquet"})
def sources(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Each article as it came, filed by its content, so that a renamed file is not read again; and what cannot be read, with the reason."""
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
    place = workspace.sources_file or workspace.articles
    shown = sources_shown(workspace.current("sources"), workspace.current("skipped"), new, place)
    return dg.MaterializeResult(metadata=shown)
