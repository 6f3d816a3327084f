"""Rows of very many documents, spread over parts that each fit in memory: the first half of sorting them.

A part is a file in a folder of its own, to which rows are added as they come.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import polars as pl
import pyarrow as pa

from pejlemaerker.storage.files import to_arrow

PART = "_part"
_BUNDLE = 40_000  # rows
_PACKED = pa.ipc.IpcWriteOptions(compression="lz4")


def _bundled(pieces: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The rows of `pieces` in fewer of them: a piece is cut into as many as there are parts, and each cut has its price."""
    bundle: list[pl.DataFrame] = []
    for piece in pieces:
        bundle.append(piece)
        if sum(item.height for item in bundle) >= _BUNDLE:
            yield pl.concat(bundle)
            bundle = []
    if bundle:
        yield pl.concat(bundle)


class Spread:
    """Tables in `folder`, which is made and in the end removed; each part of each table a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> "Spread":
        self._folder.mkdir(parents=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, name: str, empty: pl.DataFrame, pieces: Iterable[pl.DataFrame], parts: int) -> None:
        """File the rows of a table by the number in their column `_part`; `empty` is the table without rows and that column."""
        schema = to_arrow(empty).schema
        with ExitStack() as stack:
            writers = [
                stack.enter_context(pa.ipc.new_file(self._file(name, part), schema, options=_PACKED))
                for part in range(parts)
            ]
            for piece in _bundled(pieces):
                for (part,), rows in piece.partition_by(PART, as_dict=True, include_key=False).items():
                    writers[int(part)].write_table(to_arrow(rows.select(empty.columns)))

    def read(self, name: str, part: int, columns: Sequence[str] | None = None) -> pl.DataFrame:
        """The rows of a part, or some of their columns, in the order in which they came."""
        lazy = pl.scan_ipc(self._file(name, part), glob=False)
        return (lazy.select(columns) if columns else lazy).collect()

    def replace(self, name: str, part: int, rows: pl.DataFrame) -> None:
        """File `rows` in place of those of a part."""
        table = to_arrow(rows)
        with pa.ipc.new_file(self._file(name, part), table.schema, options=_PACKED) as writer:
            writer.write_table(table)

    def _file(self, name: str, part: int) -> Path:
        return self._folder / f"{name}.{part:05d}.arrow"
