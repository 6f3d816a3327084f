"""The CSV files: read back as a reader would, each holds the rows of its Parquet file, in the same order.

Read in pieces. How CSV files are written belongs to `pejlemaerker.publication.csv_files`.
"""

from collections.abc import Iterator

import polars as pl
import pyarrow as pa
import pyarrow.csv as pc

from pejlemaerker.storage.files import to_arrow
from schemas import Table

from ..csv_files import guarded
from .editions import Edition
from .fault import Fault
from .words import shown

_BLOCK = 8_000_000  # bytes
_ANEW = "Write it anew from the Parquet file."


def csv_faults(edition: Edition, table: Table) -> Iterator[Fault]:
    """What differs between the CSV file of `table` and its Parquet file."""
    path, place = edition.folder / "csv" / f"{table.name}.csv", edition.place(f"csv/{table.name}.csv")
    schema = to_arrow(table.frame()).schema
    with path.open("rb") as file:
        header = file.readline().decode("utf-8").strip().replace('"', "").split(",")
    if header != table.names:
        yield Fault("csv", place, f"Its columns are not those of the table: {', '.join(header)[:100]}. {_ANEW}")
        return
    convert = pc.ConvertOptions(
        column_types=schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    reading, parsing = pc.ReadOptions(block_size=_BLOCK), pc.ParseOptions(newlines_in_values=True)
    with pc.open_csv(path, read_options=reading, parse_options=parsing, convert_options=convert) as batches:
        yield from _differences(table, place, _frames(batches), edition.dataset.pieces(table))


def _frames(batches: pc.CSVStreamingReader) -> Iterator[pl.DataFrame]:
    for batch in batches:
        frame = pl.from_arrow(pa.Table.from_batches([batch]))
        assert isinstance(frame, pl.DataFrame)
        yield frame


def _differences(
    table: Table, place: str, copies: Iterator[pl.DataFrame], rows: Iterator[pl.DataFrame]
) -> Iterator[Fault]:
    """The first row in which two streams of frames differ, which may be cut at different places; or what one has more."""
    done, copy, row = 0, table.frame(), table.frame()
    while True:
        copy = copy if copy.height else _next(copies, table)
        row = row if row.height else _next(rows, table)
        size = min(copy.height, row.height)
        if not size:
            break
        wrong = _unlike(copy.head(size), row.head(size).with_columns(guarded(pl.col(pl.String))))
        if wrong is not None:
            at, name, value = wrong
            yield Fault(
                "csv", place, f"Row {done + at + 1} is not that of the Parquet file: {name} is {shown(value)}. {_ANEW}"
            )
            return
        copy, row, done = copy.slice(size), row.slice(size), done + size
    if copy.height or row.height:
        what = "more" if copy.height else "fewer"
        yield Fault("csv", place, f"It has {what} rows than the Parquet file, from row {done + 1}. {_ANEW}")


def _next(pieces: Iterator[pl.DataFrame], table: Table) -> pl.DataFrame:
    """The next piece that holds rows; one without rows at the end."""
    return next((piece for piece in pieces if piece.height), table.frame())


def _unlike(copy: pl.DataFrame, rows: pl.DataFrame) -> tuple[int, str, object] | None:
    """Row, column and value of the first cell of `copy` that is not that of `rows`; None where there is none."""
    for name in copy.columns:
        same = copy[name].eq_missing(rows[name])
        if not same.all():
            at = same.arg_min()
            assert at is not None
            return at, name, copy[name][at]
    return None
