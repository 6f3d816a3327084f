"""Who is a private person in a document, and by which names: these are not named in the open edition.

A person is public where a document gives a public capacity: an office, a profession with an organisation, a party, or a signature
under what an editor or an organisation publishes. Whoever is not known to be public is private, and somebody whom a document shows as
a patient, a parent or a resident is private there, whatever other documents say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from pejlemaerker.danish.capacities import PRIVATE, PUBLIC, capacity
from pejlemaerker.danish.people import people
from pejlemaerker.publication.dataset import Dataset

from .masking import Mask

Tables = Mapping[str, pl.DataFrame]
# Documents in which a signature alone is that of a private person, who may have written a letter.
OWN_WORDS = ("opinion", "blog")
_NAMED = ["document_id", "name", "person_id"]
_SAID = ["role", "organisation", "party"]


@dataclass(frozen=True)
class Persons:
    """The identifiers of all `public` persons of a dataset."""

    public: frozenset[str]

    def hidden(self, tables: Tables) -> dict[str, Mask]:
        """By document what masks the names of those who are private in it; documents without any are left out.

        `tables` are those of some documents.
        """
        named = _named(tables)
        here = (
            _standing(named)
            .group_by("document_id", "name")
            .agg(
                private=(pl.col("standing") == PRIVATE).any(),
                public=(pl.col("standing") == PUBLIC).any() | pl.col("person_id").is_in(list(self.public)).any(),
            )
        )
        private = here.with_columns(
            hidden=pl.col("private").fill_null(value=False) | ~pl.col("public").fill_null(value=False)
        )
        return masks(tables, private.filter("hidden").select("document_id", "name"))


def persons(dataset: Dataset) -> Persons:
    """Who is public in `dataset`, which is looked at part by part."""
    found: set[str] = set()
    for documents in dataset.ranges():
        named = _standing(_named(dataset.part(documents, "documents", "affiliations", "authors")))
        found.update(named.filter(pl.col("standing") == PUBLIC)["person_id"].drop_nulls())
    return Persons(frozenset(found))


def masks(tables: Tables, hidden: pl.DataFrame) -> dict[str, Mask]:
    """What masks the persons `hidden` (document_id, name) in each document, also by the short forms that point to them there."""
    named = tables["mentions"].select("document_id", "kind", name="surface", written="text")
    short = named.filter(kind="person").join(hidden, on=["document_id", "name"], how="semi")
    forms = (
        pl.concat([hidden, short.select("document_id", name="written")])
        .drop_nulls()
        .unique()
        .sort("document_id", "name")
    )
    others = named.join(hidden, on=["document_id", "name"], how="anti")
    kept = others.select("document_id", "name").drop_nulls().unique().sort("document_id", "name")
    beside = dict(kept.group_by("document_id").agg("name").iter_rows())
    return {
        document: Mask(names, beside.get(document, ()))
        for document, names in forms.group_by("document_id", maintain_order=True).agg("name").iter_rows()
    }


def _named(tables: Tables) -> pl.DataFrame:
    """Every naming of a person: document_id, name, person_id and what is said of them there (role, organisation, party, kind)."""
    nothing = [pl.lit(None, pl.String()).alias(name) for name in _SAID]
    kinds = tables["documents"].select("document_id", document_kind="kind")
    found = [
        tables["affiliations"].select("document_id", "person_id", *_SAID, name="surface", signed=False),
        tables["authors"].select("document_id", "name", "person_id", "role", "organisation", nothing[2], signed=True),
    ]
    if "mentions" in tables:
        mentioned = tables["mentions"].filter(kind="person")
        found.append(mentioned.select("document_id", *nothing, name="surface", person_id="actor_id", signed=False))
        found.append(_speakers(tables, nothing))
    columns = [*_NAMED, *_SAID, "signed"]
    return pl.concat([frame.select(columns) for frame in found]).join(kinds, on="document_id")


def _speakers(tables: Tables, nothing: list[pl.Expr]) -> pl.DataFrame:
    """Speakers and issuers that may be persons nobody else names: whoever has an organisation's identifier is none."""
    quotes = tables["quotes"].filter(pl.col("speaker_id").is_not_null() | pl.col("organisation_id").is_null())
    issued = tables["recommendations"].filter(pl.col("issuer_id").is_null())
    said = pl.concat(
        [
            quotes.select("document_id", name="speaker", person_id="speaker_id"),
            issued.select("document_id", name="issuer", person_id=pl.lit(None, pl.String())),
        ]
    ).drop_nulls("name")
    names = [name for name in said["name"].unique() if _is_name(name)]
    known = said.filter(pl.col("name").is_in(names))
    return known.select("document_id", "name", "person_id", *nothing, signed=False)


@lru_cache(maxsize=100_000)
def _is_name(text: str) -> bool:
    found = people(text, anyone=True)
    return len(found) == 1 and found[0].name == text


def _standing(named: pl.DataFrame) -> pl.DataFrame:
    """`named` with the `standing` that each naming gives: public, private, or null when it says nothing."""
    asked = [*_SAID, "signed", "document_kind", "alone"]
    named = named.with_columns(alone=~pl.col("name").str.contains(" ", literal=True))
    told = named.select(asked).unique()
    answers = [_told(*row) for row in told.iter_rows()]
    told = told.with_columns(standing=pl.Series(answers, dtype=pl.String()))
    return named.join(told, on=asked, how="left", nulls_equal=True)


def _told(
    role: str | None, organisation: str | None, party: str | None, signed: bool, kind: str, alone: bool
) -> str | None:
    seen = capacity(role) if role else None
    if seen == PRIVATE:
        return PRIVATE
    if party or (seen == PUBLIC and not alone) or (seen and organisation):
        return PUBLIC
    if signed and (organisation or kind not in OWN_WORDS):
        return PUBLIC
    return None
