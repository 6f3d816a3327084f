"""Made-up rows of a few documents, without any reading: what the tests of actors across documents share.

What belongs here: turning `Said` into the tables that `resolve` takes, and looking at what comes back. Nothing is tested here.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.extraction.actors import resolve
from schemas import TABLES

EXTRACTED = ("quotes", "recommendations", "kpis", "initiatives")


@dataclass(frozen=True)
class Who:
    """A full name, with what stands beside it."""

    name: str
    role: str | None = None
    organisation: str | None = None
    party: str | None = None


@dataclass(frozen=True)
class Doc:
    """A document: `name` tells it from others, `text` is its only paragraph, in which everything named is found."""

    name: str
    people: tuple[Who, ...] = ()
    organisations: tuple[str, ...] = ()
    published: datetime.date | None = datetime.date(2024, 5, 1)
    text: str | None = None
    duplicate_of: str | None = None
    authors: tuple[Who, ...] = field(default=())

    @property
    def id(self) -> str:
        return doc_id(self.name)


def doc_id(name: str) -> str:
    return "d" + RowIdentifiers("", "").next(name).removeprefix("-")[:12] + "0000"


def day(number: int) -> datetime.date:
    """The day so many days into a year."""
    return datetime.date(2024, 1, 1) + datetime.timedelta(days=number)


def tables(documents: Iterable[Doc]) -> dict[str, pl.DataFrame]:
    """The tables that `resolve` takes."""
    names = ("documents", "segments", "authors", "mentions", "affiliations", *EXTRACTED)
    rows: dict[str, list[dict]] = {name: [] for name in names}
    for doc in documents:
        for name, found in _rows(doc).items():
            rows[name] += found
    return {name: TABLES[name].frame(TABLES[name].row(**row) for row in found) for name, found in rows.items()}


def _rows(doc: Doc) -> dict[str, list[dict]]:
    words = [*(who.name for who in doc.people), *doc.organisations]
    text = doc.text or ". ".join(words)
    place = {"document_id": doc.id, "segment_id": f"{doc.id}-s{'0' * 12}"}
    ids = {letter: RowIdentifiers(doc.id, letter) for letter in "ma"}

    def at(named: str) -> dict:
        start = text.index(named)
        return place | {"char_start": start, "char_end": start + len(named), "text": named}

    mentions = [("person", who.name) for who in doc.people] + [("organisation", name) for name in doc.organisations]
    return {
        "documents": [
            {
                "document_id": doc.id,
                "published": doc.published,
                "duplicate_of": doc.duplicate_of and doc_id(doc.duplicate_of),
            }
        ],
        "segments": [place | {"ordinal": 1, "char_start": 0, "char_end": len(text), "text": text, "is_content": True}],
        "authors": [
            {"document_id": doc.id, "ordinal": i, "name": who.name, "role": who.role, "organisation": who.organisation}
            for i, who in enumerate(doc.authors, 1)
        ],
        "mentions": [
            at(name) | {"mention_id": ids["m"].next(name), "kind": kind, "surface": name, "rule": "mention.full"}
            for kind, name in mentions
        ],
        "affiliations": [
            at(who.name)
            | {"affiliation_id": ids["a"].next(who.name), "surface": who.name, "role": who.role}
            | {"organisation": who.organisation, "party": who.party}
            for who in doc.people
            if who.role or who.organisation or who.party
        ],
    }


@dataclass(frozen=True)
class Found:
    """What `resolve` made of documents."""

    tables: dict[str, pl.DataFrame]

    def people(self, name: str) -> list[str | None]:
        """Ids of the person called `name`, one for each document that names them, in the order of the documents' names."""
        rows = self.tables["mentions"].filter(kind="person", surface=name).sort("document_id")
        return rows["actor_id"].to_list()

    def person(self, doc: Doc, name: str) -> str | None:
        """Whom `name` stands for in `doc`."""
        return self.tables["mentions"].filter(document_id=doc.id, surface=name)["actor_id"].unique().item()

    def organisation(self, name: str) -> str:
        """The one id that a name of an organisation has."""
        return self.tables["mentions"].filter(kind="organisation", surface=name)["actor_id"].unique().item()

    def alias(self, alias: str) -> tuple[str, float | None]:
        """How a form was told, and the score."""
        return self.tables["aliases"].filter(alias=alias).select("how", "score").row(0)

    @property
    def actors(self) -> dict[tuple[str, str], str | None]:
        """Who is who: the actor of each mention by document and name."""
        rows = self.tables["mentions"].select("document_id", "surface", "actor_id").iter_rows()
        return {(document, surface): actor for document, surface, actor in rows}


def found(*documents: Doc) -> Found:
    """What `resolve` makes of `documents`."""
    return Found(resolve(tables(documents)))


def same(*names: str) -> bool:
    """Whether names of organisations, each in a document of its own, are found to be one."""
    result = found(*(Doc(str(i), organisations=(name,)) for i, name in enumerate(names)))
    return len({result.organisation(name) for name in names}) == 1
