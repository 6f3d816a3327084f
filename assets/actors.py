"""All documents together: tables put together, people and organisations told apart across documents."""

import dagster as dg

from pejlemaerker.publication.assembly import assemble
from schemas import DOCUMENTS, KPIS, QUOTES, RECOMMENDATIONS, SKIPPED

from .workspace import UNCHANGED, Workspace, preview

_SHOWN = (DOCUMENTS, QUOTES, RECOMMENDATIONS, KPIS, SKIPPED)


@dg.asset(
    deps=["mentions", "affiliations", "quotes", "recommendations", "kpis", "initiatives", "themes"],
    group_name="publish",
    kinds={"polars"},
)
def actors(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """All tables over all documents, with people and organisations told apart across them."""
    if workspace.settled():
        return dg.MaterializeResult(metadata={"release": UNCHANGED})
    workspace.rest()
    sources, skipped = (workspace.current(name) for name in ("sources", "skipped"))
    policy = workspace.policy()
    dataset = assemble(workspace.store, sources, skipped, workspace.current_folder, policy.corrections, policy.erasures)
    shown = {f"preview_{table.name}": preview(dataset.head(table.name)) for table in _SHOWN}
    return dg.MaterializeResult(metadata={**dataset.counts(), **shown})
