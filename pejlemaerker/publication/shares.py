"""How many rows the tables of documents hold, and in how many of them the columns that matter most are filled.

`quality` publishes these shares; `jumps` compares them with those of the release before. Only the columns named here are read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from schemas import Table

from .dataset import BY_DOCUMENT, DOCUMENT, Dataset


@dataclass(frozen=True)
class Filled:
    """A share of the rows of `table`, or of those of one `kind`: the rows that have a value in `column`."""

    measure: str
    table: str
    column: str
    description: str
    kind: str | None = None


FILLED = (
    Filled("documents.with_title", "documents", "title", "Documents with a title."),
    Filled("documents.with_date", "documents", "published", "Documents with a date."),
    Filled("quotes.with_speaker", "quotes", "speaker", "Quotes whose speaker is known."),
    Filled("quotes.direct.with_speaker", "quotes", "speaker", "Direct quotes whose speaker is known.", "direct"),
    Filled("quotes.with_organisation", "quotes", "organisation_id", "Quotes whose speaker's organisation is known."),
    Filled("recommendations.with_issuer", "recommendations", "issuer", "Recommendations whose issuer is known."),
    Filled(
        "recommendations.with_addressee", "recommendations", "addressee", "Recommendations that say who ought to act."
    ),
    Filled("kpis.with_subject", "kpis", "subject", "Figures that say what they count."),
    Filled("kpis.with_period", "kpis", "period", "Figures that say for when they hold."),
    Filled("mentions.with_actor", "mentions", "actor_id", "Names of which it is known whose they are."),
)


@dataclass(frozen=True)
class Count:
    """`filled` of `rows`."""

    filled: int
    rows: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there are no rows."""
        return self.filled / self.rows if self.rows else 0.0


@dataclass(frozen=True)
class Counted:
    """The number of rows by table, and what of the `FILLED` there is to count, by measure."""

    rows: Mapping[str, int]
    filled: Mapping[str, Count]


def counted(dataset: Dataset, documents: pl.DataFrame | None = None) -> Counted:
    """The tables of `dataset` whose rows belong to a document, or only the rows of those in the column `document_id` of `documents`."""
    rows: dict[str, int] = {}
    filled: dict[str, Count] = {}
    for table in BY_DOCUMENT:
        if table.name in dataset.tables:
            found = _counted(dataset.scan(table.name), table, documents)
            rows[table.name] = found.pop("rows")
            filled |= {name: Count(found[name], found[f"{name} of"]) for name in found if f"{name} of" in found}
    return Counted(rows, filled)


def _counted(scan: pl.LazyFrame, table: Table, documents: pl.DataFrame | None) -> dict[str, int]:
    if documents is not None:
        scan = scan.join(documents.lazy().select(DOCUMENT), on=DOCUMENT, how="semi")
    there, wanted = scan.collect_schema().names(), [pl.len().alias("rows")]
    for item in FILLED:
        if item.table == table.name and item.column in there:
            chosen = pl.col("kind") == item.kind if item.kind else pl.col(DOCUMENT).is_not_null()
            wanted.append((pl.col(item.column).is_not_null() & chosen).sum().alias(item.measure))
            wanted.append(chosen.sum().alias(f"{item.measure} of"))
    return scan.select(wanted).collect(engine="streaming").row(0, named=True)
