"""The rows of one table: values keep the schema, rows are sorted and unique; and nothing private stands in any.

Looked at piece by piece, in the order of the file. What concerns several tables belongs to `between` and `spans`.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from schemas import Table
from schemas.validation import InvalidTableError, validate

from .. import privacy
from ..dataset import DOCUMENT, by_document
from .editions import Edition
from .fault import Fault

Tables = Mapping[str, pl.DataFrame]
_ANEW = "Build the release anew."


def row_faults(edition: Edition, table: Table) -> Iterator[Fault]:
    """What is wrong with the rows of `table`; of each kind the first piece in which it stands."""
    place = edition.place(f"parquet/{table.name}.parquet")
    before: pl.DataFrame | None = None
    told: set[str] = set()
    for piece in edition.dataset.pieces(table):
        for kind, found in (
            ("values", _broken_values(table, piece, place)),
            ("order", _out_of_order(table, piece, before, place)),
        ):
            faults = [] if kind in told else list(found)
            told |= {kind} if faults else set()
            yield from faults
        if not by_document(table):
            yield from private_faults(edition, {table.name: piece})
        before = piece.select(table.key).tail(1) if piece.height else before


def _broken_values(table: Table, piece: pl.DataFrame, place: str) -> Iterator[Fault]:
    try:
        validate(table, piece)
    except InvalidTableError as error:
        yield Fault("schema", place, f"{error}. {_ANEW}")


def private_faults(edition: Edition, tables: Tables, words: pl.DataFrame | None = None) -> Iterator[Fault]:
    """Contact details in `tables`; `words` are the segments with their words, among which a number that is cut off is judged."""
    texts = None
    if words is not None:
        known = words.drop_nulls("text").sort(DOCUMENT, "ordinal").group_by(DOCUMENT, maintain_order=True)
        texts = known.agg(clean_text=pl.col("text").str.join("\n"))
    for message in privacy.private_faults(tables, texts):
        place = edition.place(f"parquet/{message.partition('.')[0]}.parquet")
        yield Fault("privacy", place, f"{message}. Do not publish this release; report what was let through.")


def _out_of_order(table: Table, piece: pl.DataFrame, before: pl.DataFrame | None, place: str) -> Iterator[Fault]:
    keys = piece.select(table.key)
    if before is not None:
        keys = pl.concat([before, keys])
    wrong = keys.filter(~_follows(table.key).fill_null(value=True))
    if wrong.height:
        example = ", ".join(str(value) for value in wrong.row(0))
        text = f"{wrong.height} rows repeat the key of the row before or should stand before it, for example {example}. {_ANEW}"
        yield Fault("schema", place, text)


def _follows(key: tuple[str, ...]) -> pl.Expr:
    """Whether a row's key is greater than that of the row before; nulls come first."""
    first = pl.int_range(pl.len()) == 0
    after = pl.lit(value=False)
    for name in reversed(key):
        now, last = pl.col(name), pl.col(name).shift(1)
        greater = (now > last).fill_null(now.is_not_null() & last.is_null())
        after = greater | (now.eq_missing(last) & after)
    return first | after
