"""All documents together: tables put together, people and organisations told apart across documents."""

import dagster as dg

from pejlemaerker.publication.assembly import assemble

from .describing import COMBINE
from .extract import STATEMENTS
from .shown.published import dataset_shown, skipped_shown
from .shown.tables import Shown
from .workspace import UNCHANGED, Workspace


@dg.asset(
    deps=STATEMENTS,
    group_name=COMBINE,
    kinds={"polars"},
)
def actors(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """All documents put together: repeats found, people and organisations told apart, erasures and corrections done, tables checked."""
    if workspace.settled():
        return dg.MaterializeResult(metadata={"release": UNCHANGED, **_shown(workspace)})
    workspace.rest()
    sources, skipped = (workspace.current(name) for name in ("sources", "skipped"))
    policy = workspace.policy()
    assemble(workspace.store, sources, skipped, workspace.current_folder, policy.corrections, policy.erasures)
    return dg.MaterializeResult(metadata=_shown(workspace))


def _shown(workspace: Workspace) -> Shown:
    if not workspace.is_looked_at:
        return {}
    dataset = workspace.dataset()
    return {**dataset_shown(dataset), **skipped_shown(dataset.whole("skipped"))}
