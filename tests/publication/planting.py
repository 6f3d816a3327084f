"""Faults planted in copies of a good release: what one is, how several share a copy, and the kinds that are made alike.

What belongs here: what the lists of faults (`faults_of_…`) have in common. How files are changed stands in `release_copy`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
from release_copy import Copy, Rows

from pejlemaerker.publication.comparison import DATA

PREFIXES = ("", "open/")
DESCRIPTIONS = ("datapackage.json", "croissant.json", "dcat.ttl", "CITATION.cff", "DATASHEET.md", "schema.json")
# Tables in which the sample has rows; and those in which it has several, since a single one cannot stand in the wrong order.
FILLED = [table for table in DATA if table.name != "corrections"]
SEVERAL = [table for table in FILLED if table.name not in ("organisations", "skipped")]
SPANNED = [table.name for table in FILLED if table.has_span and table.name != "segments"]


@dataclass(frozen=True)
class Fault:
    """One fault: the check that must name it with a `place` and words; `owns` are things no other fault of the same copy may touch.

    `when` says what is set right after it: content (hashes in descriptions and SHA256SUMS), description (SHA256SUMS) or raw (nothing).
    """

    name: str
    check: str
    place: str
    says: str
    plant: Callable[[Copy], None]
    owns: frozenset[str]
    when: str = "content"


def grouped(faults: list[Fault], most: int) -> list[list[Fault]]:
    """Faults that may lie in one copy, no more than so many: looking at a copy takes longer than planting in it."""
    groups: list[list[Fault]] = []
    for fault in faults:
        fits = (
            group
            for group in groups
            if len(group) < most
            and not any(fault.owns & other.owns or "*" in fault.owns | other.owns for other in group)
        )
        group = next(fits, None)
        if group is None:
            groups.append([fault])
        else:
            group.append(fault)
    return groups


def plant(copy: Copy, faults: list[Fault]) -> None:
    """Plant all of `faults`, and set right what each of them has set right."""
    for when, after in (("content", copy.describe), ("description", copy.sum), ("raw", None)):
        for fault in faults:
            if fault.when == when:
                fault.plant(copy)
        if after is not None:
            after()


def flipped(content: bytes) -> bytes:
    """`content` with one bit changed in its middle."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def first(column: str, value: object, where: pl.Expr | None = None) -> Rows:
    """Another value in a column of the first row, or of the first in which `where` holds."""

    def changed(rows: pl.DataFrame) -> pl.DataFrame:
        fits = rows.select(pl.lit(value=True) if where is None else where).to_series()
        at = fits.arg_max() if fits.len() == rows.height else 0
        here = pl.int_range(pl.len()) == at
        new = value if isinstance(value, pl.Expr) else pl.lit(value, rows.schema[column])
        return rows.with_columns(pl.when(here).then(new).otherwise(pl.col(column)).alias(column))

    return changed


def file_of(table: str, prefix: str = "", kind: str = "parquet") -> str:
    return f"{prefix}{kind}/{table}.{kind}"


def in_rows(
    name: str, check: str, table: str, says: str, change: Rows, prefix: str = "", place: str | None = None
) -> Fault:
    """A fault in the rows of a Parquet file."""
    file = file_of(table, prefix)
    # Versions and changes are looked at together, and what an edition may hold is told by the other.
    owns = {prefix + table} | ({"history"} if table in ("releases", "changes") else set())
    owns |= {table, f"open/{table}"} if check == "rights" else set()
    return Fault(
        f"{prefix}{table}: {name}", check, place or file, says, lambda copy: copy.rows(file, change), frozenset(owns)
    )


def in_file(
    name: str,
    check: str,
    file: str,
    says: str,
    plant: Callable[[Copy], None],
    when: str = "raw",
    place: str | None = None,
) -> Fault:
    """A fault of a whole file."""
    prefix = "open/" if file.startswith("open/") else ""
    owned = file.removeprefix(prefix).partition("/")[2].partition(".")[0] or file.removeprefix(prefix)
    return Fault(f"{file}: {name}", check, place or file, says, plant, frozenset({prefix + owned}), when)
