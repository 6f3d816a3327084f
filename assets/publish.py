"""The release: its tables, the DuckDB files, what describes them, and the switch. Where nothing changed, the last release stays."""

from collections.abc import Callable
from pathlib import Path

import dagster as dg

from pejlemaerker.publication import releases
from pejlemaerker.publication.csv_files import write_csv
from pejlemaerker.publication.descriptions import write_descriptions, write_sums
from pejlemaerker.publication.editions import Edition
from pejlemaerker.publication.sharing import share_pages
from pejlemaerker.publication.site import write_site
from pejlemaerker.tidying import is_due, tidy
from schemas import EDITIONS

from .describing import PUBLISH
from .shown.files import databases_shown, files_shown, pages_shown, rows_shown
from .shown.published import release_shown
from .shown.tables import Shown
from .workspace import UNCHANGED, Workspace


def _unchanged(workspace: Workspace) -> bool:
    return not releases.staging(workspace.outputs_folder).exists()


def _told(workspace: Workspace, shown: Callable[[Path], Shown]) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """What is shown of the release that is being made or, where nothing changed, of the last one."""
    if not _unchanged(workspace):
        return dg.MaterializeResult(metadata=shown(releases.staging(workspace.outputs_folder)))
    last = releases.latest(workspace.outputs_folder) if workspace.is_looked_at else None
    return dg.MaterializeResult(metadata={"release": UNCHANGED, **(shown(last.folder) if last else {})})


@dg.asset(
    deps=["actors"],
    group_name=PUBLISH,
    kinds={"parquet"},
)
def parquet(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The tables as Parquet files: the full edition for in-house use, and the open one for publication, by the policy of rights."""
    outputs = workspace.outputs_folder
    if workspace.settled():
        releases.discard(outputs)
        return _told(workspace, rows_shown)
    folder, before = releases.begin(outputs), releases.latest(outputs)
    dataset, policy = workspace.dataset(), workspace.policy()
    contents = releases.write_editions(folder, (Edition(dataset, name, policy.rights) for name in EDITIONS))
    if before is not None and releases.same_content(before, contents, policy.about, workspace.site_version):
        releases.discard(outputs)
        workspace.note_release(before.version)
    else:
        releases.write_about(folder, contents, before, workspace.told(), policy.about, workspace.site_version)
    return _told(workspace, rows_shown)


@dg.asset(
    deps=["parquet"],
    group_name=PUBLISH,
    kinds={"duckdb"},
)
def duckdb(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """All tables in one DuckDB file, with comments, views and search; one file an edition."""
    if not _unchanged(workspace):
        for edition in EDITIONS:
            releases.build_database(releases.staging(workspace.outputs_folder), edition)
    return _told(workspace, databases_shown)


@dg.asset(deps=["duckdb"], group_name=PUBLISH, kinds={"html"})
def site(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Pages for people: documents with what was found in them, people, organisations, themes, charts and search; a site an edition."""
    if not _unchanged(workspace) and workspace.site:
        folder, about = releases.staging(workspace.outputs_folder), workspace.policy().about
        for edition in EDITIONS:
            write_site(folder, edition, about)
    return _told(workspace, pages_shown)


@dg.asset(deps=["site"], group_name=PUBLISH, kinds={"csv", "json"})
def descriptions(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The tables as CSV; and what tells people and programs what the release is, with the checksums of all its files."""
    if not _unchanged(workspace):
        folder, about = releases.staging(workspace.outputs_folder), workspace.policy().about
        for edition in reversed(EDITIONS):  # the checksums of the whole release are written last
            lies = releases.edition_folder(folder, edition)
            write_csv(lies)
            write_descriptions(lies, edition, about)
            write_sums(lies)
        if before := releases.latest(workspace.outputs_folder):
            share_pages(folder, before.folder)
    return _told(workspace, files_shown)


@dg.asset(deps=["descriptions"], group_name=PUBLISH, kinds={"parquet", "duckdb", "html"})
def release(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The release as readers have it: `latest` now points to it. Look here for what changed, how good it is, and the room it takes.

    Releases and packs that nobody needs any more are thrown away.
    """
    outputs, is_new = workspace.outputs_folder, not _unchanged(workspace)
    found: Shown = {} if is_new else {"release": UNCHANGED}
    released = releases.switch(outputs) if is_new else releases.latest(outputs)
    if released and is_new:
        workspace.note_release(released.version)
    if is_new or is_due(workspace.store):
        tidied = tidy(outputs, workspace.store, workspace.sources())
        found |= {"old_releases_removed": tidied.releases, "pack_files_removed": tidied.pack_files}
    if released and workspace.is_looked_at:
        found |= release_shown(released, outputs)
    return dg.MaterializeResult(metadata=found)
