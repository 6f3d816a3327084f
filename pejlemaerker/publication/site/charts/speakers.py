"""Who speaks: the people and institutions with most quotes, and the kinds of organisations that quotes come from."""

import duckdb

from pejlemaerker.publication.site import paths

from .chart import Chart, Figures, Linked, Word
from .drawing import drawn
from .ranking import Bar, ranking
from .words import word

_MOST, _FEWEST = 12, 3  # bars in the picture, and without so many there is none

_WHO = """
SELECT actor_id, name, kind, n_quotes, n_documents, organisations FROM release.speaker_activity
ORDER BY n_quotes DESC, n_documents DESC, name, actor_id LIMIT ?"""

# Of a person whose organisation is known in some quotes only, the others count as unknown.
_KINDS = """
SELECT organisations.kind, count(*) AS n, count(DISTINCT quotes.organisation_id), count(DISTINCT document_id)
FROM release.quotes JOIN release.documents USING (document_id)
LEFT JOIN release.organisations ON organisations.organisation_id = quotes.organisation_id
WHERE duplicate_of IS NULL GROUP BY organisations.kind ORDER BY n DESC, organisations.kind"""

_ALL = """
SELECT count(*), count(speaker) FROM release.quotes JOIN release.documents USING (document_id) WHERE duplicate_of IS NULL"""


def speakers(connection: duckdb.DuckDBPyConnection) -> Chart | None:
    """The people and institutions quoted most; institutions in a colour of their own, and said to be such."""
    found = connection.execute(_WHO, [_MOST]).fetchall()
    if len(found) < _FEWEST:
        return None
    quotes, told = connection.execute(_ALL).fetchall()[0]
    values = {"shown": sum(row[3] for row in found), "told": told, "untold": quotes - told}
    bars = [
        Bar(", ".join(filter(None, (name, _first(of)))), n, 1 if kind == "person" else 2)
        for _, name, kind, n, _, of in found
    ]
    rows = tuple(
        (Linked(name, paths.actor(actor)), Word(f"chart_{kind}"), _first(of), n, documents)
        for actor, name, kind, n, documents, of in found
    )
    heads = tuple(map(Word, ("chart_who", "chart_what", "chart_organisation", "quotes", "documents")))
    svg = drawn("speakers", values, lambda width: ranking(bars, width, word("chart_institution")))
    return Chart("speakers", svg, Figures(heads, rows), values)


def _first(organisations: str | None) -> str | None:
    """The first of the organisations that somebody is quoted for, and that there are more."""
    first, more, _ = (organisations or "").partition("; ")
    return (f"{first} m.fl." if more else first) or None


def speaking_kinds(connection: duckdb.DuckDBPyConnection) -> Chart | None:
    """How many quotes come from people of each kind of organisation; those of no known one are told in words."""
    found = connection.execute(_KINDS).fetchall()
    known = [row for row in found if row[0] is not None]
    if len(known) < _FEWEST:
        return None
    values = {"known": sum(row[1] for row in known), "unknown": sum(row[1] for row in found if row[0] is None)}
    bars = [Bar(word(f"organisations_kind_{kind}"), n) for kind, n, *_ in known[:_MOST]]
    rows = tuple(
        (Word(f"organisations_kind_{kind}"), n, organisations, documents) for kind, n, organisations, documents in known
    )
    heads = tuple(map(Word, ("chart_kind", "quotes", "organisations", "documents")))
    svg = drawn("speaking_kinds", values, lambda width: ranking(bars, width))
    return Chart("speaking_kinds", svg, Figures(heads, rows), values)
