"""Places of rows: segments follow one another inside their document, and the words of each row stand in its segment where it says.

A part of the documents is looked at at a time. What an edition may hold at all belongs to `rights`; whether the segments are
those of the article belongs to `sources`.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from ..dataset import DOCUMENT
from .editions import Edition
from .fault import Fault
from .words import differing, shown

Tables = Mapping[str, pl.DataFrame]
_begin, _end = pl.col("char_start"), pl.col("char_end")
_ANEW = "Build the release anew."
# By table the column that names a quote, and whether the row stands within it or shares words with it.
_INSIDE = {"quotes": ("parent_quote_id", True), "kpis": ("quote_id", False), "recommendations": ("quote_id", False)}


def span_faults(edition: Edition, part: Tables) -> Iterator[Fault]:
    """Rows of a part of the documents that do not stand where they say."""
    if not {"documents", "segments"} <= part.keys():
        return  # told as missing
    yield from _segment_faults(edition, part)
    segments = part["segments"].select(
        "document_id", "segment_id", "is_content", segment_start="char_start", segment_end="char_end", words="text"
    )
    for table in edition.by_document:
        if table.has_span and table.name != "segments":
            placed = part[table.name].join(segments, on=["document_id", "segment_id"], how="left")
            place = edition.place(f"parquet/{table.name}.parquet")
            yield from _row_faults(placed, place)
            yield from _quote_faults(table.name, part, place)
            if table.name == "kpis":
                yield from _sentence_faults(placed, place)


def _fault(wrong: pl.DataFrame, place: str, what: str) -> Iterator[Fault]:
    if wrong.height:
        row = wrong.row(0, named=True)
        said = f"{shown(row['text'])} at {row[DOCUMENT]} [{row['char_start']}:{row['char_end']}]"
        yield Fault("spans", place, f"{wrong.height} rows {what}, for example {said}. {_ANEW}")


def _segment_faults(edition: Edition, part: Tables) -> Iterator[Fault]:
    place = edition.place("parquet/segments.parquet")
    lengths = part["documents"].select(DOCUMENT, "n_chars")
    rows = part["segments"].join(lengths, on=DOCUMENT, how="left")
    yield from _fault(rows.filter(_begin >= _end), place, "end before they begin")
    long = pl.col("text").str.len_chars() != _end - _begin
    yield from _fault(rows.filter(long), place, "have more or fewer words than their span")
    yield from _fault(rows.filter(_end > pl.col("n_chars")), place, "end after their document does (n_chars)")
    after = _begin < _end.shift(1).over(DOCUMENT)
    yield from _fault(rows.filter(after), place, "begin before the segment above them ends")
    counted = pl.col("ordinal") != pl.int_range(1, pl.len() + 1).over(DOCUMENT)
    yield from _fault(
        rows.filter(counted), place, "do not follow the one above by number (a segment is missing or doubled)"
    )
    shown_where = pl.col("text").is_not_null() & ~pl.col("is_content")
    yield from _fault(rows.filter(shown_where), place, "are no content and show their words")
    if edition.name == "full":
        hidden = pl.col("text").is_null() & pl.col("is_content")
        yield from _fault(rows.filter(hidden), place, "are content and hold no words")
    empty = part["documents"].join(part["segments"], on=DOCUMENT, how="anti")
    if empty.height:
        yield Fault(
            "spans", place, f"{empty.height} documents have no segment, for example {empty[DOCUMENT][0]}. {_ANEW}"
        )


def _row_faults(placed: pl.DataFrame, place: str) -> Iterator[Fault]:
    outside = (
        ~pl.col("is_content").fill_null(value=False)
        | (_begin < pl.col("segment_start"))
        | (_end > pl.col("segment_end"))
        | (_begin >= _end)
    )
    yield from _fault(placed.filter(outside), place, "stand outside their segment, or it is no content")
    inside = placed.filter(~outside)
    there = pl.col("words").str.slice(_begin - pl.col("segment_start"), _end - _begin)
    yield from _fault(differing(inside, there, pl.col("text")), place, "do not stand at their span")
    unplaced = inside.filter(pl.col("words").is_null(), pl.col("text").str.len_chars() != _end - _begin)
    yield from _fault(unplaced, place, "have more or fewer words than their span")


def _sentence_faults(placed: pl.DataFrame, place: str) -> Iterator[Fault]:
    sentence = pl.col("sentence")
    for words, what in (("text", "do not hold the words of"), ("value_as_written", "do not hold the number of")):
        wrong = placed.filter(~sentence.str.contains(pl.col(words), literal=True))
        yield from _fault(wrong, place, f"have sentences that {what} the figure")
    lost = placed.filter(~pl.col("words").str.contains(sentence, literal=True))
    yield from _fault(lost, place, "have sentences that do not stand in their segment")


def _quote_faults(table: str, part: Tables, place: str) -> Iterator[Fault]:
    if table not in _INSIDE or "quotes" not in part:
        return
    column, within = _INSIDE[table]
    quotes = part["quotes"].select(quote="quote_id", quote_start="char_start", quote_end="char_end")
    rows = part[table].join(quotes, left_on=column, right_on="quote", how="inner")
    start, end = pl.col("quote_start"), pl.col("quote_end")
    apart = (_begin < start) | (_end > end) if within else (_begin >= end) | (_end <= start)
    yield from _fault(rows.filter(apart), place, f"do not stand in the quote that {column} names")
