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


def to_arrow(frame: pl.DataFrame) -> pa.Table:
    """`frame` as an Arrow table without the string views that older readers do not know."""
    return frame.rechunk().to_arrow(compat_level=pl.CompatLevel.oldest())
