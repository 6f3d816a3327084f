"""Pandera checks made from the tables' descriptions.

Always on a DataFrame: on a LazyFrame pandera looks at names and types alone. What concerns several tables (keys that
point to other tables, spans against texts) belongs to `pejlemaerker.publication.integrity`.
"""

from functools import cache

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from ._model import TYPES, Column, Table

_SHOWN = 120


class InvalidTableError(ValueError):
    """A table breaks its schema; the message names the table, the column, the check and some of the values."""


def validate(table: Table, frame: pl.DataFrame, filed_under: str | None = None) -> pl.DataFrame:
    """`frame` unchanged, if it keeps the schema of `table`; raises InvalidTableError otherwise.

    `filed_under` names a text column in front of the table's own, within which rows have to be unique: in the store two
    sources may turn out to be one document.
    """
    try:
        pandera_schema(table, filed_under).validate(frame, lazy=True)
    except SchemaErrors as error:
        raise InvalidTableError(_message(table, error.failure_cases)) from None
    _unique(table, frame, [*([filed_under] if filed_under else []), *table.key])
    return frame


def _unique(table: Table, frame: pl.DataFrame, key: list[str]) -> None:
    """Raise InvalidTableError if rows share their `key`. Pandera's own check gives whole rows and stops at columns of bytes."""
    repeated = frame.filter(frame.select(key).is_duplicated())
    if repeated.height:
        example = dict(zip(key, repeated.select(key).row(0), strict=True))
        raise InvalidTableError(
            f"table {table.name}: {repeated.height} rows share a key\n  {', '.join(key)}: unique, for example {_short(example)}"
        )


@cache
def pandera_schema(table: Table, filed_under: str | None = None) -> pa.DataFrameSchema:
    """The pandera schema of `table`: exactly its columns, in order."""
    first = {filed_under: pa.Column(TYPES["text"])} if filed_under else {}
    columns = first | {column.name: _pandera_column(column) for column in table.columns}
    return pa.DataFrameSchema(columns, strict=True, ordered=True, name=table.name)


def _pandera_column(column: Column) -> pa.Column:
    checks = []
    if column.enum:
        checks.append(pa.Check.isin(column.enum))
    if column.pattern:
        checks.append(pa.Check.str_matches(rf"^(?:{column.pattern})$"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum))
    return pa.Column(TYPES[column.type], checks=checks, nullable=column.optional)


def _message(table: Table, failures: pl.DataFrame) -> str:
    shown = failures.select("column", "check", "failure_case").unique(maintain_order=True).head(5)
    lines = [f"  {column or 'key'}: {check}, for example {_short(value)}" for column, check, value in shown.iter_rows()]
    return f"table {table.name}: {failures.height} values break the schema\n" + "\n".join(lines)


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + " …"
