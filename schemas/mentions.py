"""The table `mentions`: where people and organisations are named."""

from ._model import Column, Table, document_id, evidence, identifier, segment_id, span

KINDS = ("person", "organisation")

MENTIONS = Table(
    "mentions",
    "Where people and organisations are named in the content.",
    ("document_id", "char_start", "mention_id"),
    (
        identifier("mention_id", "m", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        Column("kind", "text", "What is named.", enum=KINDS),
        Column(
            "surface",
            "text",
            "The full name that is meant, as the document gives it, without a genitive.",
            correctable=True,
        ),
        Column("actor_id", "text", "The person or organisation; null when it could be more than one.", optional=True),
        *evidence(),
    ),
)
