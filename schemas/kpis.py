"""The table `kpis`: figures that measure the public sector or society."""

from ._model import Column, Table, document_id, evidence, identifier, organisation_id, quote_id, segment_id, span

KINDS = ("measured", "target", "planned")
COMPARATORS = ("=", "~", ">", ">=", "<", "<=")

KPIS = Table(
    "kpis",
    "Figures claimed, aimed at or planned; the span holds the figure, its unit and what it counts.",
    ("document_id", "char_start", "kpi_id"),
    (
        identifier("kpi_id", "k", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        Column(
            "kind",
            "text",
            "measured: a figure claimed; target: a goal; planned: a budget, an agreed sum, a proposal.",
            enum=KINDS,
            correctable=True,
        ),
        Column(
            "value",
            "number",
            "The figure, in `unit`; of a range the lower bound. Shares are percent, money is whole kroner.",
            unit="see column unit",
            correctable=True,
        ),
        Column(
            "value_high", "number", "Upper bound of a range.", optional=True, unit="see column unit", correctable=True
        ),
        Column(
            "unit",
            "text",
            "percent, percentage_points, DKK, count, or a measure (years, days, hours, tonnes, km ...).",
            pattern="[A-Za-z0-9_]+",
            correctable=True,
        ),
        Column(
            "comparator", "text", "= exactly as said, ~ about, > >= < <= bounds.", enum=COMPARATORS, correctable=True
        ),
        Column("subject", "text", "The words for what is counted.", optional=True, correctable=True),
        Column(
            "organisation",
            "text",
            "Whose people, money or performance the figure describes.",
            optional=True,
            correctable=True,
        ),
        organisation_id("organisation_id", "That organisation, where it is one that is known."),
        Column(
            "period",
            "text",
            "The year or years the figure is for; `sidste år` is told by the date of publication.",
            optional=True,
            correctable=True,
        ),
        Column("value_as_written", "text", "The number with its unit as written."),
        Column(
            "sentence",
            "text",
            "The sentence around it; in the open edition null where it may not be published.",
            excerpt=True,
        ),
        quote_id("The quote the figure stands in."),
        *evidence(),
    ),
)
