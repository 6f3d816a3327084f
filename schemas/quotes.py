"""The table `quotes`: somebody's words, reported."""

from ._model import Column, Table, document_id, evidence, identifier, organisation_id, person_id, segment_id, span

KINDS = ("direct", "unmarked", "indirect")
ATTRIBUTIONS = (
    "same_sentence",
    "pronoun",
    "title",
    "cue_phrase",
    "lead_in",
    "next_sentence",
    "continued",
    "turn",
    "answer",
    "signature",
    "correction",
)

QUOTES = Table(
    "quotes",
    "Who said what: direct quotes, unmarked speech and indirect speech.",
    ("document_id", "char_start", "quote_id"),
    (
        identifier("quote_id", "q", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        Column(
            "kind",
            "text",
            "direct: in quote marks or after a dash; unmarked: own words without marks; indirect: a reported clause.",
            enum=KINDS,
            correctable=True,
        ),
        Column(
            "speaker",
            "text",
            "Full name as the document gives it anywhere, or an institution; null when unsure.",
            optional=True,
            correctable=True,
        ),
        Column("speaker_role", "text", "Role as written.", optional=True, correctable=True),
        Column("speaker_organisation", "text", "Organisation as written.", optional=True, correctable=True),
        Column(
            "speaker_party",
            "text",
            "Party letter as written.",
            optional=True,
            pattern="[A-ZÆØÅ]{1,3}",
            correctable=True,
        ),
        person_id("speaker_id", "The person who speaks; null for institutions and when unsure."),
        organisation_id("organisation_id", "The speaker's organisation, or the institution that speaks."),
        Column("cue", "text", "The reporting words (siger, ifølge ...).", optional=True),
        Column(
            "attribution",
            "text",
            "How the speaker was found (correction: a person said so); null with a null speaker.",
            optional=True,
            enum=ATTRIBUTIONS,
        ),
        identifier(
            "parent_quote_id", "q", "The quote this one stands inside.", optional=True, references="quotes.quote_id"
        ),
        *evidence(),
    ),
)
