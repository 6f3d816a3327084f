"""The release: Parquet files, the DuckDB file, and the switch. Where nothing changed, the last release stays."""

import dagster as dg

from pejlemaerker.publication import releases
from pejlemaerker.publication.comparison import content_sha256
from pejlemaerker.tidying import is_due, tidy

from .workspace import UNCHANGED, Workspace


def _unchanged(workspace: Workspace) -> bool:
    return not releases.staging(workspace.outputs_folder).exists()


@dg.asset(
    deps=["actors"],
    group_name="publish",
    kinds={"parquet"},
)
def parquet(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Each table as a Parquet file, described in itself."""
    if workspace.settled():
        releases.discard(workspace.outputs_folder)
        return dg.MaterializeResult(metadata={"release": UNCHANGED})
    dataset = workspace.dataset()
    folder, before = releases.begin(workspace.outputs_folder), releases.latest(workspace.outputs_folder)
    content = content_sha256(dataset)
    if before is not None and before.content == content and (before.folder / releases.DATABASE).is_file():
        releases.discard(workspace.outputs_folder)
        workspace.note_release(before.version)
        return dg.MaterializeResult(metadata={"release": UNCHANGED})
    whole = releases.whole(dataset, before, content)
    releases.write_tables(folder, whole)
    return dg.MaterializeResult(metadata={**whole.counts()})


@dg.asset(
    deps=["parquet"],
    group_name="publish",
    kinds={"duckdb"},
)
def duckdb(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """All tables in one DuckDB file, with comments and views."""
    if _unchanged(workspace):
        return dg.MaterializeResult(metadata={"release": UNCHANGED})
    folder = releases.staging(workspace.outputs_folder)
    releases.build_database(folder)
    return dg.MaterializeResult(metadata={"bytes": (folder / releases.DATABASE).stat().st_size})


@dg.asset(deps=["duckdb"], group_name="publish")
def release(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The release that `latest` points to; and older ones, and packs nobody needs, thrown away by the rule of the store."""
    if _unchanged(workspace):
        if not is_due(workspace.store):
            return dg.MaterializeResult(metadata={"release": UNCHANGED})
        found: dict[str, dg.MetadataValue | str] = {"release": UNCHANGED}
    else:
        released = releases.switch(workspace.outputs_folder)
        workspace.note_release(released.version)
        found = {"version": released.version, "folder": dg.MetadataValue.path(released.folder)}
    tidied = tidy(workspace.outputs_folder, workspace.store, workspace.sources())
    return dg.MaterializeResult(
        metadata={**found, "old_releases_removed": tidied.releases, "pack_files_removed": tidied.pack_files}
    )
