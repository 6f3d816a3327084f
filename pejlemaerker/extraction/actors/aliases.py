"""The table `aliases`: every form in which an actor is written, and how it was told to be theirs."""

from collections.abc import Mapping

import polars as pl

from pejlemaerker.corpus.identifiers import normalised
from schemas import ALIASES
from schemas.actors import HOW

from . import full_names, matching
from .forms import key, parts
from .register import spelled

Tables = Mapping[str, pl.DataFrame]
Told = tuple[str, float | None]
_FORM = ["actor_id", "alias", "surface", "how", "score"]


def aliases_table(tables: Tables, names: pl.DataFrame) -> pl.DataFrame:
    """The table `aliases`; `tables` hold people and organisations, `names` what each name of an organisation stands for."""
    called = pl.concat(
        [
            tables["people"].select(actor_id="person_id", name="name"),
            tables["organisations"].select(actor_id="organisation_id", name="name"),
        ]
    )
    found = pl.concat([_of_organisations(tables["mentions"], names), _of_people(tables)]).drop_nulls("actor_id")
    forms = found.select(_FORM).unique().join(called, on="actor_id")
    told = [_told(*row) for row in forms.select("alias", "surface", "name", "how", "score").iter_rows()]
    judged = forms.with_columns(
        _how=pl.Series([how for how, _ in told], dtype=pl.Enum(HOW)),
        _score=pl.Series([score for _, score in told], dtype=pl.Float64()),
    )
    best = judged.sort("_how", "_score", descending=[False, True], nulls_last=True).unique(
        ["actor_id", "alias"], keep="first"
    )
    counted = found.group_by("actor_id", "alias").agg(
        n_documents=pl.col("document_id").to_physical().n_unique().cast(pl.Int64)
    )
    chosen = best.select("actor_id", "alias", how=pl.col("_how").cast(pl.String()), score="_score")
    return ALIASES.sort(counted.join(chosen, on=["actor_id", "alias"]))


def _of_organisations(mentions: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Forms of organisations: as they are mentioned, and as they stand beside a role or a figure."""
    own = names.filter(~pl.col("name").str.starts_with("(")).rename({"organisation_id": "actor_id", "name": "surface"})
    mentioned = mentions.filter(pl.col("kind") == "organisation").select("document_id", "surface", alias="text")
    written = pl.concat([own.select("document_id", "surface", alias="surface"), mentioned]).unique()
    return written.join(own, on=["document_id", "surface"]).select(*_FORM, "document_id")


def _of_people(tables: Tables) -> pl.DataFrame:
    """Forms of people: as they are mentioned, in full or in short, and as they sign."""
    signed = tables["authors"].select(
        "document_id", actor_id="person_id", alias="name", surface="name", how=pl.lit(None)
    )
    mentioned = tables["mentions"].filter(pl.col("kind") == "person")
    short = pl.when(pl.col("rule") == "mention.short").then(pl.lit("short"))
    written = mentioned.select("document_id", "actor_id", "surface", alias="text", how=short)
    found = pl.concat([frame.select("document_id", *_FORM[:-1]) for frame in (signed, written)], how="vertical_relaxed")
    return found.with_columns(score=pl.lit(None, pl.Float64())).select(*_FORM, "document_id").unique()


def _told(alias: str, surface: str, name: str, how: str | None, score: float | None) -> Told:
    """How `alias` was told to be a form of the actor called `name`, where the name it is a form of in its document is `surface`."""
    if how == "short" and normalised(alias) != normalised(surface):
        return "short", None
    told = _of_person(surface, name) if how in (None, "short") else _of_organisation(surface, name, str(how), score)
    return ("variant", None) if told[0] == "exact" and normalised(alias) != normalised(surface) else told


def _of_person(surface: str, name: str) -> Told:
    one, other = (tuple(normalised(form).split(" ")) for form in (surface, name))
    if one == other:
        return "exact", None
    if full_names.is_variant(one, other):
        return "variant", None
    return ("fuzzy", full_names.likeness(one, other)) if full_names.misspelt(one, other) else ("correction", None)


def _of_organisation(surface: str, name: str, how: str, score: float | None) -> Told:
    """An organisation that is not registered is called as most documents do, which may be another form than it was told by."""
    if how in ("abbreviation", "variant", "correction") or spelled(name):
        return how, score
    if normalised(surface) == normalised(name):
        return "exact", None
    if key(surface).rstrip("s") == key(name).rstrip("s"):
        return "variant", None
    return "fuzzy", matching.likeness(parts(surface), parts(name)) or score
