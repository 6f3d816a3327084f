"""Quotes, recommendations and figures, each row with who is meant and with its document: what a reader would join by hand."""

from schemas import DOCUMENTS, KPIS, QUOTES, RECOMMENDATIONS, Table

from ._view import View, described

# Columns of the document by the names that they have beside a row.
_BESIDE = {
    "document_kind": "kind",
    "title": "title",
    "published": "published",
    "publisher": "publisher",
    "source_path": "source_path",
    "url": "url",
    "licence": "licence",
}
_PERSON = "The name most often written of the person who speaks; null for institutions and when unsure."


def _full(table: Table, person: str, organisation: str, said: dict[str, str], joined: str = "") -> View:
    """The rows of `table` with the names of a `person` and an `organisation` (columns of identifiers), and with their document."""
    beside = ", ".join(f"documents.{name} AS {alias}" for alias, name in _BESIDE.items())
    person_name, organisation_name = said
    return View(
        f"{table.name}_full",
        f"{table.description} With names and the document beside each row; documents that repeat another are left out.",
        f"SELECT {table.name}.*, people.name AS {person_name}, organisations.name AS {organisation_name}, {beside} "
        f"FROM {table.name} JOIN documents USING (document_id) {joined} "
        f"LEFT JOIN people ON people.person_id = {person} "
        f"LEFT JOIN organisations ON organisations.organisation_id = {organisation} "
        "WHERE documents.duplicate_of IS NULL",
        described(table) | said | {alias: described(DOCUMENTS, name)[name] for alias, name in _BESIDE.items()},
    )


_QUOTED = "LEFT JOIN quotes ON quotes.quote_id = {table}.quote_id"

VIEWS = (
    _full(
        QUOTES,
        "quotes.speaker_id",
        "quotes.organisation_id",
        {
            "person_name": _PERSON,
            "organisation_name": "The name of the speaker's organisation, or of the institution that speaks.",
        },
    ),
    _full(
        RECOMMENDATIONS,
        "quotes.speaker_id",
        "recommendations.issuer_id",
        {
            "person_name": "The name of the person in whose quote the statement stands; null where it stands in none.",
            "organisation_name": "The name of the issuing organisation, where it is one that is known.",
        },
        _QUOTED.format(table="recommendations"),
    ),
    _full(
        KPIS,
        "quotes.speaker_id",
        "kpis.organisation_id",
        {
            "person_name": "The name of the person in whose quote the figure stands; null where it stands in none.",
            "organisation_name": "The name of the organisation whose people, money or performance the figure describes.",
        },
        _QUOTED.format(table="kpis"),
    ),
)
