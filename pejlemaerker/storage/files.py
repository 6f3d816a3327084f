"""Writing files so that a reader sees the whole new file or the whole old one, also after a crash."""

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

ROW_GROUP_SIZE = 64_000
TEMPORARY = ".tmp-"


def write_whole(path: Path, write: Callable[[Path], None], *, durable: bool = True) -> None:
    """Let `write` fill a new file beside `path` and put it in the place of `path`.

    With `durable` it is on disk first, so that a power cut leaves the old file or the new one; what the next run makes
    anew anyway can do without.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{TEMPORARY}{uuid.uuid4().hex}-{path.name}")
    try:
        write(beside)
        if durable:
            with beside.open("rb") as file:
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with the line ends it has."""

    def write(beside: Path) -> None:
        beside.write_bytes(text.encode("utf-8"))

    write_whole(path, write)


def write_parquet(path: Path, table: pa.Table, *, durable: bool = True) -> None:
    """Write `table` as Parquet; the same table always gives the same bytes."""

    def write(beside: Path) -> None:
        pq.write_table(table, beside, compression="zstd", row_group_size=ROW_GROUP_SIZE)

    write_whole(path, write, durable=durable)


def read_parquet(path: Path, columns: list[str] | None = None) -> pl.DataFrame:
    """The table in the file `path`, or those of its `columns`, whatever marks its name holds."""
    return pl.read_parquet(path, columns=columns, glob=False)


def scan_parquet(path: Path) -> pl.LazyFrame:
    """The table in the file `path`, of which only what is asked for will be read."""
    return pl.scan_parquet(path, glob=False)


def read_groups(path: Path) -> Iterator[pl.DataFrame]:
    """The rows of the table in the file `path`, group by group as it was written; one empty frame where there are none."""
    with pq.ParquetFile(path) as file:
        if not file.num_row_groups:
            yield _frame(file.schema_arrow.empty_table())
        for i in range(file.num_row_groups):
            yield _frame(file.read_row_group(i))


def _frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    return frame


def n_rows(path: Path) -> int:
    """The number of rows of the table in the file `path`."""
    return int(pq.read_metadata(path).num_rows)


def write_parquet_stream(
    path: Path,
    schema: pa.Schema,
    pieces: Iterable[pa.Table],
    *,
    rows: int | None = ROW_GROUP_SIZE,
    durable: bool = True,
) -> None:
    """Write `pieces`, one after another, as one Parquet file, in groups of so many `rows`; with None each piece is a group.

    With a number the same rows give the same bytes however they are cut into pieces.
    """

    def write(beside: Path) -> None:
        with ParquetStream(beside, schema, rows) as stream:
            for piece in pieces:
                stream.add(piece)

    write_whole(path, write, durable=durable)


class ParquetStream:
    """A Parquet file that grows piece by piece, in groups of so many `rows`; with None each piece is a group."""

    def __init__(self, path: Path, schema: pa.Schema, rows: int | None = ROW_GROUP_SIZE) -> None:
        self._path, self._schema, self._rows = path, schema, rows
        self._rest = schema.empty_table()

    def __enter__(self) -> "ParquetStream":
        self._writer = pq.ParquetWriter(self._path, self._schema, compression="zstd")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._rest.num_rows:
            self._write(self._rest)
        self._writer.close()

    def add(self, piece: pa.Table) -> None:
        """Write the rows of `piece` after those before."""
        if self._rows is None:
            self._write(piece)
            return
        self._rest = pa.concat_tables([self._rest, pa.Table.from_arrays(piece.columns, schema=self._schema)])
        while self._rest.num_rows >= self._rows:
            self._write(self._rest.slice(0, self._rows))
            self._rest = self._rest.slice(self._rows)

    def _write(self, group: pa.Table) -> None:
        self._writer.write_table(group.combine_chunks(), row_group_size=self._rows)


def to_arrow(frame: pl.DataFrame) -> pa.Table:
    """`frame` as an Arrow table without the string views that older readers do not know."""
    return frame.rechunk().to_arrow(compat_level=pl.CompatLevel.oldest())
