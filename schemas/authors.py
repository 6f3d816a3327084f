"""The table `authors`: who signed each document."""

from ._model import Column, Table, document_id, organisation_id, person_id

AUTHORS = Table(
    "authors",
    "Who signed the document, in the order of the byline.",
    ("document_id", "ordinal"),
    (
        document_id(),
        Column("ordinal", "integer", "Place in the byline, from 1.", minimum=1),
        Column("name", "text", "Full name as written."),
        Column("role", "text", "Role as written; null when the byline gives none.", optional=True),
        Column("organisation", "text", "Organisation as written; null when the byline gives none.", optional=True),
        person_id("person_id", "The person; null when it could be more than one."),
        organisation_id("organisation_id", "The organisation that the byline gives."),
    ),
)
