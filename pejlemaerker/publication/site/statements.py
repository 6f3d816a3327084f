"""Quotes, recommendations, figures and initiatives in one shape, for lists and cards: who, what, where.

What belongs here: the SQL that makes them alike, and how many of them a page asks for. How they look is for the templates.
"""

import duckdb

# The columns that differ from table to table, in the order of `COLUMNS`.
_LIKE = {
    "quotes": "q.quote_id, 'quote', q.kind, q.speaker, q.speaker_id, q.organisation_id, q.speaker_role, NULL, NULL",
    "recommendations": (
        "q.recommendation_id, 'recommendation', q.strength, q.issuer, said.speaker_id, q.issuer_id, NULL, q.addressee, NULL"
    ),
    "kpis": "q.kpi_id, 'kpi', q.kind, q.organisation, NULL, q.organisation_id, NULL, q.subject, q.value_as_written",
    "initiatives": "q.initiative_id, 'initiative', q.kind, q.organisation, NULL, q.organisation_id, NULL, NULL, q.name",
}
_TEXT = {"kpis": "coalesce(q.sentence, q.text)"}
_JOINED = {"recommendations": "LEFT JOIN release.quotes AS said ON said.quote_id = q.quote_id"}
LATEST = "published DESC NULLS LAST, document_id, char_start, row_id"


# One row. `kind` is that of the table, `manner` the row's own (for recommendations its strength); `who` speaks, asks, or owns the figure;
# `other` is whom a recommendation asks, or what a figure counts; `words` is a figure as written, or a name; of a figure `text` is the
# sentence.
COLUMNS = (
    "row_id, kind, manner, who, person_id, organisation_id, role, other, words, "
    "document_id, char_start, text, confidence, title, publisher, published, precision"
)


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the view `statements` over the tables of the release that `connection` looks at. Documents that repeat another are left out."""
    parts = [
        f"SELECT {columns}, q.document_id, q.char_start, {_TEXT.get(table, 'q.text')}, q.confidence, "
        "d.title, d.publisher, d.published, d.published_precision "
        f"FROM release.{table} AS q JOIN release.documents AS d USING (document_id) {_JOINED.get(table, '')} "
        "WHERE d.duplicate_of IS NULL"
        for table, columns in _LIKE.items()
    ]
    connection.execute(f"CREATE VIEW statements({COLUMNS}) AS {' UNION ALL '.join(parts)}")


def latest(key: str, limit: int, where: str = "true") -> str:
    """The query for at most `limit` statements, latest first, of each value of the column `key`; with `n`, how many there are in all."""
    return (
        f"SELECT {key} AS of, count(*) OVER (PARTITION BY {key}) AS n, {COLUMNS} FROM statements WHERE {key} IS NOT NULL AND {where} "
        f"QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY {LATEST}) <= {limit} ORDER BY of, {LATEST}"
    )
