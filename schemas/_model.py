"""What a table's description is made of: columns, their types, keys, and where a column points.

Only the vocabulary belongs here. The tables themselves stand one a file beside this one; what is derived from them
(pandera checks in `validation`, Parquet and DuckDB metadata in `pejlemaerker.publication`) is derived elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

EDITIONS = ("full", "open")

TYPES: dict[str, pl.DataType] = {
    "text": pl.String(),
    "integer": pl.Int64(),
    "number": pl.Float64(),
    "flag": pl.Boolean(),
    "date": pl.Date(),
    "bytes": pl.Binary(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is a key of `TYPES`; a column that is not `optional` holds no nulls.

    `enum` lists the values allowed, `pattern` is a regular expression for the whole value, `minimum` and `maximum` bound
    numbers, and `references` names the column of another table (`table.column`) in which each value must stand.
    `unit` says what a number counts. `excerpt` marks whole phrases or sentences of the document, which the open edition may have to
    withhold: there such a column may be null. `correctable` marks what a person may put right; not so what identifies a row, says where
    it stands, or repeats the text.
    """

    name: str
    type: str
    description: str
    optional: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    references: str | None = None
    unit: str | None = None
    excerpt: bool = False
    correctable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: rows are unique in, and sorted by, the columns of `key`. Tables not `published` stay in the store."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    published: bool = True
    _empty: dict[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the row that holds nothing, which every row starts from."""
        object.__setattr__(self, "_empty", dict.fromkeys(self.names))

    def of_edition(self, edition: str) -> "Table":
        """This table as it is in an edition: in the one for publication excerpts may be withheld."""
        if edition != "open":
            return self
        columns = tuple(replace(column, optional=True) if column.excerpt else column for column in self.columns)
        return replace(self, columns=columns)

    def column(self, name: str) -> Column:
        """The column called `name`; KeyError if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]

    @property
    def polars(self) -> dict[str, pl.DataType]:
        """Polars schema."""
        return {column.name: TYPES[column.type] for column in self.columns}

    @property
    def correctable(self) -> list[str]:
        """Names of the columns that a person may put right."""
        return [column.name for column in self.columns if column.correctable]

    @property
    def has_span(self) -> bool:
        """Whether each row stands on characters of a document and repeats them in `text`."""
        return {"char_start", "char_end", "text"} <= set(self.names)

    def row(self, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - a cell holds any of the column types
        """A row with `values`, the columns not named being null. KeyError on a column the table does not have."""
        row = self._empty | values
        if len(row) > len(self._empty):
            raise KeyError(f"{self.name} has no column {', '.join(sorted(values.keys() - self._empty.keys()))}")
        return row

    def frame(self, rows: Iterable[Mapping[str, Any]] = ()) -> pl.DataFrame:
        """`rows` as a DataFrame of this schema, sorted by the key."""
        return self.sort(pl.DataFrame(list(rows), schema=self.polars, orient="row"))

    def sort(self, frame: pl.DataFrame) -> pl.DataFrame:
        """`frame` with the columns of this table in order, sorted by the key (nulls first)."""
        return frame.select(self.names).sort(self.key, maintain_order=True)


DOCUMENT_ID = r"d[0-9a-f]{16}(-\d+)?"
RULE = r"[a-z_]+(\.[a-z_]+)*"


def identifier(
    name: str, letter: str, description: str, *, optional: bool = False, references: str | None = None
) -> Column:
    """A column of row identifiers: the document's, a `letter` for the table, and a hash of the words."""
    pattern = rf"{DOCUMENT_ID}-{letter}[0-9a-f]{{12}}"
    return Column(name, "text", description, optional=optional, pattern=pattern, references=references)


def document_id() -> Column:
    """The column that ties a row to its document."""
    return Column("document_id", "text", "The document.", pattern=DOCUMENT_ID, references="documents.document_id")


def segment_id() -> Column:
    """The column that ties a row to its segment."""
    return identifier("segment_id", "s", "The segment the row stands in.", references="segments.segment_id")


def quote_id(description: str) -> Column:
    """A column that may point to a quote."""
    return identifier("quote_id", "q", description, optional=True, references="quotes.quote_id")


def person_id(name: str, description: str, *, optional: bool = True) -> Column:
    """A column that points to a person."""
    return Column(name, "text", description, optional=optional, references="people.person_id")


def organisation_id(name: str, description: str, *, optional: bool = True) -> Column:
    """A column that points to an organisation."""
    return Column(name, "text", description, optional=optional, references="organisations.organisation_id")


def span() -> tuple[Column, ...]:
    """The columns that trace a row to its characters and to the rule that read them."""
    return (
        Column(
            "char_start",
            "integer",
            "First character, counted from 0 in the document's clean text (NFC).",
            minimum=0,
            unit="Unicode code points",
        ),
        Column(
            "char_end",
            "integer",
            "The character after the last, so that text = clean_text[char_start:char_end].",
            minimum=1,
            unit="Unicode code points",
        ),
        Column(
            "text",
            "text",
            "The words as they stand in the document's clean text; in the open edition null where they may not be published.",
            excerpt=True,
        ),
    )


def evidence() -> tuple[Column, ...]:
    """The columns that say how a row was found and how sure that is."""
    return (
        Column("rule", "text", "The rule that found the row.", pattern=RULE),
        Column("confidence", "number", "How sure the rule is, 0 to 1.", minimum=0, maximum=1),
    )
