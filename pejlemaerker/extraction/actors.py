"""Actors across documents: people and organisations with stable ids, their written forms and the roles they are said to hold.

Organisations that are registered have an official or registered id. Other ids are hashes, in which no name can be read.
One name is one person for now: two people of one name in two documents are not yet told apart.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from pejlemaerker.corpus.identifiers import normalised
from pejlemaerker.danish.organisations import lookup, organisation_kind
from schemas import AFFILIATIONS, ALIASES, ORGANISATIONS, PEOPLE
from schemas.actors import ORGANISATION_KINDS

Tables = Mapping[str, pl.DataFrame]


def resolve(tables: Tables) -> dict[str, pl.DataFrame]:
    """`tables` with the ids of people and organisations filled in, and the tables of actors.

    Reads and returns documents, authors, mentions, quotes, recommendations, kpis and initiatives; adds people, organisations,
    aliases and affiliations. Rows and their order are the same for any order of documents.
    """
    people = _people(tables)
    organisations = _organisations(tables)
    person_ids = {name: person_id(name) for name in people}
    organisation_ids = {name: organisation_id(name) for name in organisations}
    linked = _linked(tables, person_ids, organisation_ids)
    return {
        **linked,
        PEOPLE.name: _people_table(people, person_ids),
        ORGANISATIONS.name: _organisations_table(organisations, organisation_ids),
        ALIASES.name: _aliases(linked["mentions"]),
        AFFILIATIONS.name: _affiliations(linked, tables["documents"], organisation_ids),
    }


def person_id(name: str) -> str:
    """Identifier of the person called `name`."""
    return "p" + _hash("person", normalised(name))


def organisation_id(name: str) -> str:
    """Identifier of the organisation called `name`: the registered one, else a hash."""
    known = lookup(name)
    return known.id if known else "o" + _hash("organisation", normalised(name))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:12]


def _values(frame: pl.DataFrame, column: str) -> list[str]:
    return frame[column].drop_nulls().to_list()


def _people(tables: Tables) -> Counter[str]:
    """How often each full name is written."""
    mentioned = tables["mentions"].filter(pl.col("kind") == "person")
    return Counter(_values(mentioned, "surface") + _values(tables["authors"], "name"))


def _organisations(tables: Tables) -> Counter[str]:
    """How often each organisation is named, those a role or a figure belongs to included."""
    mentioned = tables["mentions"].filter(pl.col("kind") == "organisation")
    named = _values(mentioned, "surface")
    for table, column in (
        ("authors", "organisation"),
        ("quotes", "speaker_organisation"),
        ("kpis", "organisation"),
        ("initiatives", "organisation"),
    ):
        named += [name for name in _values(tables[table], column) if name[:1].isupper()]
    return Counter(named)


def _linked(tables: Tables, people: Mapping[str, str], organisations: Mapping[str, str]) -> dict[str, pl.DataFrame]:
    """`tables` with the columns that point to actors."""
    mentions = tables["mentions"].with_columns(
        actor_id=pl.when(pl.col("kind") == "person")
        .then(_ids("surface", people))
        .otherwise(_ids("surface", organisations))
    )
    quotes = tables["quotes"].with_columns(
        speaker_id=_ids("speaker", people),
        organisation_id=pl.coalesce(_ids("speaker_organisation", organisations), _ids("speaker", organisations)),
    )
    return {
        **tables,
        "authors": tables["authors"].with_columns(person_id=_ids("name", people)),
        "mentions": mentions,
        "quotes": quotes,
        "recommendations": tables["recommendations"].with_columns(issuer_id=_ids("issuer", organisations)),
        "kpis": tables["kpis"].with_columns(organisation_id=_ids("organisation", organisations)),
        "initiatives": tables["initiatives"].with_columns(organisation_id=_ids("organisation", organisations)),
    }


def _ids(column: str, ids: Mapping[str, str]) -> pl.Expr:
    if not ids:
        return pl.lit(None, dtype=pl.String)
    return pl.col(column).replace_strict(ids, default=None, return_dtype=pl.String)


def _people_table(people: Counter[str], ids: Mapping[str, str]) -> pl.DataFrame:
    return PEOPLE.frame(PEOPLE.row(person_id=key, name=name) for key, name in _chosen(people, ids))


def _chosen(named: Counter[str], ids: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """For each id the form most often written; of equally common ones the first by alphabet."""
    forms: dict[str, list[str]] = defaultdict(list)
    for name in named:
        forms[ids[name]].append(name)
    return ((key, min(names, key=lambda name: (-named[name], name))) for key, names in sorted(forms.items()))


def _organisations_table(named: Counter[str], ids: Mapping[str, str]) -> pl.DataFrame:
    rows = []
    for key, name in _chosen(named, ids):
        known = lookup(name)
        kind = known.kind if known else organisation_kind(name.split(" ")[-1]) or organisation_kind(name.split(" ")[0])
        rows.append(
            {
                "organisation_id": key,
                "name": known.name if known else name,
                "kind": kind if kind in ORGANISATION_KINDS else "other",
                "municipality_code": known.municipality_code if known else None,
                "region_code": known.region_code if known else None,
                "valid_from": known.valid_from if known else None,
                "valid_to": known.valid_to if known else None,
            }
        )
    frame = pl.DataFrame(rows, schema={**ORGANISATIONS.polars, "valid_from": pl.String(), "valid_to": pl.String()})
    return ORGANISATIONS.sort(frame.with_columns(pl.col("valid_from", "valid_to").str.to_date()))


def _aliases(mentions: pl.DataFrame) -> pl.DataFrame:
    """Forms as they are written, with the number of documents."""
    written = mentions.filter(pl.col("actor_id").is_not_null())
    counted = written.group_by("actor_id", alias="text").agg(
        n_documents=pl.col("document_id").n_unique().cast(pl.Int64)
    )
    return ALIASES.sort(counted)


def _affiliations(linked: Tables, documents: pl.DataFrame, organisations: Mapping[str, str]) -> pl.DataFrame:
    """Who is said to be what, by document, from bylines and from speakers."""
    columns = {
        "person_id": pl.String(),
        "organisation_id": pl.String(),
        "role": pl.String(),
        "document_id": pl.String(),
    }
    signed = linked["authors"].select(
        "person_id", organisation_id=_ids("organisation", organisations), role="role", document_id="document_id"
    )
    spoke = linked["quotes"].select(
        person_id="speaker_id",
        organisation_id=_ids("speaker_organisation", organisations),
        role="speaker_role",
        document_id="document_id",
    )
    said = pl.concat([signed.cast(columns), spoke.cast(columns)]).filter(  # type: ignore[arg-type]
        pl.col("person_id").is_not_null() & (pl.col("role").is_not_null() | pl.col("organisation_id").is_not_null())
    )
    dated = said.unique().join(documents.select("document_id", "published"), on="document_id", how="left")
    seen = dated.with_columns(first_seen=pl.col("published"), last_seen=pl.col("published"))
    return AFFILIATIONS.sort(seen)
