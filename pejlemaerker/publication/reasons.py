"""Why rows differ from the release before: what the documents, the corrections, the erasures and the rules say of it.

Which rows differ is told by `comparison`; whether there are too many of them by `jumps`. Both ask here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from schemas import Table

from .dataset import BY_DOCUMENT, DOCUMENT, Dataset

CORRECTIONS = "corrections"
_TEXT = ("text_sha256", "raw_sha256")


@dataclass(frozen=True)
class Told:
    """What is known of a release beside its rows.

    `reading_version` is that of its rules; None says that they are those of the release before. The documents are those that the
    list of erasures took away, and those in which it masked somebody, in this release or an earlier one.
    """

    reading_version: str | None = None
    erased_documents: frozenset[str] = frozenset()
    masked_documents: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reasons:
    """Why rows of `now` differ from those of `before`."""

    now: Dataset
    before: Dataset
    told: Told

    @cached_property
    def new_rules(self) -> bool:
        """Whether other rules read the documents. A release so old that it does not say so was read by others."""
        if self.told.reading_version is None:
            return False
        about = self.before.whole("releases")
        versions = about["reading_version"].to_list() if "reading_version" in about.columns else []
        return self.told.reading_version not in versions

    @cached_property
    def documents(self) -> pl.DataFrame:
        """`document_id` and `reason`, null for documents that are as they were."""
        both = _texts(self.now).join(_texts(self.before), on=DOCUMENT, how="full", coalesce=True, suffix="_before")
        reason = (
            pl.when(pl.col(DOCUMENT).is_in(list(self.hidden)))
            .then(pl.lit("erasure"))
            .when(pl.col("text_before").is_null())
            .then(pl.lit("new_article"))
            .when(pl.col("text").is_null())
            .then(pl.lit("removed_article"))
            .when(pl.col("text") != pl.col("text_before"))
            .then(pl.lit("changed_article"))
        )
        return both.select(DOCUMENT, reason=reason)

    @property
    def hidden(self) -> frozenset[str]:
        """Documents of which it must not be told which rows an erasure took."""
        return self.told.erased_documents | self.told.masked_documents

    @cached_property
    def _new_corrections(self) -> pl.DataFrame:
        """Corrections made, taken back or changed since; one that stood before explains nothing."""
        now, before = self.now.whole(CORRECTIONS), self.before.whole(CORRECTIONS)
        shared = [name for name in now.columns if name in before.columns]
        rows = pl.concat([now.select(shared), before.select(shared)])
        return rows.filter(rows.is_unique())

    @cached_property
    def corrected(self) -> frozenset[str]:
        """Identifiers of rows that a person corrected since."""
        return frozenset(self._new_corrections["row_id"].drop_nulls())

    @cached_property
    def corrected_documents(self) -> frozenset[str]:
        """Documents in which a person corrected a row since."""
        return frozenset(self._new_corrections[DOCUMENT].drop_nulls())

    @cached_property
    def erased_actors(self) -> frozenset[str]:
        """People and organisations that the hidden documents of the release before name: one of them may be the erased."""
        found: set[str] = set()
        for table in BY_DOCUMENT if self.hidden else ():
            there = self.before.scan(table.name).collect_schema().names()
            if columns := [name for name in pointers(table) if name in there and table.column(name).pattern is None]:
                rows = self.before.scan(table.name).filter(pl.col(DOCUMENT).is_in(list(self.hidden)))
                found.update(*(rows.select(columns).collect()[name].drop_nulls() for name in columns))
        return frozenset(found)

    @property
    def otherwise(self) -> str:
        """The reason that is left: other rules, or what other documents and the policy say."""
        return "new_extractor" if self.new_rules else "new_context"


def pointers(table: Table) -> list[str]:
    """The columns of `table` that name a row of it or of another table, but for its document and its segment."""
    return [name for name in table.names if name.endswith("_id") and name not in (DOCUMENT, "segment_id")]


def names_one_of(table: Table, columns: Collection[str], identifiers: Collection[str]) -> pl.Expr:
    """Whether a row names one of the `identifiers`; `columns` are those it has."""
    if not identifiers:
        return pl.lit(value=False)
    wanted = list(identifiers)
    found = [pl.col(name).is_in(wanted).fill_null(value=False) for name in pointers(table) if name in columns]
    return pl.any_horizontal(pl.col("row_id").is_in(wanted), *found)


def _texts(dataset: Dataset) -> pl.DataFrame:
    return dataset.whole("documents", DOCUMENT, *_TEXT).select(DOCUMENT, text=pl.concat_str(_TEXT))
