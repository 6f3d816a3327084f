"""Checks before a release. A check that fails stops the release, and the last one stays as it was."""

from collections.abc import Iterable

import dagster as dg

from pejlemaerker.publication.integrity import CHECKS, faults

from .workspace import Workspace

_ASSET = "actors"


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(name, asset=_ASSET, blocking=True, description=description)
        for name, description in CHECKS.items()
    ]
)
def integrity(workspace: Workspace) -> Iterable[dg.AssetCheckResult]:
    """What has to hold over all tables before a release."""
    found = {name: [] for name in CHECKS} if workspace.settled() else faults(workspace.dataset())
    for name, messages in found.items():
        message = "\n".join(messages) or "all is well"
        yield dg.AssetCheckResult(check_name=name, passed=not messages, description=message, asset_key=_ASSET)
