"""The tables of actors across documents: `people`, `organisations`, `aliases`, `affiliations` and `positions`."""

from ._model import Column, Table, document_id, evidence, identifier, organisation_id, person_id, segment_id, span

HOW = ("exact", "variant", "abbreviation", "short", "fuzzy", "correction")

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
    "The forms in which people and organisations are written, and how each was told to be theirs.",
    ("actor_id", "alias"),
    (
        Column("actor_id", "text", "A person or an organisation."),
        Column("alias", "text", "A form as written."),
        Column(
            "how",
            "text",
            "exact: the actor's name or a registered one; variant: the same but for case, marks, a genitive, a definite form, an initial; "
            "abbreviation: as a document gives it in brackets; short: a part of a person's name; fuzzy: misspelt; "
            "correction: a person said so.",
            enum=HOW,
        ),
        Column(
            "score",
            "number",
            "Likeness to the name it was told by; null unless fuzzy.",
            optional=True,
            minimum=0,
            maximum=1,
        ),
        Column("n_documents", "integer", "Documents with this form.", minimum=1, unit="documents"),
    ),
)

AFFILIATIONS = Table(
    "affiliations",
    "Where a document says what role, organisation or party somebody has; the span holds the words that say so, or the name "
    "with what is beside it where the rest is said elsewhere (rules told.owner, told.scene, told.only).",
    ("document_id", "char_start", "affiliation_id"),
    (
        identifier("affiliation_id", "a", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        Column(
            "surface",
            "text",
            "The full name that is meant, as the document gives it, without a genitive.",
            correctable=True,
        ),
        Column("role", "text", "The role as written.", optional=True, correctable=True),
        Column("organisation", "text", "The organisation as written.", optional=True, correctable=True),
        Column("party", "text", "Party letter as written.", optional=True, pattern="[A-ZÆØÅ]{1,3}", correctable=True),
        person_id("person_id", "The person; null when it could be more than one."),
        organisation_id("organisation_id", "The organisation; null when none is named."),
        organisation_id("party_id", "The party, where its letter is known."),
        *evidence(),
    ),
)

POSITIONS = Table(
    "positions",
    "Who is said to be what, and from when to when documents say so: a summary of affiliations and authors. It is no record of tenure.",
    ("person_id", "organisation_id", "role"),
    (
        person_id("person_id", "The person.", optional=False),
        organisation_id("organisation_id", "The organisation, or the party; null when only the role is given."),
        Column("role", "text", "The role in the form most often written; null when none is given.", optional=True),
        Column(
            "n_documents", "integer", "Documents that say so, repeated ones not counted.", minimum=1, unit="documents"
        ),
        Column("first_seen", "date", "Earliest date of a document that says so.", optional=True),
        Column("last_seen", "date", "Latest date of a document that says so.", optional=True),
    ),
)
