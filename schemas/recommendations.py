"""The table `recommendations`: who asks whom to do what."""

from ._model import Column, Table, document_id, evidence, identifier, organisation_id, quote_id, segment_id, span

KINDS = ("list_item", "performative", "modal")
STRENGTHS = ("must", "should", "call", "need")

RECOMMENDATIONS = Table(
    "recommendations",
    "Statements of what somebody ought to do; the span is a sentence or a list item.",
    ("document_id", "char_start", "recommendation_id"),
    (
        identifier("recommendation_id", "r", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        Column(
            "kind",
            "text",
            "list_item: in a list announced as advice; performative: recommends in so many words; modal: says what ought to be done.",
            enum=KINDS,
            correctable=True,
        ),
        Column("issuer", "text", "Who recommends; null when the text does not say.", optional=True, correctable=True),
        organisation_id("issuer_id", "The issuing organisation, where it is one that is known."),
        Column(
            "addressee",
            "text",
            "The words for who should act; null when none are named.",
            optional=True,
            correctable=True,
        ),
        Column(
            "strength",
            "text",
            "must: skal, må, kræver; should: bør, anbefaler; call: opfordrer, foreslår; need: behov for.",
            enum=STRENGTHS,
            correctable=True,
        ),
        Column("heading", "text", "The heading above.", optional=True, excerpt=True),
        Column("list_number", "text", "The item's number as written.", optional=True),
        quote_id("The quote the statement stands in."),
        *evidence(),
    ),
)
