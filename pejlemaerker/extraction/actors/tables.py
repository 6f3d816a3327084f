"""The tables of actors: `people`, `organisations`, `aliases` and `positions`, made from rows whose ids are filled in."""

from collections.abc import Mapping

import polars as pl

from pejlemaerker.corpus.identifiers import normalised
from pejlemaerker.danish.organisations import KNOWN, organisation_kind
from schemas import ORGANISATIONS, PEOPLE, POSITIONS
from schemas.actors import ORGANISATION_KINDS

from .people import said_of_people

Tables = Mapping[str, pl.DataFrame]
# What the register says of an organisation beyond what it is.
_OFFICIAL = ("name", "municipality_code", "region_code", "valid_from", "valid_to")
_KNOWN = {known.id: known for known in KNOWN.values()}


def most_written(named: pl.DataFrame, actor: str) -> pl.DataFrame:
    """For each `actor` the `name` it has in most rows of `named`; of equally common ones the first by alphabet."""
    counted = named.drop_nulls().group_by(actor, "name").len()
    return (
        counted.sort("len", "name", descending=[True, False])
        .unique(actor, keep="first", maintain_order=True)
        .select(actor, "name")
    )


def people_table(tables: Tables) -> pl.DataFrame:
    """The table `people`, each by the full name most often written."""
    mentioned = tables["mentions"].filter(pl.col("kind") == "person").select(person_id="actor_id", name="surface")
    others = [tables["authors"].select("person_id", "name"), tables["affiliations"].select("person_id", name="surface")]
    return PEOPLE.sort(most_written(pl.concat([mentioned, *others]), "person_id"))


def organisations_table(names: pl.DataFrame) -> pl.DataFrame:
    """The table `organisations` for all that `names` (document_id, name, organisation_id, how) stand for.

    One that is not registered is called as most documents do, abbreviations left aside.
    """
    long = names.filter(pl.col("how") != "abbreviation").select("organisation_id", "name")
    rows = []
    for key, name in most_written(long, "organisation_id").iter_rows():
        known = _KNOWN.get(key)
        official = {field: getattr(known, field) for field in _OFFICIAL} if known else {}
        kind = known.kind if known else organisation_kind(name.split(" ")[-1]) or organisation_kind(name.split(" ")[0])
        shown = {"name": name, **official, "kind": kind if kind in ORGANISATION_KINDS else "other"}
        rows.append(ORGANISATIONS.row(organisation_id=key, **shown))
    dates = {"valid_from": pl.String(), "valid_to": pl.String()}
    frame = pl.DataFrame(rows, schema={**ORGANISATIONS.polars, **dates})
    return ORGANISATIONS.sort(frame.with_columns(pl.col(*dates).str.to_date()))


def positions_table(tables: Tables) -> pl.DataFrame:
    """The table `positions`: what is said of each person, with the number of documents and the first and last date."""
    said = said_of_people(tables).filter(pl.col("person_id").is_not_null())
    party = said.with_columns(organisation_id="party_id", role=pl.lit(None, pl.String()))
    held = pl.concat([said, party], rechunk=True).filter(
        pl.col("organisation_id").is_not_null() | pl.col("role").is_not_null()
    )
    dated = held.join(tables["documents"].select("document_id", "duplicate_of", "published"), on="document_id")
    plain = {role: normalised(role) for role in dated["role"].drop_nulls().unique()}
    keyed = dated.with_columns(
        plain=pl.col("role").replace(plain), text=pl.coalesce("duplicate_of", "document_id").to_physical()
    )
    whole = keyed.filter(pl.col("organisation_id").is_not_null())
    # A role that the same document also gives with its organisation is not said twice.
    partly = keyed.filter(pl.col("organisation_id").is_null())
    alone = partly.join(whole, on=["person_id", "document_id", "plain"], how="anti")
    grouped = (
        pl.concat([whole, alone])
        .group_by("person_id", "organisation_id", "plain")
        .agg(
            role=pl.col("role")
            .sort(descending=True)
            .mode(maintain_order=True)
            .first(),  # of equals the one in lower case
            n_documents=pl.col("text").n_unique().cast(pl.Int64),
            first_seen=pl.col("published").min(),
            last_seen=pl.col("published").max(),
        )
    )
    return POSITIONS.sort(grouped)
