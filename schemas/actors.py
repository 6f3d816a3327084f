"""The tables of actors across documents: `people`, `organisations`, `aliases` and `affiliations`."""

from ._model import Column, Table, document_id, organisation_id, person_id

ORGANISATION_KINDS = (
    "municipality",
    "region",
    "association",
    "union",
    "ministry",
    "agency",
    "state_body",
    "parliament",
    "party",
    "university",
    "think_tank",
    "company",
    "media",
    "foundation",
    "institution",
    "other",
)

PEOPLE = Table(
    "people",
    "People who speak, sign or are named with a full name.",
    ("person_id",),
    (
        Column(
            "person_id", "text", "Stable identifier, no part of which can be read as a name.", pattern="p[0-9a-f]{12}"
        ),
        Column("name", "text", "The name most often written."),
    ),
)

ORGANISATIONS = Table(
    "organisations",
    "Organisations named in the documents.",
    ("organisation_id",),
    (
        Column(
            "organisation_id",
            "text",
            "Stable identifier: the official code for municipalities and regions, a registered id for others that are known, else a hash.",
            pattern="m[0-9]{4}|r[0-9]{4}|o[0-9a-f]{12}|[a-z][a-z0-9-]+",
        ),
        Column("name", "text", "The official name where known, else the name as written."),
        Column("kind", "text", "What it is.", enum=ORGANISATION_KINDS),
        Column("municipality_code", "text", "Official four-character code.", optional=True, pattern="[0-9]{4}"),
        Column(
            "region_code",
            "text",
            "Official code of the region, or of the region a municipality lies in.",
            optional=True,
            pattern="[0-9]{4}",
        ),
        Column("valid_from", "date", "First day the organisation existed, where registered.", optional=True),
        Column("valid_to", "date", "Last day the organisation existed; null while it does.", optional=True),
    ),
)

ALIASES = Table(
    "aliases",
    "The forms in which people and organisations are written.",
    ("actor_id", "alias"),
    (
        Column("actor_id", "text", "A person or an organisation."),
        Column("alias", "text", "A form as written."),
        Column("n_documents", "integer", "Documents with this form.", minimum=1, unit="documents"),
    ),
)

AFFILIATIONS = Table(
    "affiliations",
    "Evidence that a person held a role: a document says so. It is no record of tenure.",
    ("person_id", "organisation_id", "role", "document_id"),
    (
        person_id("person_id", "The person.", optional=False),
        organisation_id("organisation_id", "The organisation; null when the document gives only the role."),
        Column("role", "text", "The role as written.", optional=True),
        document_id(),
        Column("first_seen", "date", "Earliest date of a document that says so.", optional=True),
        Column("last_seen", "date", "Latest date of a document that says so.", optional=True),
    ),
)
