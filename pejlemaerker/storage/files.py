"""Writing files so that a reader sees the whole new file or the whole old one, also after a crash."""

import os
import uuid
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

ROW_GROUP_SIZE = 64_000
TEMPORARY = ".tmp-"


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new file beside `path`, flush it to disk and put it in the place of `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{TEMPORARY}{uuid.uuid4().hex}-{path.name}")
    try:
        write(beside)
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


def write_parquet(path: Path, table: pa.Table) -> None:
    """Write `table` as Parquet; the same table always gives the same bytes."""
    write_whole(path, lambda beside: pq.write_table(table, beside, compression="zstd", row_group_size=ROW_GROUP_SIZE))


def to_arrow(frame: pl.DataFrame) -> pa.Table:
    """`frame` as an Arrow table with plain strings, which every reader of Parquet knows."""
    table = frame.to_arrow()
    plain = [field.with_type(_plain(field.type)) for field in table.schema]
    return table.cast(pa.schema(plain)).combine_chunks()


def _plain(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    if pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind):
        return pa.large_binary()
    return kind
