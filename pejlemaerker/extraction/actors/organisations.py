"""Organisations across documents: what each name stands for, and how that was told.

A name is registered, or a variant of a registered one, or misspelt for one (`slips`); what is left is an organisation of its
own, with its variants. An abbreviation that a document explains stands in it for what it explains.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import astuple, dataclass

import polars as pl

from pejlemaerker.danish.lexicon import rows, words

from .abbreviations import Explained, everywhere
from .forms import key, kind_word, parts
from .ids import unregistered_id
from .register import registered, spelled
from .said_same import Said
from .slips import Slips

Tables = Mapping[str, pl.DataFrame]

# Nouns that stand for an organisation named before, or say what one is, and are no names themselves.
_NOUNS = words("organisation_nouns") | {row[0].removeprefix("-").lower() for row in rows("organisation_suffixes")}
_COLUMNS = (
    ("mentions", "surface"),
    ("affiliations", "organisation"),
    ("authors", "organisation"),
    ("quotes", "speaker_organisation"),
    ("kpis", "organisation"),
    ("initiatives", "organisation"),
)
_SPEAKING = (("quotes", "speaker"), ("recommendations", "issuer"))
_TOLD = {"name": pl.String(), "organisation_id": pl.String(), "how": pl.String(), "score": pl.Float64()}
_ANYWHERE = {"name": pl.String(), "anywhere": pl.String()}
_HERE = {"document_id": pl.String(), "name": pl.String(), "here": pl.String()}


@dataclass(frozen=True, slots=True)
class Told:
    """Which organisation a name stands for; `how` as in the table `aliases`, `score` where it was misspelt."""

    id: str
    how: str
    score: float | None = None


def organisation_names(tables: Tables, ranks: pl.DataFrame, said: Explained, same: Said) -> pl.DataFrame:
    """What each name stands for in each document: document_id, name, organisation_id, how, score; one row each.

    `ranks` orders the documents: document_id, rank. `said` holds the abbreviations that documents explain,
    `same` which organisations a person says are one.
    """
    named = _named(tables)
    told = _told(named, ranks, tables["affiliations"])
    explanations = {place: name for place, name in said.items() if name in told}
    general = everywhere(explanations, {name: item.id for name, item in told.items()})
    plain = pl.DataFrame([(name, *astuple(item)) for name, item in told.items()], schema=_TOLD, orient="row")
    here = pl.DataFrame([(*place, told[long].id) for place, long in explanations.items()], schema=_HERE, orient="row")
    anywhere = pl.DataFrame([(name, told[long].id) for name, long in general.items()], schema=_ANYWHERE, orient="row")
    here = here.cast({"document_id": named.schema["document_id"]})
    joined = named.join(plain, on="name", how="left", maintain_order="left")
    joined = joined.join(here, on=["document_id", "name"], how="left", maintain_order="left")
    joined = joined.join(anywhere, on="name", how="left", maintain_order="left")
    short = pl.coalesce("here", "anywhere")
    names = joined.select(
        "document_id",
        "name",
        organisation_id=pl.coalesce(short, "organisation_id"),
        how=pl.when(short.is_null()).then("how").otherwise(pl.lit("abbreviation")),
        score=pl.when(short.is_null()).then("score"),
    )
    return _joined(names, ranks, same)


def _joined(names: pl.DataFrame, ranks: pl.DataFrame, same: Said) -> pl.DataFrame:
    """`names` in which those that a person says are one stand for the same."""
    if not same.awake("organisations"):
        return names
    known = names.join(ranks, on="document_id").select("document_id", "name", "rank", actor_id="organisation_id")
    one = same.replacements("organisations", known)
    moved = pl.col("organisation_id").is_in(list(one))
    return names.with_columns(
        organisation_id=pl.col("organisation_id").replace(one),
        how=pl.when(moved & (pl.col("how") != "abbreviation")).then(pl.lit("correction")).otherwise("how"),
        score=pl.when(~moved).then("score"),
    )


def party_name(column: str) -> pl.Expr:
    """The name under which the party of a letter is registered."""
    return "(" + pl.col(column) + ")"


def _named(tables: Tables) -> pl.DataFrame:
    """Documents and the names of organisations in them, each pair once."""
    frames = {**tables, "mentions": tables["mentions"].filter(pl.col("kind") == "organisation")}
    found = pl.concat([frames[table].select("document_id", name=column) for table, column in _COLUMNS]).drop_nulls()
    found = found.filter(pl.col("name").is_in([name for name in found["name"].unique() if _is_name(name)]))
    parties = tables["affiliations"].select("document_id", name=party_name("party")).drop_nulls()
    known = [name for name in parties["name"].unique() if spelled(name)]
    speaking = pl.concat([tables[table].select("document_id", name=column) for table, column in _SPEAKING])
    more = [parties.filter(pl.col("name").is_in(known)), speaking.join(found.select("name").unique(), on="name")]
    return pl.concat([found, *more]).unique().sort("document_id", "name")


def _is_name(name: str) -> bool:
    """Whether `name` is more than a noun: it begins with a capital or a figure, or a noun says what follows (`tænketanken X`)."""
    if name.lower() in _NOUNS:
        return spelled(name)
    first, _, rest = name.partition(" ")
    return not name[:1].islower() or (rest[:1].isupper() and (first in _NOUNS or kind_word(first) is not None))


def _told(named: pl.DataFrame, ranks: pl.DataFrame, affiliations: pl.DataFrame) -> dict[str, Told]:
    """What each name stands for where no document explains it."""
    first = named.join(ranks, on="document_id").group_by("name").agg(pl.col("rank").min()).sort("rank", "name")
    found: dict[str, Told] = {}
    own: dict[str, str] = {}
    for name in first["name"]:
        if (known := registered(name)) is not None:
            found[name] = Told(known.id, "exact" if spelled(name) else "variant")
        else:
            own[name] = key(name)
    groups = _variants(own)
    slips = Slips({form: parts(names[0]) for form, names in groups.items()})
    misspelt = slips.told(_company(named, affiliations, groups, slips.near))
    for form, names in groups.items():
        owner, score = misspelt.get(form, (unregistered_id(form), None))
        found |= dict.fromkeys(names, Told(owner, "exact" if score is None else "fuzzy", score))
    return found


def _variants(keys: Mapping[str, str]) -> dict[str, list[str]]:
    """Names by what they share; one that is also written without its last -s goes with that."""
    written = set(keys.values())
    groups: dict[str, list[str]] = defaultdict(list)
    for name, form in keys.items():
        while form.endswith("s") and form[:-1] in written:
            form = form[:-1]
        groups[form].append(name)
    return groups


def _company(
    named: pl.DataFrame, affiliations: pl.DataFrame, groups: Mapping[str, list[str]], wanted: set[str]
) -> dict[str, set[str]]:
    """For each form `wanted` the documents that name it and the people who are said to belong to it."""
    forms = {name: form for form in wanted for name in groups[form]}
    belong = affiliations.select("surface", "organisation").unique()
    found: dict[str, set[str]] = {form: set() for form in wanted}
    for frame, column in ((named, "name"), (belong, "organisation")):
        for other, name in frame.filter(pl.col(column).is_in(sorted(forms))).iter_rows():
            found[forms[name]].add(other)
    return found
