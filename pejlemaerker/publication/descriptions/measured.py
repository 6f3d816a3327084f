"""The table `quality` for people: how often the rules are wrong, as far as that was measured, and shares of a release's own rows."""

import polars as pl

from .tabulated import markdown

_COLUMNS = ("measure", "value", "95 % interval", "n", "how to read it")
_RELEASE = "release"  # figures about the rows themselves, which say nothing of how right they are
_READ = "In brackets the 95 % interval, and the number of rows. How to read each figure, and what each set is, stands in `quality`."
_UNMEASURED = "How often the rules are wrong was not measured for this release; treat every row as unchecked."


def error_rates(quality: pl.DataFrame) -> str:
    """The figures measured on annotated documents, a set of them a column, as a table of markdown; a sentence where there are none.

    Whole tables only: those of each kind of row, and precision and recall, stand in `quality`.
    """
    names = pl.col("measure").str.split(".")
    whole = (names.list.len() == 2) & ~names.list.last().is_in(["precision", "recall"])
    rows = quality.filter(pl.col("measured_on") != _RELEASE, pl.col("value").is_not_null(), whole)
    if not rows.height:
        return _UNMEASURED
    sets = rows["measured_on"].unique().sort().to_list()
    cells = {(row["measured_on"], row["measure"]): _cell(row) for row in rows.iter_rows(named=True)}
    lines = [
        (f"`{measure}`", *(cells.get((name, measure)) for name in sets)) for measure in rows["measure"].unique().sort()
    ]
    return f"{markdown(('measure', *sets), lines)}\n{_READ}"


def shares(quality: pl.DataFrame) -> str:
    """The figures about the rows of the release as a table of markdown."""
    rows = quality.filter(pl.col("measured_on") == _RELEASE)
    return markdown(_COLUMNS, map(_shown, rows.iter_rows(named=True)))


def _cell(row: dict[str, object]) -> str:
    return f"{row['value']} ({_interval(row)}; n = {row['n']})"


def _shown(row: dict[str, object]) -> tuple[object, ...]:
    return f"`{row['measure']}`", row["value"], _interval(row), row["n"], row["description"]


def _interval(row: dict[str, object]) -> str | None:
    low, high = row["low"], row["high"]
    return None if low is None or high is None else f"{low} to {high}"
