"""Checks that stop nothing: what the person who runs this should look at, told as a warning on the page."""

import dagster as dg
import polars as pl

from pejlemaerker.publication import releases
from pejlemaerker.publication.notices import fallen_shares, unmeasured, unread_files

from .shown.verdicts import verdict
from .workspace import Workspace

_ASSET = "actors"
_RELEASE = "descriptions"


@dg.asset_check(asset=_ASSET)
def files_read(workspace: Workspace) -> dg.AssetCheckResult:
    """Files that were read last time are read now, and few are skipped."""
    before = releases.latest(workspace.outputs_folder)
    found = unread_files(workspace.dataset(), before.dataset() if before else None)
    return verdict("files_read", _ASSET, found, stops=False)


@dg.asset_check(asset=_RELEASE)
def shares_kept(workspace: Workspace) -> dg.AssetCheckResult:
    """Dates, speakers, issuers and the like are known of as large a share of rows as in the last release."""
    now, before = _quality(workspace)
    return verdict("shares_kept", _RELEASE, fallen_shares(now, before), stops=False)


@dg.asset_check(asset=_RELEASE)
def rules_measured(workspace: Workspace) -> dg.AssetCheckResult:
    """It was measured how well the rules that made the release read annotated documents."""
    return verdict("rules_measured", _RELEASE, unmeasured(_quality(workspace)[0]), stops=False)


def _quality(workspace: Workspace) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """The table `quality` of the release that is being made and of the last; of the last alone, where none is being made."""
    staged, last = releases.staging(workspace.outputs_folder), releases.latest(workspace.outputs_folder)
    before = last.table("quality") if last else None
    if staged.exists():
        return releases.filed(staged).whole("quality"), before
    return (before, None) if before is not None else (releases.filed(staged).whole("quality"), None)
