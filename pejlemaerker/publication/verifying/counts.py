"""Figures that a release states about itself: the hash of all its rows, the shares in `quality`.

Numbers of rows in the copies of tables belong to `database`, `csv_copies` and `described`.
"""

from collections.abc import Iterator

import polars as pl

from schemas import QUALITY

from ..comparison import DATA, content_sha256
from ..quality import quality
from .editions import Edition
from .fault import Fault

_ANEW = "Build the release anew."
_NEAR = 0.00005


def content_faults(edition: Edition) -> Iterator[Fault]:
    """Whether all rows have the hash that `releases` states."""
    stated = edition.about("content_sha256")
    if stated is None or not {table.name for table in DATA} <= set(edition.sound):
        return  # told as missing or broken
    if stated != content_sha256(edition.dataset):
        text = f"content_sha256: the rows are not those that the release was made of. {_ANEW}"
        yield Fault("counts", edition.place("parquet/releases.parquet"), text)


def quality_faults(edition: Edition) -> Iterator[Fault]:
    """Shares of this release's rows that are not what the rows give."""
    if not {QUALITY.name, *(table.name for table in DATA)} <= set(edition.sound):
        return
    on_release = pl.col("measured_on") == "release"
    stated = edition.dataset.whole(QUALITY.name).filter(on_release)
    counted = quality(edition.dataset).filter(on_release)
    both = counted.join(stated, on="measure", how="full", coalesce=True, suffix="_stated")
    apart = (pl.col("value") - pl.col("value_stated")).abs() > _NEAR
    unknown = pl.col("value").is_null() != pl.col("value_stated").is_null()
    wrong = both.filter(apart.fill_null(value=False) | unknown | ~pl.col("n").eq_missing(pl.col("n_stated")))
    for row in wrong.iter_rows(named=True):
        text = f"{row['measure']} is {row['value_stated']} of {row['n_stated']} rows there, and {row['value']} of {row['n']} in the tables."
        yield Fault("counts", edition.place("parquet/quality.parquet"), f"{text} {_ANEW}")


def releases_faults(edition: Edition) -> Iterator[Fault]:
    """The table `releases` holds one row, and that of this edition."""
    if "releases" not in edition.sound:
        return
    place, rows = edition.place("parquet/releases.parquet"), edition.dataset.whole("releases")
    if rows.height != 1:
        yield Fault(
            "counts", place, f"It holds {rows.height} rows, not the one that says what this release is. {_ANEW}"
        )
    elif rows["edition"][0] != edition.name:
        yield Fault(
            "counts", place, f"It says that this is the edition {rows['edition'][0]}, and it is {edition.name}. {_ANEW}"
        )
