"""What an edition may hold: the one for publication nothing that the full one does not, and each no more words than it says.

A part of the documents is looked at at a time. What the policy of rights allows is decided where editions are made
(`pejlemaerker.publication.editions`); here is looked at what came of it.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from schemas import Table

from ..dataset import DOCUMENT
from .editions import Edition
from .fault import Fault
from .words import MASK, differing, shown

Tables = Mapping[str, pl.DataFrame]
_ANEW = "Do not publish this edition; build the release anew."
_NEAR = 0.0001  # shares are rounded
# Words of the text without a place of their own.
_LOOSE = (
    ("kpis", "sentence"),
    ("kpis", "subject"),
    ("recommendations", "addressee"),
    ("recommendations", "heading"),
)
_OWN = frozenset({"licence", "rights_basis", "excerpt_share"})  # columns that each edition fills by itself


def edition_faults(edition: Edition, part: Tables, full: Tables) -> Iterator[Fault]:
    """Rows and cells of a part of the open edition that are not those of the full one, masked or withheld."""
    for table in edition.by_document:
        if table.name in full and table.name in part:
            yield from _table_faults(table, edition.place(f"parquet/{table.name}.parquet"), part, full)


def _table_faults(table: Table, place: str, part: Tables, full: Tables) -> Iterator[Fault]:
    key = list(dict.fromkeys([DOCUMENT, table.key[-1]]))
    rows, whole = part[table.name], full[table.name]
    strange = rows.join(whole, on=key, how="anti")
    if strange.height:
        example = strange[table.key[-1]][0]
        text = f"{strange.height} rows are not in the full edition, for example {example} of {strange[DOCUMENT][0]}"
        yield Fault("rights", place, f"{text}. {_ANEW}")
    both = rows.join(whole, on=key, how="inner", suffix="_full")
    for column in table.columns:
        if column.name not in (*key, *_OWN):
            yield from _cell_faults(both, column.name, place, spanned=column.name == "text" and table.has_span)


def _cell_faults(both: pl.DataFrame, name: str, place: str, *, spanned: bool) -> Iterator[Fault]:
    here, there = pl.col(name), pl.col(f"{name}_full")
    if both.schema[name] != pl.String():
        wrong = both.filter(here.is_not_null(), ~here.eq_missing(there))
    elif spanned:
        wrong = differing(both.filter(here.is_not_null()), here, there.fill_null(""))
    else:  # a name is masked there without regard to places
        wrong = both.filter(here.is_not_null(), ~here.eq_missing(there), ~here.str.contains(MASK, literal=True))
    if wrong.height:
        row = wrong.row(0, named=True)
        text = f"{name}: {wrong.height} values are not those of the full edition, for example {shown(row[name])} in {row[DOCUMENT]}"
        yield Fault("rights", place, f"{text}. {_ANEW}")


def share_faults(edition: Edition, part: Tables) -> Iterator[Fault]:
    """Documents of which another share of characters stands in the edition than they say.

    Rows with places are counted to the character. What has none (a title; sentences, subjects and addressees where the segments are
    withheld) may lie in these or anywhere else: the share may be as much larger.
    """
    if not {"documents", "segments"} <= part.keys():
        return
    title = pl.col("title").str.len_chars().fill_null(0)
    counted = part["documents"].select(DOCUMENT, "n_chars", "excerpt_share", title=title)
    for name, frame in (("placed", _covered(pl.concat(list(_spans(edition, part))))), ("loose", _loose(part))):
        counted = counted.join(frame.rename({"covered": name}), on=DOCUMENT, how="left")
    placed, loose = (pl.col(name).fill_null(0) for name in ("placed", "loose"))
    shares = counted.with_columns(
        low=placed / pl.col("n_chars"), high=(placed + loose + pl.col("title")) / pl.col("n_chars")
    )
    stated = pl.col("excerpt_share")
    wrong = shares.filter((stated < pl.col("low") - _NEAR) | (stated > pl.col("high") + _NEAR))
    if wrong.height:
        row = wrong.row(0, named=True)
        text = f"excerpt_share: {wrong.height} documents state another share than stands in this edition, for example "
        text += f"{row[DOCUMENT]}: {row['excerpt_share']:.4f}, counted {row['low']:.4f} to {row['high']:.4f}"
        yield Fault("rights", edition.place("parquet/documents.parquet"), f"{text}. {_ANEW}")


def _spans(edition: Edition, part: Tables) -> Iterator[pl.DataFrame]:
    """Places of the rows that show their words."""
    for table in edition.by_document:
        if table.has_span and table.name in part:
            yield (
                part[table.name]
                .filter(pl.col("text").is_not_null())
                .select(DOCUMENT, start="char_start", end="char_end")
            )


def _loose(part: Tables) -> pl.DataFrame:
    """How many characters columns without places may show of each document whose segments are withheld."""
    shown = part["segments"].drop_nulls("text")
    lengths = [
        part[table].select(DOCUMENT, covered=pl.col(column).str.len_chars().fill_null(0).cast(pl.Int64()))
        for table, column in _LOOSE
        if table in part
    ]
    none = part["documents"].select(DOCUMENT, covered=pl.lit(0, pl.Int64()))
    return (
        pl.concat([none, *lengths]).join(shown, on=DOCUMENT, how="anti").group_by(DOCUMENT).agg(pl.col("covered").sum())
    )


def _covered(spans: pl.DataFrame) -> pl.DataFrame:
    """How many characters of each document the spans cover together, each counted once."""
    ordered = spans.sort(DOCUMENT, "start", "end")
    reached = pl.col("end").cum_max().shift(1).over(DOCUMENT).fill_null(0)
    fresh = (pl.col("end") - pl.max_horizontal(pl.col("start"), reached)).clip(lower_bound=0)
    return ordered.with_columns(fresh=fresh).group_by(DOCUMENT).agg(covered=pl.col("fresh").sum())
