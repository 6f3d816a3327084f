"""The table `initiatives`: named reforms, programmes, models, agreements and projects."""

from ._model import Column, Table, document_id, evidence, identifier, organisation_id, segment_id, span

KINDS = (
    "reform",
    "agreement",
    "commission",
    "model",
    "strategy",
    "plan",
    "programme",
    "project",
    "proposal",
    "package",
    "trial",
    "fund",
    "campaign",
    "other",
)

INITIATIVES = Table(
    "initiatives",
    "Named initiatives, once for each document, where the document first names them.",
    ("document_id", "char_start", "initiative_id"),
    (
        identifier("initiative_id", "i", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        Column(
            "common_id",
            "text",
            "What all rows of one initiative share, in whatever document; rows of one name with two owners do not.",
            optional=True,
            pattern="n[0-9a-f]{12}",
        ),
        Column("name", "text", "The name as written.", correctable=True),
        Column("kind", "text", "What it is.", enum=KINDS, correctable=True),
        Column("organisation", "text", "Its owner; null when the text does not say.", optional=True, correctable=True),
        organisation_id("organisation_id", "The owner, where it is an organisation that is known."),
        *evidence(),
    ),
)
