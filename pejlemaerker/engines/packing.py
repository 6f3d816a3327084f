"""Batches and what was found in them as Arrow tables of one row, in which they can travel: plain data, nothing that is run."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import polars as pl
import pyarrow as pa

from pejlemaerker.batches import Batch, Found, Tables
from pejlemaerker.storage.files import to_arrow

NUMBER = "number"


def packed_batch(number: int, batch: Batch, tables: Mapping[str, pl.DataFrame]) -> pa.Table:
    """A batch with the rows that it reads."""
    return _row(number, asdict(batch), tables)


def unpacked_batch(packed: pa.Table) -> tuple[int, Batch, Tables]:
    """The batch in `packed`, its number, and its rows by table."""
    number, said, tables = _unpacked(packed)
    return number, Batch(tuple(said["stages"]), tuple(said["raws"]), said["keys"], said["inputs"]), tables


def packed_found(number: int, found: Found) -> pa.Table:
    """What was found in the batch of that number."""
    said = {"stages": {stage: list(tables) for stage, tables in found.tables.items()}}
    rows = {name: frame for tables in found.tables.values() for name, frame in tables.items()}
    return _row(number, {**said, "failures": found.failures, "seconds": found.seconds}, rows)


def unpacked_found(packed: pa.Table) -> tuple[int, Found]:
    """What `packed` says was found, and in the batch of which number."""
    number, said, rows = _unpacked(packed)
    tables = {stage: {name: rows[name] for name in names} for stage, names in said["stages"].items()}
    return number, Found(tables, said["failures"], said["seconds"])


def _row(number: int, said: Mapping[str, object], tables: Mapping[str, pl.DataFrame]) -> pa.Table:
    rows = [_bytes(to_arrow(frame)) for frame in tables.values()]
    types = {
        NUMBER: pa.int64(),
        "said": pa.large_string(),
        "names": pa.list_(pa.string()),
        "rows": pa.list_(pa.large_binary()),
    }
    values = {NUMBER: [number], "said": [json.dumps(said)], "names": [list(tables)], "rows": [rows]}
    return pa.table(values, schema=pa.schema(types))


def _unpacked(packed: pa.Table) -> tuple[int, dict[str, Any], Tables]:
    (row,) = packed.to_pylist()
    return row[NUMBER], json.loads(row["said"]), dict(zip(row["names"], map(_frame, row["rows"]), strict=True))


def _bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _frame(content: bytes) -> pl.DataFrame:
    frame = pl.from_arrow(pa.ipc.open_stream(content).read_all())
    assert isinstance(frame, pl.DataFrame)
    return frame
