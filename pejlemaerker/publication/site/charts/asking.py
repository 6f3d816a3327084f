"""Who asks whom: which kinds of organisations recommendations come from, and who is meant to act."""

import duckdb

from .chart import Cell, Chart, Figures, Word
from .drawing import drawn
from .heat import Heat
from .words import clean, word

_MOST, _FEWEST = (
    8,
    2,
)  # rows and columns in the picture; without so many of each, and so many recommendations, there is none
_ENOUGH = 10

# Words that stand for somebody, but do not say for whom.
_NOBODY = (
    "vi",
    "vi alle",
    "i",
    "de",
    "man",
    "du",
    "jeg",
    "den",
    "det",
    "han",
    "hun",
    "nogen",
    "alle",
    "andre",
    "enhver",
)

# The organisation of whoever asks: the one that asks itself, else that of the speaker of the quote, else the only one that the document
# gives the person in its text or byline. Whom words mean is told only where they are the name of one organisation.
_ASKED = """
WITH told AS (
    SELECT document_id, surface AS name, min(organisation_id) AS organisation_id FROM release.affiliations
    WHERE organisation_id IS NOT NULL GROUP BY ALL HAVING count(DISTINCT organisation_id) = 1
),
signed AS (
    SELECT document_id, name, min(organisation_id) AS organisation_id FROM release.authors
    WHERE organisation_id IS NOT NULL GROUP BY ALL HAVING count(DISTINCT organisation_id) = 1
),
named AS (
    SELECT alias, min(name) AS name FROM release.aliases JOIN release.organisations ON organisation_id = actor_id
    WHERE how = 'exact' GROUP BY alias HAVING count(*) = 1
),
asked AS (
    SELECT organisations.kind, coalesce(named.name, lower(asks.addressee)) AS addressee
    FROM release.recommendations AS asks
    JOIN release.documents USING (document_id)
    LEFT JOIN release.quotes ON quotes.quote_id = asks.quote_id AND quotes.speaker = asks.issuer
    LEFT JOIN told ON told.document_id = asks.document_id AND told.name = asks.issuer
    LEFT JOIN signed ON signed.document_id = asks.document_id AND signed.name = asks.issuer
    LEFT JOIN named ON named.alias = asks.addressee
    LEFT JOIN release.organisations ON organisations.organisation_id
        = coalesce(asks.issuer_id, quotes.organisation_id, told.organisation_id, signed.organisation_id)
    WHERE documents.duplicate_of IS NULL
)"""

_PAIRS = f"""{_ASKED},
pairs AS (SELECT kind, addressee, count(*) AS n FROM asked WHERE kind IS NOT NULL AND NOT list_contains($nobody, addressee) GROUP BY ALL),
addressees AS (
    SELECT addressee, sum(n) AS of_addressee FROM pairs
    GROUP BY addressee HAVING of_addressee > 1 ORDER BY of_addressee DESC, addressee LIMIT $most
),
kinds AS (
    SELECT kind, sum(n) AS of_kind FROM pairs WHERE addressee IN (SELECT addressee FROM addressees)
    GROUP BY kind ORDER BY of_kind DESC, kind LIMIT $most
)
SELECT kind, addressee, n FROM kinds CROSS JOIN addressees LEFT JOIN pairs USING (kind, addressee)
ORDER BY of_kind DESC, kind, of_addressee DESC, addressee"""

_LEFT_OUT = f"""{_ASKED}
SELECT count(*), count(*) FILTER (kind IS NULL), count(*) FILTER (kind IS NOT NULL AND addressee IS NULL),
count(*) FILTER (kind IS NOT NULL AND list_contains($nobody, addressee)) FROM asked"""


def asking(connection: duckdb.DuckDBPyConnection) -> Chart | None:
    """How many recommendations go from each kind of organisation to each addressee, of those that are met most often."""
    found = connection.execute(_PAIRS, {"nobody": _NOBODY, "most": _MOST}).fetchall()
    kinds, addressees = list(dict.fromkeys(row[0] for row in found)), list(dict.fromkeys(row[1] for row in found))
    amounts = {(kinds.index(kind), addressees.index(to)): n or 0 for kind, to, n in found}
    if min(len(kinds), len(addressees)) < _FEWEST or sum(amounts.values()) < _ENOUGH:
        return None
    values = _values(connection, sum(amounts.values()))
    most = max(amounts.values())
    cells = {place: (n, n / most) for place, n in amounts.items()}
    names = [word(f"organisations_kind_{kind}") for kind in kinds]
    heat = Heat(names, [clean(to) for to in addressees], cells, (126, 130), most=4)
    heads: tuple[Cell, ...] = (Word("chart_from_to"), *addressees)
    rows = tuple(
        (Word(f"organisations_kind_{kind}"), *(amounts[row, column] for column in range(len(addressees))))
        for row, kind in enumerate(kinds)
    )
    return Chart("asking", drawn("asking", values, heat.draw), Figures(heads, rows), values)


def _values(connection: duckdb.DuckDBPyConnection, shown: int) -> dict[str, object]:
    """How many recommendations are in the picture, and how many are not, for which reason."""
    whole, unknown, unaddressed, nobody = connection.execute(_LEFT_OUT, {"nobody": _NOBODY}).fetchall()[0]
    rarer = whole - unknown - unaddressed - nobody - shown
    return {
        "shown": shown,
        "whole": whole,
        "unknown": unknown,
        "unaddressed": unaddressed,
        "nobody": nobody,
        "rarer": rarer,
    }
