"""How many rows there are of each kind, counted without holding a table: numbers for the page."""

from pathlib import Path

import polars as pl

from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.stages import STAGES, keys, packs
from schemas import PUBLISHED, Table

KIND = "kind"


def kinded(table: Table) -> bool:
    """Whether the rows of `table` are told apart by a kind."""
    return KIND in table.names and bool(table.column(KIND).enum)


def by_kind(dataset: Dataset) -> pl.DataFrame:
    """`table`, `kind` and `rows` for all tables whose rows have a kind, in the order of the schema."""
    found = [
        dataset.scan(table.name)
        .group_by(KIND)
        .agg(rows=pl.len())
        .select(table=pl.lit(table.name), kind=pl.col(KIND).cast(pl.String), rows=pl.col("rows").cast(pl.Int64))
        .sort("rows", KIND, descending=[True, False])
        .collect(engine="streaming")
        for table in PUBLISHED
        if kinded(table) and table.name in dataset.tables
    ]
    empty = pl.DataFrame(schema={"table": pl.String, "kind": pl.String, "rows": pl.Int64})
    return pl.concat([empty, *found])


def filed(store: Path, stage: str, raws: list[str]) -> dict[str, int]:
    """Rows that `stage` has filed of these sources: of each of its tables and, where they have kinds, of each kind of them."""
    there, found = packs(store, stage), dict[str, int]()
    known = there.index()
    wanted = [key for key in keys(store, stage, raws).values() if key in known]
    for table in STAGES[stage].tables:
        found[f"rows_{table.name}"] = 0
        column = KIND if kinded(table) else table.key[0]
        if kinded(table):
            found |= {f"{table.name}_{kind}": 0 for kind in table.column(KIND).enum}
        for pack, own in there.by_pack(wanted).items():
            rows = there.read_pack(table, pack, own, [column])
            found[f"rows_{table.name}"] += rows.height
            for kind, count in rows[column].value_counts().iter_rows() if kinded(table) else ():
                if kind is not None:
                    found[f"{table.name}_{kind}"] += count
    return found
