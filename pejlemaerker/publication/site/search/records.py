"""What can be found: documents, and the quotes, recommendations, figures and initiatives in them, read part by part.

Only what this edition holds is read, so that nothing can be found by words that it withholds. Documents that repeat another are left
out. How words are brought to stems, and what a browser gets to see, is for the modules beside this one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import duckdb
import polars as pl

from pejlemaerker.publication.database.search.index import WORD
from pejlemaerker.publication.dataset import Range
from pejlemaerker.publication.site.context import Site

DOCUMENT = "document"  # the kind of the record that stands for a whole document
_SHOWN = 4_000  # characters of a document from which the browser shows those around the words that were asked for
_BETWEEN = "document_id >= $low AND document_id < $high"
_DOCUMENTS = f"""
SELECT document_id, title, kind AS text_kind, publisher, published, published_precision AS precision,
    (SELECT list(theme ORDER BY theme) FROM release.document_themes AS t WHERE t.document_id = d.document_id) AS themes
FROM release.documents AS d WHERE duplicate_of IS NULL AND {_BETWEEN} ORDER BY document_id"""
_PASSAGES = f"""
SELECT document_id, segment_number, s.kind, coalesce(excerpt, s.text) AS text
FROM (SELECT * FROM release.search_segments WHERE {_BETWEEN}) JOIN (SELECT * FROM release.segments WHERE {_BETWEEN}) AS s
USING (document_id, segment_id) ORDER BY segment_number"""
_STATEMENTS = f"""
SELECT s.document_id, s.char_start, s.row_id, s.kind, s.manner, s.role, s.other, s.words, coalesce(k.sentence, s.text, s.words) AS text,
    CASE WHEN s.kind IN ('quote', 'recommendation') THEN coalesce(p.name, s.who) END AS speaker, o.name AS organisation
FROM (SELECT * FROM statements WHERE {_BETWEEN}) AS s
LEFT JOIN release.people AS p USING (person_id) LEFT JOIN release.organisations AS o USING (organisation_id)
LEFT JOIN (SELECT * FROM release.kpis WHERE {_BETWEEN}) AS k ON k.kpi_id = s.row_id
ORDER BY s.document_id, s.char_start, s.kind, s.row_id"""
_SAID = ("text", "words", "other", "speaker", "role", "organisation")  # what a statement is found by


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents and what is found in them.

    `documents`: document_id, title, text_kind, publisher, published, precision, themes (a list). `records`: `record` (its number, from
    0 over all parts), document_id, row_id and char_start (null and -1 for the document itself, which comes before its statements), kind,
    manner, role, other, words, text, speaker, organisation. `words`: record, and in `word` each word it is found by, lower case.
    """

    documents: pl.DataFrame
    records: pl.DataFrame
    words: pl.DataFrame


def parts(site: Site) -> Iterator[Part]:
    """All that can be found, documents in the order of their identifiers."""
    first = 0
    for documents in site.dataset.ranges():
        part = _part(site.connection, documents, first)
        yield part
        first += part.records.height


def _part(connection: duckdb.DuckDBPyConnection, documents: Range, first: int) -> Part:
    bounds = {"low": documents.low or "", "high": documents.high or "~"}
    about, passages, statements = (frame(connection, sql, bounds) for sql in (_DOCUMENTS, _PASSAGES, _STATEMENTS))
    texts = (
        passages.filter(pl.col("kind") != "title")
        .group_by("document_id")
        .agg(pl.col("text").sort_by("segment_number").str.join(" "))
    )
    whole = about.select("document_id").join(texts, on="document_id", how="left", maintain_order="left")
    whole = whole.with_columns(
        char_start=pl.lit(-1, pl.Int64), kind=pl.lit(DOCUMENT), text=pl.col("text").str.slice(0, _SHOWN)
    )
    records = pl.concat([whole, statements], how="diagonal").sort("document_id", "char_start", "kind", "row_id")
    records = records.with_row_index("record", first)
    return Part(about, records, _words(about, passages, records))


def frame(connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, str] | None = None) -> pl.DataFrame:
    """What a query finds."""
    found = pl.from_arrow(connection.cursor().sql(sql, params=values).to_arrow_table())
    assert isinstance(found, pl.DataFrame)
    return found


def _words(documents: pl.DataFrame, passages: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """A document is found by all its words, those of its title counting once more; a statement by its own and by whose it is."""
    said = records.filter(pl.col("kind") != DOCUMENT).select(
        "record", pl.concat_str(_SAID, separator=" ", ignore_nulls=True).alias("text")
    )
    held = pl.concat(
        [documents.select("document_id", pl.col("title").alias("text")), passages.select("document_id", "text")]
    )
    numbers = records.filter(pl.col("kind") == DOCUMENT).select("document_id", "record")
    texts = pl.concat([said, held.join(numbers, on="document_id").select("record", "text")]).drop_nulls("text")
    words = texts.select("record", word=pl.col("text").str.to_lowercase().str.extract_all(WORD))
    return words.explode("word").drop_nulls("word").sort("record", maintain_order=True)
