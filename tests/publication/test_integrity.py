"""What has to hold between tables: good tables pass, and each kind of fault is found and named.

What belongs here: `pejlemaerker.publication.integrity` on a made-up dataset. That a fault stops a run belongs to the
tests of the pipeline.
"""

import polars as pl
import pytest

from pejlemaerker.publication.comparison import DATA
from pejlemaerker.publication.integrity import (
    actor_faults,
    key_faults,
    schema_faults,
    span_faults,
)
from pejlemaerker.publication.privacy import private_faults
from schemas import TABLES

Tables = dict[str, pl.DataFrame]
SPANS = [table.name for table in DATA if table.has_span]
EXTRACTED = [name for name in SPANS if name != "segments"]
POINTERS = [(table.name, column.name) for table in DATA for column in table.columns if column.references]


def first_row(tables: Tables, name: str, **changed: object) -> Tables:
    """`tables` with some cells of the first content row of one of them changed."""
    rows = tables[name].to_dicts()
    at = next(i for i, row in enumerate(rows) if row.get("text", "") is not None)
    rows[at] |= changed
    return {**tables, name: TABLES[name].frame(rows)}


def one(found: list[str]) -> str:
    assert len(found) == 1, found
    return found[0]


def test_good_tables_pass(tables: Tables, texts: pl.DataFrame):
    assert schema_faults(tables) == []
    assert key_faults(tables) == []
    assert actor_faults(tables) == []
    assert span_faults(tables, texts) == []
    assert private_faults(tables) == []
    assert all(tables[name].height for name in {*SPANS, *(name for name, _ in POINTERS)})


def test_empty_tables_pass():
    empty = {table.name: table.frame() for table in DATA}
    none = pl.DataFrame(schema={"document_id": pl.String(), "clean_text": pl.String()})
    assert schema_faults(empty) + key_faults(empty) + actor_faults(empty) + span_faults(empty, none) == []


def test_a_table_that_breaks_its_schema_is_named(tables: Tables):
    said = one(schema_faults(first_row(tables, "kpis", comparator="omkring")))
    assert "kpis" in said and "comparator" in said and "omkring" in said


def test_every_table_that_breaks_its_schema_is_named(tables: Tables):
    broken = first_row(first_row(tables, "quotes", confidence=2.0), "mentions", kind="skib")
    assert len(schema_faults(broken)) == 2


@pytest.mark.parametrize(("table", "column"), POINTERS)
def test_a_key_that_points_to_no_row_is_named(tables: Tables, table: str, column: str):
    dangling = TABLES[table].sort(tables[table].with_columns(pl.lit("findes-ikke").alias(column)))
    found = [said for said in key_faults({**tables, table: dangling}) if said.startswith(f"{table}.{column}:")]
    assert f"{tables[table].height} values" in one(found) and "'findes-ikke'" in found[0]


def test_a_key_that_points_to_nothing_is_let_be(tables: Tables):
    assert key_faults(first_row(tables, "quotes", speaker_id=None)) == []


@pytest.mark.parametrize("table", ["mentions", "aliases"])
def test_an_actor_that_is_not_there_is_named(tables: Tables, table: str):
    dangling = tables[table].with_columns(pl.lit("p0").alias("actor_id"))
    said = one(actor_faults({**tables, table: dangling}))
    assert said.startswith(f"{table}.actor_id: {tables[table].height} values") and "'p0'" in said


def test_an_organisation_that_is_mentioned_is_an_actor_and_nobody_is_let_be(tables: Tables):
    for actor in ("m0001", None):
        assert actor_faults(first_row(tables, "mentions", actor_id=actor)) == []


@pytest.mark.parametrize("source", ["affiliations", "authors"])
def test_a_position_stands_on_an_affiliation_or_a_byline(tables: Tables, source: str):
    alone = {**tables, **{name: tables[name].head(0) for name in ("affiliations", "authors") if name != source}}
    assert actor_faults(alone) == []
    said = one(actor_faults({**alone, source: tables[source].head(0)}))
    assert said.startswith(f"positions: {tables['positions'].height} rows are said nowhere")


@pytest.mark.parametrize("table", SPANS)
@pytest.mark.parametrize(("start", "end"), [(1, 0), (0, 1), (1, 1), (-1, -1), (0, 5000), (5000, 5000)])
def test_a_row_that_does_not_stand_at_its_span_is_named(
    tables: Tables, texts: pl.DataFrame, table: str, start: int, end: int
):
    row = tables[table].filter(pl.col("text").is_not_null()).row(0, named=True)
    moved = first_row(tables, table, char_start=row["char_start"] + start, char_end=row["char_end"] + end)
    said = span_faults(moved, texts)[0]
    assert said.startswith(f"{table}: 1 rows do not stand at their span")
    assert row["text"][:20] in said and row["document_id"] in said


@pytest.mark.parametrize("table", SPANS)
def test_other_words_than_those_at_the_span_are_named(tables: Tables, texts: pl.DataFrame, table: str):
    assert f"{table}: 1 rows do not" in one(span_faults(first_row(tables, table, text="andre ord"), texts))


def test_offsets_counted_in_utf16_are_found_out(tables: Tables, texts: pl.DataFrame):
    """The ship in the title takes two places in UTF-16, one in code points."""
    shifted = tables["kpis"].with_columns(pl.col("char_start", "char_end") + 1)
    assert span_faults({**tables, "kpis": shifted}, texts)


def test_a_row_of_a_document_without_text_is_named(tables: Tables, texts: pl.DataFrame):
    assert len(span_faults(tables, texts.head(0))) == len(SPANS)


@pytest.mark.parametrize("table", EXTRACTED)
def test_a_row_in_a_segment_that_is_no_content_is_named(tables: Tables, texts: pl.DataFrame, table: str):
    document = tables[table]["document_id"][0]
    comment = tables["segments"].filter(document_id=document, kind="comment").row(0, named=True)
    text = texts.filter(document_id=document)["clean_text"][0]
    span = {"char_start": comment["char_start"], "char_end": comment["char_start"] + 4}
    words = text[span["char_start"] : span["char_end"]]
    moved = first_row(tables, table, segment_id=comment["segment_id"], text=words, **span)
    assert (
        one(span_faults(moved, texts)) == f"{table}: 1 rows stand outside a segment of content, for example {words!r}"
    )


@pytest.mark.parametrize("table", EXTRACTED)
def test_a_row_that_runs_out_of_its_segment_is_named(tables: Tables, texts: pl.DataFrame, table: str):
    document = tables[table]["document_id"][0]
    text = texts.filter(document_id=document)["clean_text"][0]
    whole = first_row(tables, table, char_start=0, char_end=len(text), text=text)
    assert f"{table}: 1 rows stand outside" in one(span_faults(whole, texts))


@pytest.mark.parametrize("table", EXTRACTED)
def test_a_row_in_no_segment_is_named(tables: Tables, texts: pl.DataFrame, table: str):
    assert f"{table}: 1 rows stand outside" in one(span_faults(first_row(tables, table, segment_id="ingen"), texts))
