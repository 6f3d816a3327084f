"""The view that puts targets beside measured figures."""

from schemas import KPIS

from ._view import View, described

# Two figures are compared only where the texts say of both whose they are and, in the same words, what they count. A change in percentage
# points is no level, and the distance between two figures is told only where both are single ones and not a bound themselves.
_SQL = """
SELECT
    targets.organisation_id,
    organisations.name AS organisation_name,
    targets.subject,
    targets.unit,
    targets.value AS target,
    targets.comparator AS target_comparator,
    targets.period AS target_period,
    measured.value AS measured,
    measured.comparator AS measured_comparator,
    measured.period AS measured_period,
    CASE
        WHEN targets.value_high IS NULL AND measured.value_high IS NULL AND measured.comparator IN ('=', '~')
        THEN round(targets.value - measured.value, 6)
    END AS distance,
    targets.document_id = measured.document_id AS same_document,
    targets.kpi_id AS target_id,
    measured.kpi_id AS measured_id,
    target_documents.published AS target_published,
    measured_documents.published AS measured_published
FROM kpis AS targets
JOIN kpis AS measured
ON measured.organisation_id = targets.organisation_id
AND measured.unit = targets.unit
AND lower(measured.subject) = lower(targets.subject)
JOIN documents AS target_documents ON target_documents.document_id = targets.document_id
JOIN documents AS measured_documents ON measured_documents.document_id = measured.document_id
JOIN organisations ON organisations.organisation_id = targets.organisation_id
WHERE targets.kind = 'target' AND measured.kind = 'measured' AND targets.unit <> 'percentage_points'
AND target_documents.duplicate_of IS NULL AND measured_documents.duplicate_of IS NULL"""

VIEWS = (
    View(
        "kpi_targets_vs_measured",
        "Each target beside each measured figure of the same organisation, subject (the same words) and unit; "
        "what cannot be compared is left out.",
        _SQL,
        {
            **described(KPIS, "organisation_id"),
            "organisation_name": "The organisation's name.",
            **described(KPIS, "subject", "unit"),
            "target": "The figure aimed at; of a range the lower bound.",
            "target_comparator": "Of the target: = exactly as said, ~ about, > >= < <= bounds.",
            "target_period": "The year or years that the target is for.",
            "measured": "The figure measured; of a range the lower bound.",
            "measured_comparator": "The same of the figure measured.",
            "measured_period": "The year or years it was measured in; null when the text does not say.",
            "distance": "Target minus measured, in `unit`; null where one is a range or the figure measured is only a bound.",
            "same_document": "Whether both stand in one document.",
            "target_id": "The target's row in kpis.",
            "measured_id": "The measured figure's row in kpis.",
            "target_published": "When the document with the target was published.",
            "measured_published": "When the document with the measured figure was published.",
        },
    ),
)
