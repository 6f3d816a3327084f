"""The stages that extract statements from an article, in one asset of several outputs: who reads an article once reads it for all."""

from collections.abc import Iterable

import dagster as dg

from pejlemaerker.stages import STAGES

from .describing import EXTRACT
from .workspace import Workspace

# By stage what it finds, and the assets that it waits for.
_FOUND = {
    "mentions": ("Where people and organisations are named in the text, and by which words.", "segment"),
    "affiliations": (
        "In what capacity somebody is spoken of: the role, organisation or party beside the name, in its own words.",
        "segment",
    ),
    "quotes": (
        "Who said what: direct, unmarked and indirect speech, its speaker, and how the speaker was found.",
        "segment",
    ),
    "recommendations": ("Who asks whom to do what, and how strongly.", "quotes"),
    "kpis": (
        "Figures that are measured, aimed at or planned: value, unit, what they count, whose they are and for when.",
        "quotes",
    ),
    "initiatives": (
        "Reforms, programmes, models, agreements and projects that have a name, and who owns them.",
        "segment",
    ),
    "themes": ("What each document is about, and the words that tell so.", "segment"),
}
STATEMENTS = tuple(_FOUND)


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            name,
            deps=[above],
            description=description,
            group_name=EXTRACT,
            kinds={"parquet"},
            code_version=STAGES[name].version,
        )
        for name, (description, above) in _FOUND.items()
    ],
    can_subset=True,
)
def extract(context: dg.AssetExecutionContext, workspace: Workspace) -> Iterable[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Read each article once with all stages that are asked for and have not read it."""
    asked = {key.to_user_string() for key in context.selected_asset_keys}
    for name, told in workspace.advance(*(name for name in _FOUND if name in asked)).items():
        yield dg.MaterializeResult(asset_key=name, metadata=told)
