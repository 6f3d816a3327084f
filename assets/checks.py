"""Checks before a release. A check that fails stops the release, and the last one stays as it was."""

from collections.abc import Iterable

import dagster as dg

from pejlemaerker.publication.comparison import DATA
from pejlemaerker.publication.integrity import actor_faults, key_faults, private_faults, schema_faults, span_faults

from .workspace import TEXTS, Workspace

_ASSET = "actors"


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec("schema", asset=_ASSET, blocking=True, description="Each table keeps its schema."),
        dg.AssetCheckSpec("keys", asset=_ASSET, blocking=True, description="Each key points to a row."),
        dg.AssetCheckSpec(
            "spans", asset=_ASSET, blocking=True, description="Each row stands in the text where it says."
        ),
        dg.AssetCheckSpec("privacy", asset=_ASSET, blocking=True, description="No contact details are in any table."),
    ]
)
def integrity(workspace: Workspace) -> Iterable[dg.AssetCheckResult]:
    """What has to hold over all tables before a release."""
    tables = {table.name: workspace.current(f"table_{table.name}") for table in DATA}
    broken = schema_faults(tables)
    found = {"schema": broken, "keys": [] if broken else key_faults(tables) + actor_faults(tables)}
    found["spans"] = [] if broken else span_faults(tables, workspace.current(TEXTS))
    found["privacy"] = private_faults(tables)
    for name, faults in found.items():
        message = "\n".join(faults) or "all is well"
        yield dg.AssetCheckResult(check_name=name, passed=not faults, description=message, asset_key=_ASSET)
