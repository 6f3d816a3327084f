"""The table `segments`: the clean text cut into titles, paragraphs, list items and what is not the article."""

from ._model import Column, Table, document_id, evidence, identifier, span

CONTENT_KINDS = ("title", "lead", "heading", "paragraph", "list_item")
FURNITURE_KINDS = (
    "byline",
    "dateline",
    "caption",
    "contact",
    "teaser",
    "advert",
    "navigation",
    "form",
    "comment",
)

_START, _END, _TEXT = span()

SEGMENTS = Table(
    "segments",
    "The clean text of each document in reading order; together the segments cover it.",
    ("document_id", "ordinal"),
    (
        document_id(),
        identifier("segment_id", "s", "Stable identifier."),
        Column("ordinal", "integer", "Place in the document, from 1.", minimum=1),
        Column("kind", "text", "What the stretch is.", enum=CONTENT_KINDS + FURNITURE_KINDS),
        Column(
            "list_number", "text", "The number or letter of a list item as written, without its mark.", optional=True
        ),
        Column(
            "level",
            "integer",
            "Level of a heading or depth of a list item, from 1; null where the layout shows none.",
            optional=True,
            minimum=1,
        ),
        Column("section", "text", "The headings above, outermost first, joined by ' > '.", optional=True, excerpt=True),
        _START,
        _END,
        Column(
            "text",
            "text",
            "The words; null where the stretch is not content, so that no private data is published, and in the open edition where they "
            "may not be published.",
            optional=True,
            excerpt=True,
        ),
        Column("is_content", "flag", "Whether it belongs to the article. Nothing is extracted from the rest."),
        *evidence(),
    ),
)
