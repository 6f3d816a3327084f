"""Targets beside what was measured before them: a few indicators, each on its own ground.

A picture invites comparison, so all points of one come from one document, which says of each in the same words what it counts, whose it is
and for which year. Where it gives two figures for one year, there is no telling which is right, and the indicator is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import duckdb

from pejlemaerker.publication.site import paths

from .chart import Chart, Figures, Linked, Word
from .drawing import drawn
from .panels import Point, panels

_MOST, _OF_A_DOCUMENT = 4, 2

_SQL = """
WITH figures AS (
    SELECT kpis.*, lower(subject) AS counted, CAST(period AS INTEGER) AS year, title, published
    FROM release.kpis JOIN release.documents USING (document_id)
    WHERE duplicate_of IS NULL AND organisation_id IS NOT NULL AND subject IS NOT NULL AND value_high IS NULL
    AND regexp_full_match(period, '[12][0-9]{3}') AND unit <> 'percentage_points' AND value >= 0 AND (unit <> 'percent' OR value <= 100)
    AND (kpis.kind = 'target' OR kpis.kind = 'measured' AND comparator IN ('=', '~'))
),
indicators AS (
    SELECT document_id, organisation_id, counted, unit, published, count(*) FILTER (kind = 'measured') AS n_measured
    FROM figures GROUP BY document_id, organisation_id, counted, unit, published
    HAVING n_measured > 0 AND n_measured < count(*) AND count(*) = count(DISTINCT (kind, year))
    AND max(year) FILTER (kind = 'measured') < max(year) FILTER (kind = 'target')
    QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY n_measured DESC, counted, organisation_id, unit) <= $of_a_document
    ORDER BY n_measured DESC, published DESC NULLS LAST, document_id, counted, organisation_id, unit LIMIT $most
)
SELECT
    organisation_id, organisations.name, min(subject) OVER (PARTITION BY document_id, organisation_id, counted, unit), unit,
    figures.kind, year, value, value_as_written, document_id, kpi_id, title
FROM indicators JOIN figures USING (document_id, organisation_id, counted, unit) JOIN release.organisations USING (organisation_id)
ORDER BY n_measured DESC, indicators.published DESC NULLS LAST, document_id, counted, organisation_id, unit, figures.kind, year"""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of an indicator, and where it stands."""

    organisation_id: str
    organisation: str
    subject: str
    unit: str
    kind: str
    year: int
    value: float
    written: str
    document_id: str
    kpi_id: str
    title: str | None


def targets(connection: duckdb.DuckDBPyConnection) -> Chart | None:
    """The indicators with most years measured and a target after them, the latest first."""
    limits = {"most": _MOST, "of_a_document": _OF_A_DOCUMENT}
    figures = [_Figure(*row) for row in connection.execute(_SQL, limits).fetchall()]
    if not figures:
        return None
    found = [list(of) for _, of in groupby(figures, lambda f: (f.document_id, f.organisation_id, f.subject, f.unit))]
    shown = [
        (of[0].subject, of[0].organisation, [Point(f.kind == "target", f.year, f.value, f.written) for f in of])
        for of in found
    ]
    values: dict[str, object] = {"n": len(found)}
    return Chart("targets", drawn("targets", values, lambda width: panels(shown, width)), _table(figures), values)


def _table(figures: Sequence[_Figure]) -> Figures:
    heads = ("chart_counted", "chart_organisation", "chart_year", "chart_what", "chart_figure", "document")
    rows = (
        (
            figure.subject,
            Linked(figure.organisation, paths.actor(figure.organisation_id)),
            str(figure.year),
            Word(f"kpis_kind_{figure.kind}"),
            Linked(figure.written, paths.row(figure.document_id, figure.kpi_id)),
            figure.title,
        )
        for figure in figures
    )
    return Figures(tuple(map(Word, heads)), tuple(rows))
