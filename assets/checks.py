"""Checks before a release. A check that fails stops the release, and the last one stays as it was.

Those of the tables come before anything is written, those of the release when it is written and nobody can see it yet. What only
asks for a look stands in `notices`.
"""

from collections.abc import Iterable

import dagster as dg

from pejlemaerker.publication import releases
from pejlemaerker.publication.integrity import CHECKS, faults
from pejlemaerker.publication.jumps import jumps
from pejlemaerker.publication.verifying.gate import breaking_faults, whole_faults

from .shown.verdicts import ALL_IS_WELL, NOT_LOOKED, verdict
from .workspace import Workspace

_ASSET = "actors"
_RELEASE = "descriptions"
RELEASE_CHECKS = {
    "counts": "No count jumps that nothing explains.",
    "schema_version": "What breaks programs that read the last release has a higher version.",
    "whole": "Every file of the release is what its descriptions, its checksums and the schema say.",
}


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(name, asset=_ASSET, blocking=True, description=description)
        for name, description in CHECKS.items()
    ]
)
def integrity(workspace: Workspace) -> Iterable[dg.AssetCheckResult]:
    """What has to hold over all tables before a release."""
    settled = workspace.settled()
    found = {name: [] for name in CHECKS} if settled else faults(workspace.dataset())
    for name, messages in found.items():
        yield verdict(name, _ASSET, messages, well=NOT_LOOKED if settled else ALL_IS_WELL)


class Accepted(dg.Config):
    """What is typed in the launchpad: names of `ACCEPTABLE` whose jump is as it should be. All else stays as the page was started with."""

    accepted: list[str] = []  # noqa: RUF012 - pydantic copies it


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(name, asset=_RELEASE, blocking=True, description=description)
        for name, description in RELEASE_CHECKS.items()
    ]
)
def gate(config: Accepted, workspace: Workspace) -> Iterable[dg.AssetCheckResult]:
    """What has to hold of the whole release before it is switched in."""
    is_new = releases.staging(workspace.outputs_folder).exists()
    accepted = [*workspace.accepted, *config.accepted]
    for name, messages in _of_release(workspace, accepted).items():
        yield verdict(name, _RELEASE, messages, well=ALL_IS_WELL if is_new else NOT_LOOKED)


def _of_release(workspace: Workspace, accepted: list[str]) -> dict[str, list[str]]:
    staged, before = releases.staging(workspace.outputs_folder), releases.latest(workspace.outputs_folder)
    if not staged.exists():
        return {name: [] for name in RELEASE_CHECKS}
    last = before.dataset() if before else None
    return {
        "counts": jumps(releases.filed(staged), last, accepted, workspace.told()),
        "schema_version": breaking_faults(staged, before.folder if before else None),
        "whole": whole_faults(staged),
    }
