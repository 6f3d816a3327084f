"""Erased documents and persons kept out of the tables, while these are put together.

An erased document never gets in, and neither does one with the same text, or one in an erased person's own words. Elsewhere an erased
person's rows go, and name and words are masked (`editions.hiding`). All bearers of an erased name are taken for the person.
"""

import hashlib
from collections.abc import Iterable

import polars as pl

from pejlemaerker.danish.name_forms import possible_names, possible_slugs
from pejlemaerker.publication.policy.erasures import Erasures
from pejlemaerker.storage.packs import SOURCE
from schemas import SKIPPED

from .dataset import TEXTS, Dataset, Tables
from .editions.hiding import hide
from .editions.masking import BLOCK, blocked
from .editions.persons import OWN_WORDS, masks
from .reasons import Told
from .rules import reading_version

_DOCUMENT = "document_id"
_IDENTIFY = (_DOCUMENT, "url", "text_sha256", "raw_sha256")
_PATHS = ("source_path", "url")


def without_erased(
    documents: pl.DataFrame, authors: pl.DataFrame, erasures: Erasures
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """`documents` that may get in, and the others. `documents` and `authors` are rows of these tables with their source."""
    if not erasures:
        return documents, documents.clear()
    named = [erasures.has_document(*row) for row in documents.select(_IDENTIFY).iter_rows()]
    signed = {name for name in authors["name"].unique() if erasures.has_person(name)}
    theirs = authors.filter(pl.col("name").is_in(sorted(signed)))[SOURCE].implode()
    own = pl.col(SOURCE).is_in(theirs) & pl.col("kind").is_in(OWN_WORDS)
    found = documents.filter(pl.Series(named, dtype=pl.Boolean()) | own)
    gone = documents.join(found.select("text_sha256").unique(), on="text_sha256", how="semi")
    return documents.join(gone.select(SOURCE), on=SOURCE, how="anti", maintain_order="left"), gone


def without_persons(tables: Tables, erasures: Erasures) -> Tables:
    """`tables` of some documents, with `clean_texts`, without erased persons; `text_sha256` is that of the text as it is then."""
    if not erasures.people:
        return tables
    found = _found(tables, erasures)
    if not found.height:
        return tables
    hidden = hide(tables, masks(tables, found))
    before = tables[TEXTS].select(_DOCUMENT, _before="clean_text")
    changed = hidden[TEXTS].join(before, on=_DOCUMENT).filter(pl.col("clean_text") != pl.col("_before"))
    hashes = {
        name: hashlib.sha256(text.encode()).hexdigest()
        for name, text in changed.select(_DOCUMENT, "clean_text").iter_rows()
    }
    fresh = pl.col(_DOCUMENT).replace_strict(hashes, default=pl.col("text_sha256"), return_dtype=pl.String())
    return {**hidden, "documents": hidden["documents"].with_columns(text_sha256=fresh)}


def told_nothing(skipped: pl.DataFrame, gone: pl.DataFrame, erasures: Erasures) -> pl.DataFrame:
    """`skipped` without names of erased persons, with a row that does not tell what it was for each of the documents `gone`."""
    if not erasures:
        return skipped
    paths = gone["source_path"].to_list()
    rows = [_row(path, erasures) for path in paths]
    for row in skipped.iter_rows(named=True):
        told = any(path in row["reason"] for path in paths)
        named = any(_tells(row[column], erasures) for column in ("source_path", "reason"))
        rows.append(_row(row["source_path"], erasures) if told or named else row)
    return SKIPPED.frame(rows)


def unnamed(corrections: pl.DataFrame, erasures: Erasures) -> pl.DataFrame:
    """The table `corrections` without what people wrote in it, where that names somebody erased."""
    if not erasures.people:
        return corrections

    def silent(column: str) -> pl.Series:
        values = [blocked(value) if _tells(value, erasures) else value for value in corrections[column]]
        return pl.Series(column, values, dtype=pl.String())

    return corrections.with_columns(silent("why"), silent("file_name"))


def told_of(dataset: Dataset, was: Dataset | None, erasures: Erasures) -> Told:
    """What is known of the release that `dataset` is for: its rules, and what an erasure took from the release before, `was`, or masked."""
    version = reading_version()
    if not erasures or was is None:
        return Told(version)
    now = dataset.whole("documents", _DOCUMENT)
    gone = was.whole("documents", *_IDENTIFY).join(now, on=_DOCUMENT, how="anti")
    signed = was.whole("authors", _DOCUMENT, "name").join(gone, on=_DOCUMENT, how="semi")
    erased = {row[0] for row in gone.iter_rows() if erasures.has_document(*row)}
    erased |= {document for document, name in signed.iter_rows() if erasures.has_person(name)}
    masked = dataset.scan(TEXTS).filter(pl.col("clean_text").str.contains(BLOCK, literal=True)).select(_DOCUMENT)
    hidden = masked.collect()[_DOCUMENT] if erasures.people else pl.Series(dtype=pl.String())
    return Told(version, frozenset(erased), frozenset(hidden))


def _row(source: str, erasures: Erasures) -> dict[str, object]:
    mark = erasures.hash("skipped", source)[:12]
    return SKIPPED.row(
        source_path=f"erased/{mark}", code="erased", reason="It, or somebody it tells of, is on the list of erasures."
    )


def _found(tables: Tables, erasures: Erasures) -> pl.DataFrame:
    """Every erased name in every document: document_id, name as written."""
    found: set[tuple[str, str]] = set()
    known: dict[str, bool] = {}

    def look(document: str, names: Iterable[str]) -> None:
        for name in names:
            if name not in known:
                known[name] = erasures.has_person(name)
            if known[name]:
                found.add((document, name))

    for document, text in tables[TEXTS].select(_DOCUMENT, "clean_text").iter_rows():
        look(document, possible_names(text))
    for document, *values in tables["documents"].select(_DOCUMENT, *_PATHS, "title", "publisher").iter_rows():
        for value in filter(None, values):
            look(document, possible_names(value) | {slug.title() for slug in possible_slugs(value)})
    for table, column in (
        ("mentions", "surface"),
        ("affiliations", "surface"),
        ("authors", "name"),
        ("quotes", "speaker"),
    ):
        for document, name in tables[table].select(_DOCUMENT, column).drop_nulls().unique().iter_rows():
            look(document, (name,))
    return pl.DataFrame(sorted(found), schema={_DOCUMENT: pl.String(), "name": pl.String()}, orient="row")


def _tells(text: str, erasures: Erasures) -> bool:
    return any(map(erasures.has_person, possible_names(text) | possible_slugs(text)))
