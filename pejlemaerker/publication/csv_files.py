"""The tables as CSV: UTF-8, a header, RFC 4180 (CRLF between rows), null as an empty field and an empty text as "".

A spreadsheet takes a cell that begins with = + - @ for a formula. A text that does gets an apostrophe in front, and so does one that
begins with an apostrophe or with a tab or line break; `plain` takes it away again. A single such character is no formula and stays.
Numbers, dates and flags are never touched. Nothing of a table but its files belongs here.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import polars as pl

from pejlemaerker.storage.files import read_groups, write_whole

from .formulas import GUARD, PATTERN

PROTECTED = (
    "A text that begins with = + - @ ' or a tab or line break has an apostrophe put in front, so that no spreadsheet takes it for a "
    "formula; take one leading apostrophe away to have it as it was."
)


def write_csv(folder: Path) -> None:
    """Write `csv/<table>.csv` for every `parquet/<table>.parquet` in `folder`; the same table always gives the same bytes."""
    for source in sorted((folder / "parquet").glob("*.parquet")):
        write_whole(folder / "csv" / f"{source.stem}.csv", partial(_write, source))


def read_csv(path: Path, schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """The whole table in the file `path` with the types of `schema`, as it was before it was written."""
    frame = pl.read_csv(path, schema=schema)
    return frame.with_columns(plain(pl.col(pl.String)))


def guarded(column: pl.Expr) -> pl.Expr:
    """A text column in which no cell can be taken for a formula."""
    return column.str.replace(PATTERN, GUARD + "${0}")


def plain(column: pl.Expr) -> pl.Expr:
    """A text column as it was before `guarded`."""
    return column.str.strip_prefix(GUARD)


def _write(source: Path, path: Path) -> None:
    with path.open("wb") as file:
        for number, piece in enumerate(_pieces(source)):
            piece.write_csv(file, include_header=number == 0, line_terminator="\r\n")


def _pieces(source: Path) -> Iterator[pl.DataFrame]:
    for piece in read_groups(source):
        yield piece.with_columns(guarded(pl.col(pl.String)))
