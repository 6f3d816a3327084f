"""People across documents: which person a full name stands for in each of them.

One name is one person, but for a common name and a single word (`same_name`); and some persons are written in several ways (`linking`).
"""

from collections import defaultdict
from collections.abc import Mapping

import polars as pl

from pejlemaerker.corpus.identifiers import normalised

from .common import is_common
from .ids import person_id
from .linking import Person, candidates, united
from .said_same import Said
from .same_name import Occurrence, told_apart

Tables = Mapping[str, pl.DataFrame]
_OCCURRENCE = ["document_id", "key"]


def person_names(tables: Tables, ranks: pl.DataFrame, same: Said) -> pl.DataFrame:
    """Whom each full name stands for in each document: document_id, name, person_id (null when unsure); one row each.

    `tables` hold the ids of organisations; `ranks` orders the documents: document_id, original, rank.
    `same` holds who a person says are one.
    """
    named = _keyed(_named(tables)).join(ranks, on="document_id")
    said = _keyed(said_of_people(tables)).drop("person_id")
    occurrences = named.select(*_OCCURRENCE, "original", "rank").unique().sort("key", "rank")
    once = {name: person_id(name) for name in occurrences["key"].unique() if " " in name and not is_common(name)}
    uncommon = occurrences.with_columns(
        person_id=pl.col("key").replace_strict(once, default=None, return_dtype=pl.String())
    )
    common = _common(occurrences.filter(~pl.col("key").is_in(list(once))), said)
    known = pl.concat([uncommon.filter(pl.col("person_id").is_not_null()), common])
    one = united(_persons(known, said))
    known = known.with_columns(pl.col("person_id").replace(one))
    told = known.select("document_id", "rank", name="key", actor_id="person_id")
    known = known.with_columns(pl.col("person_id").replace(same.replacements("people", told)))
    return (
        named.select("document_id", "name", "key")
        .join(known.select(*_OCCURRENCE, "person_id"), on=_OCCURRENCE, how="left")
        .drop("key")
    )


def said_of_people(tables: Tables) -> pl.DataFrame:
    """What is said of people in affiliations and bylines: document_id, name, person_id, organisation_id, role, party_id."""
    columns = ["document_id", "name", "person_id", "organisation_id", "role", "party_id"]
    beside = tables["affiliations"].rename({"surface": "name"}).select(columns)
    return pl.concat([beside, tables["authors"].with_columns(party_id=pl.lit(None, pl.String())).select(columns)])


def _named(tables: Tables) -> pl.DataFrame:
    mentioned = tables["mentions"].filter(pl.col("kind") == "person")
    found = [mentioned.select("document_id", name="surface"), said_of_people(tables).select("document_id", "name")]
    return pl.concat(found).unique()


def _keyed(frame: pl.DataFrame) -> pl.DataFrame:
    """`frame` with what all ways of spacing and casing a name share."""
    keys = {name: normalised(name) for name in frame["name"].unique()}
    return frame.with_columns(
        key=pl.col("name").replace_strict(keys, return_dtype=pl.String()) if keys else pl.col("name")
    )


def _common(occurrences: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """`occurrences` of common names with the person each is; null when unsure."""
    found = {(document, name): Occurrence(rank, original) for document, name, original, rank in occurrences.iter_rows()}
    about = said.join(occurrences.select("key").unique(), on="key", how="semi")
    for document, name, organisation, role, party in about.select(
        *_OCCURRENCE, "organisation_id", "role", "party_id"
    ).iter_rows():
        found[document, name].add(organisation, role, party)
    by_name: dict[str, list[Occurrence]] = defaultdict(list)
    for (_, name), item in found.items():
        by_name[name].append(item)
    ids = [person for name, items in by_name.items() for person in told_apart(name, items)]
    return occurrences.with_columns(person_id=pl.Series(ids, dtype=pl.String()))


def _persons(known: pl.DataFrame, said: pl.DataFrame) -> dict[str, Person]:
    """Those whose names may be other forms of another's, with what is said of them."""
    words = {name: tuple(name.split(" ")) for name in known["key"].unique()}
    several = candidates(words.values())
    wanted = [name for name, parts in words.items() if parts in several]
    near = known.filter(pl.col("key").is_in(wanted) & pl.col("person_id").is_not_null())
    found: dict[str, Person] = {}
    for name, person, original, rank in near.select("key", "person_id", "original", "rank").iter_rows():
        entry = found.setdefault(person, Person(person, words[name], rank))
        entry.rank = min(entry.rank, rank)
        entry.documents.setdefault(original, set())
    about = said.join(near, on=_OCCURRENCE).select("person_id", "original", "organisation_id", "party_id")
    for person, original, organisation, party in about.iter_rows():
        found[person].add(original, organisation, party)
    return found
