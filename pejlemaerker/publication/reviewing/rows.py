"""Rows of a release as a reviewer sees them: each with the text it stands in, and which to look at first."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import polars as pl

from pejlemaerker.publication.releases import Release
from schemas import DOCUMENTS, INITIATIVES, KPIS, MENTIONS, QUOTES, RECOMMENDATIONS, Table
from schemas.corrections import CORRECTABLE, table_of

# What is looked over unless a table is named.
TABLES = (QUOTES, RECOMMENDATIONS, KPIS, INITIATIVES)
_ORDER = ("_known", "confidence", "document_id", "char_start", "row_id")


class NoRowError(LookupError):
    """There is nothing of that name in the release; the message says how to find what there is."""


@dataclass(frozen=True)
class Reviewed:
    """A row of `table` with its document, its segment, and the words of the segment before it; of a document the first two are one."""

    table: Table
    row: dict[str, Any]
    document: dict[str, Any]
    segment: dict[str, Any] | None = None
    before: str = ""
    corrected: bool = False

    @property
    def id(self) -> str:
        """The row's identifier."""
        return str(self.row[self.table.key[-1]])


def least_certain(
    release: Release, tables: Collection[Table], limit: int, *, document: str | None = None, seen: Collection[str] = ()
) -> list[Reviewed]:
    """The rows that it pays most to look at: direct quotes without a speaker, then what the rules are least sure of.

    At most `limit`; without those that are corrected or `seen`, and without documents that repeat another. The same release gives
    the same list. NoRowError if it does not hold `document`.
    """
    if document is not None and not _one(release, DOCUMENTS, document):
        raise NoRowError(
            f"There is no document {document} in release {release.version}. Take one from the table documents."
        )
    done = pl.concat(
        [
            release.table("corrections").select("row_id"),
            pl.DataFrame({"row_id": list(seen)}, schema={"row_id": pl.String}),
        ]
    ).unique()
    found = [_narrow(release, table, document, done, limit) for table in tables]
    chosen = pl.concat(found).sort(_ORDER).head(limit)
    return [reviewed(release, row) for row in chosen["row_id"]]


def _narrow(release: Release, table: Table, document: str | None, done: pl.DataFrame, limit: int) -> pl.DataFrame:
    """The first rows of one table, by the columns of `_ORDER` alone: there may be millions of them."""
    originals = release.dataset().scan("documents").filter(pl.col("duplicate_of").is_null()).select("document_id")
    lazy = release.dataset().scan(table.name)
    if document is not None:
        lazy = lazy.filter(pl.col("document_id") == document)
    narrow = lazy.select(
        "document_id",
        row_id=pl.col(table.key[-1]),
        _known=_known(table),
        confidence="confidence" if "confidence" in table.names else pl.lit(0.0),
        char_start="char_start" if "char_start" in table.names else pl.lit(0, pl.Int64),
    )
    kept = narrow.join(originals, on="document_id", how="semi").join(done.lazy(), on="row_id", how="anti")
    return kept.sort(_ORDER).head(limit).select(_ORDER).collect()


def _known(table: Table) -> pl.Expr:
    """Whether what a reader asks first of a row is there."""
    if table is QUOTES:
        return (pl.col("kind") != "direct") | pl.col("speaker").is_not_null()
    if table is DOCUMENTS:
        return pl.col("title").is_not_null() & pl.col("published").is_not_null()
    return pl.lit(value=True)


def reviewed(release: Release, row_id: str) -> Reviewed:
    """The row `row_id` with its context; NoRowError if there is none."""
    table = table_of(row_id)
    row = _one(release, table, row_id) if table else None
    if table is None or row is None:
        corrections = release.table("corrections").filter(row_id=row_id, action="remove")
        if corrections.height:
            where = corrections["file_name"][0]
            raise NoRowError(f"{row_id} was removed by a correction in {where}. Delete that entry to have it back.")
        known = ", ".join(CORRECTABLE)
        raise NoRowError(
            f"There is no row {row_id} in release {release.version}. Take an id from {known}, or `pejl review`."
        )
    corrected = bool(release.table("corrections").filter(row_id=row_id).height)
    if table is DOCUMENTS:
        return Reviewed(table, row, row, corrected=corrected)
    document = _one(release, DOCUMENTS, row["document_id"])
    segments = _of_document(release, row["document_id"])
    segment = segments.row(by_predicate=pl.col("segment_id") == row["segment_id"], named=True)
    before = segments.filter((pl.col("ordinal") < segment["ordinal"]) & pl.col("text").is_not_null())["text"]
    assert document is not None
    return Reviewed(table, row, document, segment, before[-1] if before.len() else "", corrected)


def _one(release: Release, table: Table, row_id: str) -> dict[str, Any] | None:
    found = release.dataset().scan(table.name).filter(pl.col(table.key[-1]) == row_id).collect()
    return found.row(0, named=True) if found.height else None


def _of_document(release: Release, document: str) -> pl.DataFrame:
    return release.dataset().scan("segments").filter(pl.col("document_id") == document).collect()


def named_in(release: Release, actor: str) -> tuple[str, str]:
    """A document, and a full name that stands there for the person or organisation `actor`: the first of them by identifier.

    NoRowError if there is none.
    """
    for table, name, ids in (
        (MENTIONS, "surface", ("actor_id",)),
        (CORRECTABLE["affiliations"], "surface", ("person_id",)),
        (CORRECTABLE["affiliations"], "organisation", ("organisation_id",)),
        (QUOTES, "speaker_organisation", ("organisation_id",)),
        (KPIS, "organisation", ("organisation_id",)),
    ):
        lazy = release.dataset().scan(table.name).filter(pl.any_horizontal(pl.col(column) == actor for column in ids))
        found = lazy.select("document_id", name).drop_nulls().sort("document_id", name).head(1).collect()
        if found.height:
            return found.row(0)
    raise NoRowError(f"No document names {actor}. Take ids from the tables people or organisations.")
