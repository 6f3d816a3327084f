"""What the open edition holds of the tables whose rows belong to no document: only what its documents still tell of."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from pejlemaerker.danish.capacities import PRIVATE, capacity
from pejlemaerker.publication.dataset import Tables
from schemas import TABLES

from .masking import blocked
from .persons import Persons

_HELD = ["person_id", "organisation_id"]
_LONGEST = 8  # words of a name


@dataclass
class Kept:
    """What the parts of an edition told so far: names that are `hidden`, persons who are there, and what they are said to hold."""

    hidden: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    held: set[tuple[str | None, str | None]] = field(default_factory=set)

    def add(self, tables: Tables) -> None:
        """Take in the tables of a part."""
        affiliations = tables["affiliations"]
        party = affiliations.select("person_id", organisation_id="party_id")
        said = pl.concat([affiliations.select(_HELD), party, tables["authors"].select(_HELD)])
        self.held.update(said.unique().iter_rows())
        for name, frame in tables.items():
            columns = TABLES[name].columns if name in TABLES else ()
            for column in columns:
                if column.references == "people.person_id":
                    self.people.update(frame[column.name].drop_nulls().unique())
        self.people.update(tables["mentions"].filter(kind="person")["actor_id"].drop_nulls().unique())


def rest(tables: Tables, kept: Kept, whose: Persons) -> Tables:
    """`tables` of an open edition whose parts are through."""
    there = sorted(kept.people & whose.public)
    people = tables["people"].filter(pl.col("person_id").is_in(there))
    organisations = tables["organisations"]
    actors = pl.concat([people["person_id"], organisations["organisation_id"]]).implode()
    held = pl.DataFrame(sorted(kept.held, key=str), schema=dict.fromkeys(_HELD, pl.String()), orient="row")
    aliases = tables["aliases"].filter(pl.col("actor_id").is_in(actors))
    roles = tables["positions"]["role"].drop_nulls().unique()
    private = pl.Series([role for role in roles if capacity(role) == PRIVATE], dtype=pl.String()).implode()
    positions = (
        tables["positions"].join(people, on="person_id", how="semi").join(held, on=_HELD, how="semi", nulls_equal=True)
    )
    return {
        **tables,
        "people": people,
        "organisations": _unnamed(organisations, "name", kept.hidden),
        "aliases": _unnamed(aliases, "alias", kept.hidden - set(people["name"])),
        "positions": positions.filter(~pl.col("role").is_in(private).fill_null(value=False)),
        "corrections": _unnamed(tables["corrections"], "why", kept.hidden),
        "skipped": _nameless(tables["skipped"]),
    }


def _unnamed(frame: pl.DataFrame, column: str, hidden: set[str]) -> pl.DataFrame:
    """`frame` with the names of an organisation masked that hold that of a hidden person; two that then are alike are one."""
    low = {name.casefold() for name in hidden}
    masked = {name: blocked(name) for name in frame[column].unique() if any(each in low for each in _names_in(name))}
    return frame.with_columns(pl.col(column).replace(masked)).unique(
        [frame.columns[0], column], keep="first", maintain_order=True
    )


def _names_in(text: str) -> Iterable[str]:
    """Every run of two words or more."""
    words = text.casefold().split()
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + _LONGEST) + 1):
            yield " ".join(words[start:end])


def _nameless(skipped: pl.DataFrame) -> pl.DataFrame:
    """`skipped` without names of files and without reasons, which may tell of people: they were never looked at."""
    names = [f"skipped/{hashlib.sha256(path.encode()).hexdigest()[:12]}" for path in skipped["source_path"]]
    return skipped.with_columns(
        source_path=pl.Series(names, dtype=pl.String()),
        reason=pl.lit("The file was left out; its name and what was wrong stand in the edition for in-house use."),
    )
