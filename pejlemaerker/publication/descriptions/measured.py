"""The table `quality` for people: how often the rules are wrong, as far as that was measured, and shares of a release's own rows."""

import polars as pl

from .tabulated import markdown

_COLUMNS = ("measured on", "measure", "value", "95 % interval", "n", "how to read it")
_RELEASE = "release"  # figures about the rows themselves, which say nothing of how right they are
_UNMEASURED = "How often the rules are wrong was not measured for this release; treat every row as unchecked."


def error_rates(quality: pl.DataFrame) -> str:
    """The figures measured on annotated documents as a table of markdown; a sentence where there are none."""
    rows = quality.filter(pl.col("measured_on") != _RELEASE)
    return markdown(_COLUMNS, map(_shown, rows.iter_rows(named=True))) if rows.height else _UNMEASURED


def shares(quality: pl.DataFrame) -> str:
    """The figures about the rows of the release as a table of markdown."""
    rows = quality.filter(pl.col("measured_on") == _RELEASE)
    return markdown(_COLUMNS[1:], (_shown(row)[1:] for row in rows.iter_rows(named=True)))


def _shown(row: dict[str, object]) -> tuple[object, ...]:
    low, high = row["low"], row["high"]
    interval = None if low is None or high is None else f"{low} to {high}"
    return row["measured_on"], f"`{row['measure']}`", row["value"], interval, row["n"], row["description"]
