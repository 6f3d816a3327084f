"""All documents together: tables put together, people and organisations told apart across documents."""

import dagster as dg

from pejlemaerker.publication.assembly import assemble

from .workspace import TEXTS, Workspace, preview


@dg.asset(
    deps=["mentions", "affiliations", "quotes", "recommendations", "kpis", "initiatives"],
    group_name="publish",
    kinds={"polars"},
)
def actors(workspace: Workspace) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """All tables over all documents, with people and organisations told apart across them."""
    tables, texts = assemble(workspace.store, workspace.current("sources"), workspace.current("skipped"))
    for name, frame in tables.items():
        workspace.write_current(f"table_{name}", frame)
    workspace.write_current(TEXTS, texts)
    shown = {f"preview_{name}": preview(tables[name]) for name in ("quotes", "recommendations", "kpis", "skipped")}
    counts = {name: frame.height for name, frame in sorted(tables.items())}
    return dg.MaterializeResult(metadata={**counts, **shown})
