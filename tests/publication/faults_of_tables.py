"""Faults in Parquet files: columns, values, rows left out or doubled, keys that point nowhere.

What belongs here: the list; it follows from `schemas/`, so that a new table or column has its faults too.
"""

from collections.abc import Callable, Iterator
from functools import partial

import polars as pl
import pyarrow as pa
from planting import FILLED, PREFIXES, SEVERAL, Fault, file_of, first, in_file, in_rows

from pejlemaerker.publication.releases import DATABASE
from schemas import PUBLISHED, TABLES, Column

GONE = "findes-ikke"


def drop(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.tail(-1)


def double(rows: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([rows.head(1), rows])


def swap(rows: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([rows.slice(1, 1), rows.head(1), rows.tail(-2)])


def columns() -> Iterator[Fault]:
    def changed(table: str, name: str, says: str, change: Callable[[pa.Table], pa.Table], prefix: str = "") -> Fault:
        file = file_of(table, prefix)
        return in_file(name, "schema", file, says, lambda copy: copy.schema(file, change), "content")

    def field(table: pa.Table, name: str, change: Callable[[pa.Field], pa.Field]) -> pa.Table:
        schema = table.schema
        at = schema.get_field_index(name)
        return table.cast(schema.set(at, change(schema.field(at))))

    for table in PUBLISHED:
        strange = lambda data: data.append_column("remark", pa.nulls(data.num_rows, pa.string()))  # noqa: E731
        yield changed(table.name, "an undocumented column", "remark is not described", strange)
        last = table.names[-1]
        yield changed(
            table.name,
            "a missing column",
            f"{last} is missing",
            lambda data, last=last: data.drop_columns([last]),
            "open/",
        )
    for table in PUBLISHED[:6]:
        name = table.names[0]
        bare = partial(field, name=name, change=lambda item: item.remove_metadata())
        yield changed(table.name, "a column without description", f"{name} is not described as", bare, "open/")
        yield changed(
            table.name, "columns in another order", "another order", lambda data: data.select(data.column_names[::-1])
        )
        yield changed(
            table.name,
            "nulls allowed",
            f"{name} may hold nulls",
            partial(field, name=name, change=lambda item: item.with_nullable(True)),
        )
    for table, name, kind in (
        ("segments", "ordinal", pa.int32()),
        ("documents", "published", pa.string()),
        ("kpis", "value", pa.float32()),
        ("quotes", "text", pa.large_binary()),
    ):
        retyped = partial(field, name=name, change=lambda item, kind=kind: item.with_type(kind))
        yield changed(table, "another type", f"{name} is {kind}", retyped)
    yield changed(
        "people",
        "no description",
        "own description",
        lambda data: data.replace_schema_metadata({"schema_version": data.schema.metadata[b"schema_version"]}),
    )
    older = lambda data: data.replace_schema_metadata({**data.schema.metadata, b"schema_version": b"0.1.0"})  # noqa: E731
    yield Fault(
        "of an older schema",
        "schema",
        "parquet",
        "0.1.0",
        lambda copy: copy.schema(file_of("aliases"), older),
        frozenset("*"),
    )


def values() -> Iterator[Fault]:
    for table in FILLED:
        required = next(
            column for column in reversed(table.columns) if not column.optional and column.name not in table.key
        )
        yield in_rows("null in a required column", "schema", table.name, required.name, first(required.name, None))
        for column in table.columns:
            if column.enum:
                yield in_rows(
                    f"{column.name} not in its list", "schema", table.name, "skibskat", first(column.name, "skibskat")
                )
            elif column.maximum is not None and column.name != "excerpt_share":
                yield in_rows(f"{column.name} too large", "schema", table.name, column.name, first(column.name, 7.5))
            elif (
                column.pattern
                and not column.references
                and column.name not in table.key
                and column.name != "document_id"
            ):
                yield in_rows(
                    f"{column.name} of a wrong form", "schema", table.name, "Æ?", first(column.name, "Æ?"), "open/"
                )


def rows() -> Iterator[Fault]:
    for table in FILLED:
        for prefix in PREFIXES:
            place = f"{prefix}{DATABASE} {table.name}"
            yield in_rows("a dropped row", "database", table.name, "It holds", drop, prefix, place)
        yield in_rows("a doubled row", "schema", table.name, "repeat the key", double)
        yield in_rows("a dropped row, by hash", "counts", table.name, "content_sha256", drop, place=file_of("releases"))
    for table in SEVERAL:
        yield in_rows("swapped rows", "schema", table.name, "should stand before", swap)
        if table.name not in ("people", "positions", "documents"):
            yield in_rows(
                "swapped rows, in CSV", "csv", table.name, "is not that of", swap, place=file_of(table.name, kind="csv")
            )


def keys() -> Iterator[Fault]:
    for table in FILLED:
        for column in table.columns:
            if column.references and column.name not in table.key[:-1]:
                says = f"{table.name}.{column.name}"
                yield in_rows(f"{column.name} points nowhere", "keys", table.name, says, first(column.name, GONE))
            if _scoped(column) and column.name not in ("quote_id", "parent_quote_id"):
                other = pl.col(column.name).last()
                says = f"{column.name}: 1 identifiers are another document's"
                yield in_rows(
                    f"{column.name} of another document", "keys", table.name, says, first(column.name, other), "open/"
                )
    for table in ("mentions", "aliases"):
        yield in_rows("actor_id points nowhere", "keys", table, f"{table}.actor_id", first("actor_id", "p000000000000"))
    yield in_rows(
        "said nowhere",
        "keys",
        "positions",
        "are said nowhere",
        lambda data: data.with_columns(
            role=pl.lit("x"), person_id=pl.col("person_id").reverse(), organisation_id=pl.lit(None, pl.String)
        ),
    )


def _scoped(column: Column) -> bool:
    return (column.pattern or "").startswith(f"{TABLES['documents'].columns[0].pattern}-")
