"""The release: its tables, the DuckDB files, what describes them, and the switch. Where nothing changed, the last release stays."""

import dagster as dg

from pejlemaerker.publication import releases
from pejlemaerker.publication.csv_files import write_csv
from pejlemaerker.publication.descriptions import write_descriptions, write_sums
from pejlemaerker.publication.editions import Edition
from pejlemaerker.publication.site import write_site
from pejlemaerker.tidying import is_due, tidy
from schemas import EDITIONS

from .workspace import UNCHANGED, Workspace

_NOTHING_NEW = dg.MaterializeResult(metadata={"release": UNCHANGED})  # type: ignore[var-annotated]


def _unchanged(workspace: Workspace) -> bool:
    return not releases.staging(workspace.outputs_folder).exists()


@dg.asset(
    deps=["actors"],
    group_name="publish",
    kinds={"parquet"},
)
def parquet(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The tables of both editions as Parquet files, each described in itself."""
    outputs = workspace.outputs_folder
    if workspace.settled():
        releases.discard(outputs)
        return _NOTHING_NEW
    folder, before = releases.begin(outputs), releases.latest(outputs)
    dataset, policy = workspace.dataset(), workspace.policy()
    contents = releases.write_editions(folder, (Edition(dataset, name, policy.rights) for name in EDITIONS))
    if before is not None and releases.same_content(before, contents, policy.about, workspace.site_version):
        releases.discard(outputs)
        workspace.note_release(before.version)
        return _NOTHING_NEW
    releases.write_about(folder, contents, before, workspace.told(), policy.about, workspace.site_version)
    return dg.MaterializeResult(metadata={**releases.filed(folder).counts()})


@dg.asset(
    deps=["parquet"],
    group_name="publish",
    kinds={"duckdb"},
)
def duckdb(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """All tables in one DuckDB file, with comments, views and search; one file an edition."""
    if _unchanged(workspace):
        return _NOTHING_NEW
    folder = releases.staging(workspace.outputs_folder)
    sizes = {edition: releases.build_database(folder, edition).stat().st_size for edition in EDITIONS}
    return dg.MaterializeResult(metadata={f"bytes_{edition}": size for edition, size in sizes.items()})


@dg.asset(deps=["duckdb"], group_name="publish", kinds={"html"})
def site(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Pages for people: documents with what was found in them, people, organisations, themes, charts and search; a site an edition."""
    if _unchanged(workspace) or not workspace.site:
        return _NOTHING_NEW
    folder, about = releases.staging(workspace.outputs_folder), workspace.policy().about
    pages = {f"pages_{edition}": write_site(folder, edition, about) for edition in EDITIONS}
    return dg.MaterializeResult(metadata={**pages})


@dg.asset(deps=["site"], group_name="publish", kinds={"csv", "json"})
def descriptions(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The tables as CSV; and what tells people and programs what the release is, with the checksums of all its files."""
    if _unchanged(workspace):
        return _NOTHING_NEW
    folder, about = releases.staging(workspace.outputs_folder), workspace.policy().about
    for edition in reversed(EDITIONS):  # the checksums of the whole release are written last
        lies = releases.edition_folder(folder, edition)
        write_csv(lies)
        write_descriptions(lies, edition, about)
        write_sums(lies)
    return dg.MaterializeResult(metadata={"files": sum(1 for path in folder.rglob("*") if path.is_file())})


@dg.asset(deps=["descriptions"], group_name="publish")
def release(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The release that `latest` points to; and older ones, and packs nobody needs, thrown away by the rule of the store."""
    if _unchanged(workspace):
        if not is_due(workspace.store):
            return _NOTHING_NEW
        found: dict[str, dg.MetadataValue | str] = {"release": UNCHANGED}
    else:
        released = releases.switch(workspace.outputs_folder)
        workspace.note_release(released.version)
        found = {"version": released.version, "folder": dg.MetadataValue.path(released.folder)}
    tidied = tidy(workspace.outputs_folder, workspace.store, workspace.sources())
    return dg.MaterializeResult(
        metadata={**found, "old_releases_removed": tidied.releases, "pack_files_removed": tidied.pack_files}
    )
