"""What an edition of a dataset holds, part by part: rights applied, and in the open one private persons and long texts left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl

from pejlemaerker.publication.dataset import BY_DOCUMENT, TEXTS, Dataset, Range, Tables, by_document
from pejlemaerker.publication.policy.rights import Grant, Rights
from schemas import DOCUMENTS, EDITIONS, PUBLISHED, TABLES

from .allowance import Cap, place_of, within_caps
from .hiding import hide
from .masking import Mask
from .persons import OWN_WORDS, Persons, persons
from .rest import Kept, rest

_DOCUMENT = "document_id"
_ASKED = ("publisher", "kind", "licence", "url")
_OTHERS = tuple(table.name for table in PUBLISHED if not by_document(table))


@dataclass
class Edition:
    """An edition, `full` or `open`, of a `dataset` by a policy of `rights`.

    `parts` gives the tables whose rows belong to documents, some thousand documents at a time and as `schemas.published(name)` says;
    when it is through, `rest` gives the others. The same dataset always gives the same rows.
    """

    dataset: Dataset
    name: str
    rights: Rights
    _persons: Persons | None = field(default=None, init=False)
    _kept: Kept = field(default_factory=Kept, init=False)

    def __post_init__(self) -> None:
        """Refuse an edition that there is none of."""
        if self.name not in EDITIONS:
            raise ValueError(f"there is no edition {self.name!r}; there are {', '.join(EDITIONS)}")

    def parts(self) -> Iterator[Tables]:
        """The tables of documents, part by part in order."""
        for documents in self.dataset.ranges():
            tables = self.part(documents)
            yield {table.name: table.sort(tables[table.name]) for table in BY_DOCUMENT}

    def rest(self) -> Tables:
        """The tables whose rows belong to no document, of those that the dataset holds."""
        tables = {name: self.dataset.whole(name) for name in _OTHERS if name in self.dataset.tables}
        if self.name == "open":
            tables = rest(tables, self._kept, self._public())
        return {name: TABLES[name].sort(frame) for name, frame in tables.items()}

    def part(self, documents: Range) -> Tables:
        """The tables of some documents, and the `clean_texts` on which their rows stand in this edition."""
        tables = self.dataset.part(documents, *(table.name for table in BY_DOCUMENT), TEXTS)
        grants = _grants(tables["documents"], self.rights)
        return (
            self._open(tables, grants)
            if self.name == "open"
            else _with_rights(tables, grants, _published(tables, _titles(tables)))
        )

    def _open(self, tables: Tables, grants: dict[str, Grant]) -> Tables:
        whose = self._public()
        masks = whose.hidden(tables)
        self._kept.hidden.update(name for mask in masks.values() for name in mask.names if " " in name)
        letters = _letters(tables, masks)
        titles = _titles(tables)
        tables = _without_private(hide(tables, masks), whose)
        self._kept.add(tables)
        caps = {
            document: _cap(
                grants[document], length, titles.get(document), closed=original is not None or document in letters
            )
            for document, length, original in tables["documents"]
            .select(_DOCUMENT, "n_chars", "duplicate_of")
            .iter_rows()
            if not grants[document].full_text or document in letters
        }
        tables, used = within_caps(tables, caps)
        return _with_rights(tables, grants, _published(tables, titles) | used)

    def _public(self) -> Persons:
        if self._persons is None:
            self._persons = persons(self.dataset)
        return self._persons


def _grants(documents: pl.DataFrame, rights: Rights) -> dict[str, Grant]:
    """What may be published of each document."""
    return {row[0]: rights.of(*row[1:]) for row in documents.select(_DOCUMENT, *_ASKED).iter_rows()}


def _cap(grant: Grant, length: int, title: tuple[int, int] | None, *, closed: bool) -> Cap:
    """How much of a text of this `length` may be published; where it is closed nothing but the title."""
    if closed or grant.basis == "none":
        return Cap(0, -1, title)
    return Cap(min(int(grant.share * length), grant.characters), grant.longest, title)


def _letters(tables: Tables, masks: Mapping[str, Mask]) -> set[str]:
    """Documents that are the own words of a private person who signed them: none of these are published."""
    own = tables["documents"].filter(pl.col("kind").is_in(OWN_WORDS)).select(_DOCUMENT)
    signed = tables["authors"].join(own, on=_DOCUMENT, how="semi").select(_DOCUMENT, "name")
    return {document for document, name in signed.iter_rows() if document in masks and name in masks[document].names}


def _titles(tables: Tables) -> dict[str, tuple[int, int]]:
    """Where the title of each document stands in its text; those whose title stands nowhere are left out."""
    both = tables["documents"].drop_nulls("title").join(tables[TEXTS], on=_DOCUMENT)
    places = ((row[0], place_of(row[2], row[1])) for row in both.select(_DOCUMENT, "title", "clean_text").iter_rows())
    return {document: place for document, place in places if place is not None}


def _without_private(tables: Tables, whose: Persons) -> Tables:
    """`tables` in which nothing points to a person who is not public."""
    public = pl.Series(sorted(whose.public), dtype=pl.String()).implode()
    found = {}
    for name, frame in tables.items():
        columns = TABLES[name].columns if name in TABLES else ()
        people = [column.name for column in columns if column.references == "people.person_id"]
        found[name] = frame.with_columns(pl.when(pl.col(column).is_in(public)).then(column) for column in people)
    person = pl.col("kind") == "person"
    lost = person & ~pl.col("actor_id").is_in(public)
    found["mentions"] = found["mentions"].with_columns(actor_id=pl.when(~lost).then("actor_id"))
    return found


def _published(tables: Tables, titles: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """The characters of each document that stand in its segments, all other rows standing within these, or in its title."""
    segments = tables["segments"].filter(pl.col("text").is_not_null())
    start, end = pl.col("char_start"), pl.col("char_end")
    titled = pl.DataFrame(
        [(document, *place) for document, place in titles.items()],
        schema={_DOCUMENT: pl.String(), "_start": pl.Int64(), "_end": pl.Int64()},
        orient="row",
    )
    overlap = (pl.min_horizontal(end, "_end") - pl.max_horizontal(start, "_start")).clip(lower_bound=0)
    shared = (
        pl.when(pl.col("_start").is_not_null()).then(overlap).otherwise(0)
    )  # the least of a number and null is the number
    spans = segments.join(titled, on=_DOCUMENT, how="left")
    counted = spans.group_by(_DOCUMENT).agg(own=(end - start).sum(), shared=shared.sum())
    whole = counted.join(titled, on=_DOCUMENT, how="full", coalesce=True).with_columns(
        pl.col("own", "shared").fill_null(0), title=(pl.col("_end") - pl.col("_start")).fill_null(0)
    )
    return dict(whole.select(_DOCUMENT, pl.col("own") + pl.col("title") - pl.col("shared")).iter_rows())


def _with_rights(tables: Tables, grants: Mapping[str, Grant], used: Mapping[str, int]) -> Tables:
    """`tables` with the columns of `documents` that tell of rights and of the share that is published."""
    documents = tables["documents"]
    names = documents[_DOCUMENT]
    filled = documents.with_columns(
        licence=pl.Series([grants[name].licence for name in names], dtype=pl.String()),
        rights_basis=pl.Series([grants[name].basis for name in names], dtype=pl.String()),
        excerpt_share=pl.Series([used.get(name, 0) for name in names], dtype=pl.Int64()) / pl.col("n_chars"),
    )
    return {**tables, DOCUMENTS.name: filled.select(DOCUMENTS.names)}
