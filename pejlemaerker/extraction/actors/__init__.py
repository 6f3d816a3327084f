"""Actors across documents: people and organisations with stable ids, their written forms, the positions they are said to hold.

Each module says one thing: what the forms of an organisation's name share (`forms`), which are registered (`register`),
misspelt (`matching`, `neighbours`, `slips`) or abbreviated (`abbreviations`), and so what each stands for (`organisations`);
which names of people are common (`common`), which documents speak of one bearer of such a name (`same_name`), which full
names are forms of one (`full_names`, `linking`), and so who is who (`people`).
"""

from collections.abc import Mapping

import polars as pl

from pejlemaerker.extraction.initiatives import joined
from schemas import (
    AFFILIATIONS,
    ALIASES,
    AUTHORS,
    DOCUMENTS,
    INITIATIVES,
    KPIS,
    MENTIONS,
    ORGANISATIONS,
    PEOPLE,
    POSITIONS,
    QUOTES,
    RECOMMENDATIONS,
)

from .abbreviations import Explained, explained
from .aliases import aliases_table
from .ids import organisation_id, person_id
from .organisations import organisation_names, party_name
from .people import person_names
from .said_same import Said, SaidSame
from .tables import organisations_table, people_table, positions_table

__all__ = ["MADE", "READ", "Explained", "Said", "SaidSame", "explained", "organisation_id", "person_id", "resolve"]

Tables = Mapping[str, pl.DataFrame]
# The columns that are read, and of these the ones with ids that are filled in, by table.
READ = {
    DOCUMENTS.name: ("document_id", "duplicate_of", "published"),
    AUTHORS.name: ("document_id", "name", "role", "organisation", "person_id", "organisation_id"),
    MENTIONS.name: ("document_id", "kind", "surface", "text", "rule", "actor_id"),
    AFFILIATIONS.name: (
        *("document_id", "surface", "role", "organisation", "party"),
        *("person_id", "organisation_id", "party_id"),
    ),
    QUOTES.name: ("document_id", "speaker", "speaker_organisation", "speaker_id", "organisation_id"),
    RECOMMENDATIONS.name: ("document_id", "issuer", "issuer_id"),
    KPIS.name: ("document_id", "organisation", "organisation_id"),
    INITIATIVES.name: ("document_id", "initiative_id", "name", "organisation", "organisation_id", "common_id"),
}
# The tables that are made.
MADE = (PEOPLE.name, ORGANISATIONS.name, ALIASES.name, POSITIONS.name)


def resolve(tables: Tables, explanations: Explained | None = None, same: Said | None = None) -> dict[str, pl.DataFrame]:
    """`tables` with the ids of people and organisations filled in, and the tables of actors; rows stay in their order.

    Reads the columns `READ`, or more; adds people, organisations, aliases and positions, and says which initiatives are one.
    `explanations` are those of `explained`, which are else told from mentions and segments; `same` holds who a person says are one,
    and notes what came of it.

    Rows and ids are the same for any order of documents, and a document that has to
    do with none of an actor's others changes nothing about it. What a new document can still change: dated before all
    others of two people of one name, it makes its own person the first, who has the identifier of the name; linking two
    actors, it makes them one under the identifier of the earlier; bringing a second person of a common name, it leaves to
    nobody the documents that say nothing of the bearer.
    """
    ranks = _ranks(tables["documents"])
    if explanations is None:
        explanations = explained(tables["mentions"], tables["segments"])
    same = same or Said()
    organisations = organisation_names(tables, ranks, explanations, same)
    linked = _with_organisations(tables, organisations)
    linked = _with_people(linked, person_names(linked, ranks, same))
    linked[PEOPLE.name] = people_table(linked)
    linked[ORGANISATIONS.name] = organisations_table(organisations)
    return {
        **linked,
        INITIATIVES.name: joined(linked[INITIATIVES.name]),
        ALIASES.name: aliases_table(linked, organisations),
        POSITIONS.name: positions_table(linked),
    }


def _ranks(documents: pl.DataFrame) -> pl.DataFrame:
    """The order of documents: document_id, the original of one that repeats another, and the place by date; undated ones come last."""
    once = documents.unique("document_id", keep="any") if documents["document_id"].is_duplicated().any() else documents
    ordered = once.sort("published", "document_id", nulls_last=True).with_row_index("rank")
    return ordered.select(
        "document_id", original=pl.coalesce("duplicate_of", "document_id"), rank=pl.col("rank").cast(pl.Int64)
    )


def _with_organisations(tables: Tables, names: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """`tables` with the columns that point to organisations."""

    def told(table: str, column: str | pl.Expr) -> pl.Series:
        asked = tables[table].select("document_id", name=column)
        return asked.join(names, on=["document_id", "name"], how="left", maintain_order="left")["organisation_id"]

    mentioned = pl.when(pl.col("kind") == "organisation").then("surface")
    found = {
        MENTIONS.name: {"actor_id": told("mentions", mentioned)},
        AFFILIATIONS.name: {
            "organisation_id": told("affiliations", "organisation"),
            "party_id": told("affiliations", party_name("party")),
        },
        AUTHORS.name: {"organisation_id": told("authors", "organisation")},
        RECOMMENDATIONS.name: {"issuer_id": told("recommendations", "issuer")},
        KPIS.name: {"organisation_id": told("kpis", "organisation")},
        INITIATIVES.name: {"organisation_id": told("initiatives", "organisation")},
    }
    speaking = told("quotes", "speaker_organisation").fill_null(told("quotes", "speaker"))
    found[QUOTES.name] = {"organisation_id": speaking}
    return {**tables, **{name: tables[name].with_columns(**columns) for name, columns in found.items()}}


def _with_people(tables: Tables, names: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """`tables` with the columns that point to people."""

    def told(table: str, column: str | pl.Expr) -> pl.Series:
        asked = tables[table].select("document_id", name=column)
        return asked.join(names, on=["document_id", "name"], how="left", maintain_order="left")["person_id"]

    mentioned = told("mentions", pl.when(pl.col("kind") == "person").then("surface"))
    return {
        **tables,
        MENTIONS.name: tables["mentions"].with_columns(actor_id=pl.coalesce(mentioned, pl.col("actor_id"))),
        AFFILIATIONS.name: tables["affiliations"].with_columns(person_id=told("affiliations", "surface")),
        AUTHORS.name: tables["authors"].with_columns(person_id=told("authors", "name")),
        QUOTES.name: tables["quotes"].with_columns(speaker_id=told("quotes", "speaker")),
    }
