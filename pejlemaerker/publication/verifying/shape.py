"""The outside of Parquet files: columns, types, order, nulls and descriptions are those of `schemas/`, and of this version of it.

The rows themselves belong to `rows`.
"""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import SCHEMA_VERSION, Table

from ..writing import described
from .editions import Edition
from .fault import Fault

_ANEW = "Build the release anew, or describe the change in schemas/."
_VERSION = b"schema_version"


def other_version(folder: Path) -> str | None:
    """The version of the schema that the release was made with, where it is not this program's; None where it is, or cannot be told."""
    for path in sorted((folder / "parquet").glob("*.parquet")):
        try:
            stated: str = (pq.read_schema(path).metadata or {}).get(_VERSION, b"").decode()
        except Exception:  # a broken file is told by its own check
            continue
        if stated and stated != SCHEMA_VERSION:
            return stated
    return None


def shape_faults(edition: Edition, table: Table) -> Iterator[Fault]:
    """What differs between the file of `table` and its description."""
    place = edition.place(f"parquet/{table.name}.parquet")
    there, wanted = pq.read_schema(edition.parquet(table.name)), described(table)
    names, expected = there.names, wanted.names
    for name in [name for name in names if name not in expected]:
        yield Fault("schema", place, f"The column {name} is not described in schemas/. {_ANEW}")
    for name in [name for name in expected if name not in names]:
        yield Fault("schema", place, f"The column {name} is missing. {_ANEW}")
    if len(set(names)) < len(names):
        yield Fault("schema", place, f"Two columns have the same name. {_ANEW}")
    if sorted(names) != sorted(expected):
        return
    if names != expected:
        yield Fault("schema", place, f"The columns stand in another order than in schemas/, from {names[0]}. {_ANEW}")
    for name in expected:
        yield from _field_faults(place, there.field(name), wanted.field(name))
    stated = {key: value for key, value in (there.metadata or {}).items() if key in wanted.metadata}
    if stated != wanted.metadata:
        yield Fault("schema", place, f"The table's own description is missing or another than in schemas/. {_ANEW}")


def _field_faults(place: str, there: pa.Field, wanted: pa.Field) -> Iterator[Fault]:
    if there.type != wanted.type:
        yield Fault("schema", place, f"The column {wanted.name} is {there.type}, not {wanted.type}. {_ANEW}")
    if there.nullable != wanted.nullable:
        what = "may hold nulls, and must not" if there.nullable else "may hold no nulls, and should"
        yield Fault("schema", place, f"The column {wanted.name} {what}. {_ANEW}")
    description = (wanted.metadata or {}).get(b"description")
    if (there.metadata or {}).get(b"description") != description:
        yield Fault("schema", place, f"The column {wanted.name} is not described as in schemas/. {_ANEW}")


def same_columns(edition: Edition, table: Table) -> bool:
    """Whether the rows of the file can be read as those of `table`, whatever is wrong with its descriptions."""
    try:
        there = pq.read_schema(edition.parquet(table.name))
    except Exception:  # told by `shape_faults`
        return False
    wanted = described(table)
    return bool(there.names == wanted.names and there.types == wanted.types)
