"""The passages that can be found, with the words that an edition holds of each.

That is the text of a segment of content; where the edition withholds it, it is what stands in other tables of the same segment, put
together so that no word is counted twice. Nothing that the edition does not hold may come in here.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import polars as pl

from pejlemaerker.publication.dataset import BY_DOCUMENT, Dataset, Range
from schemas import KPIS, SEGMENTS

GAP = " … "
_NAMES = ("segments", "mentions", "affiliations")  # the segment itself, and names without a sentence around them
_TABLES = tuple(table for table in BY_DOCUMENT if table.has_span and table.name not in _NAMES)
_EXCERPTS = {"segment_id": pl.String(), "excerpt": pl.String()}
Piece = tuple[str, int, str]  # segment, first character in the clean text, words


def passages(dataset: Dataset, documents: Range) -> pl.DataFrame:
    """Columns document_id, segment_id, text and excerpt (null where `text` is that of the segment), in the order of `segments`.

    Documents that repeat another are left out.
    """
    originals = documents.of(dataset.scan("documents")).filter(pl.col("duplicate_of").is_null())
    segments = (
        documents.of(dataset.scan(SEGMENTS.name))
        .filter("is_content")
        .join(originals.select("document_id", "title"), on="document_id")
        .sort(SEGMENTS.key)
        .select("document_id", "segment_id", "kind", "char_start", "text", "title")
        .collect()
    )
    excerpts = _excerpts(dataset, documents, segments.filter(pl.col("text").is_null()))
    return (
        segments.join(excerpts, on="segment_id", how="left", maintain_order="left")
        .select("document_id", "segment_id", pl.coalesce("text", "excerpt").alias("text"), "excerpt")
        .drop_nulls("text")
    )


def _excerpts(dataset: Dataset, documents: Range, withheld: pl.DataFrame) -> pl.DataFrame:
    """Columns segment_id and excerpt: what other tables hold of the segments `withheld`, which have no text."""
    titles = withheld.filter(pl.col("kind") == "title").drop_nulls("title")
    pieces: list[Piece] = list(titles.select("segment_id", "char_start", "title").iter_rows()) if len(withheld) else []
    for table in _TABLES if len(withheld) else ():
        names = ("segment_id", "char_start", "text", *(["sentence"] if table is KPIS else []))
        rows = documents.of(dataset.scan(table.name)).select(names).collect()
        rows = rows.join(withheld.select("segment_id"), on="segment_id", how="semi")
        pieces += rows.select(names[:3]).drop_nulls("text").iter_rows()
        if table is KPIS:
            pieces += _sentences(rows.drop_nulls(["text", "sentence"]).iter_rows())
    groups = groupby(sorted(pieces), key=itemgetter(0))
    rows_found = [(segment, joined((start, words) for _, start, words in group)) for segment, group in groups]
    return pl.DataFrame(rows_found, schema=_EXCERPTS, orient="row")


def _sentences(figures: Iterable[tuple[str, int, str, str]]) -> Iterator[Piece]:
    """The sentences around figures: each begins as far before the figure as the figure stands in it."""
    for segment, start, figure, sentence in figures:
        if (before := sentence.find(figure)) >= 0:
            yield segment, start - before, sentence


def joined(pieces: Iterable[tuple[int, str]]) -> str:
    """The words of `pieces` (first character, words; in order) of one text: those that overlap run on, the others are joined by a gap."""
    text, end = "", None
    for start, words in pieces:
        if end is None or start > end:
            text += (GAP if end is not None else "") + words
        elif start + len(words) > end:
            text += words[end - start :]
        end = max(end or 0, start + len(words))
    return text
