"""The tables' descriptions: complete, in one style, pointing to what is there, and checked for real.

What belongs here: what holds for every table of `schemas/`, and that data which breaks a description is refused by name.
Nothing here lists the columns again, but for those that the published design promises.
"""

import re
from datetime import date
from typing import Any

import polars as pl
import pytest

from schemas import PUBLISHED, TABLES, Column, Table
from schemas._model import TYPES
from schemas.validation import InvalidTableError, validate

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PLAIN: dict[str, Any] = {
    "text": "ord",
    "integer": 1,
    "number": 0.5,
    "flag": True,
    "date": date(2024, 5, 1),
    "bytes": b"x",
}
# What the design promises to those who query the dataset; a table may hold more, none of these may go.
PROMISED = {
    "documents": "document_id source_path raw_sha256 text_sha256 title kind publisher published published_precision "
    "language n_chars n_words duplicate_of",
    "authors": "document_id ordinal name role organisation person_id organisation_id",
    "segments": "document_id segment_id ordinal kind list_number section text is_content char_start char_end",
    "quotes": "quote_id kind speaker speaker_role speaker_organisation speaker_party speaker_id organisation_id cue "
    "attribution parent_quote_id",
    "recommendations": "recommendation_id kind issuer issuer_id addressee strength heading list_number quote_id",
    "kpis": "kpi_id kind value value_high unit comparator subject organisation organisation_id period value_as_written "
    "sentence quote_id",
    "initiatives": "initiative_id name kind organisation organisation_id",
    "mentions": "mention_id surface actor_id",
    "themes": "theme name name_english description",
    "theme_words": "theme_word_id theme entry weight",
    "document_themes": "document_id theme rank words entries segments in_title score rule confidence",
    "people": "person_id name",
    "organisations": "organisation_id name kind municipality_code region_code valid_from valid_to",
    "aliases": "actor_id alias how score n_documents",
    "affiliations": "affiliation_id document_id surface role organisation party person_id organisation_id party_id",
    "positions": "person_id organisation_id role n_documents first_seen last_seen",
    "skipped": "source_path reason",
    "releases": "version schema_version",
    "quality": "measure value n",
    "changes": "table_name row_id change reason",
}
EXTRACTED = ("quotes", "recommendations", "kpis", "initiatives", "mentions", "affiliations", "theme_words")
TRACED = ("document_id", "segment_id", "char_start", "char_end", "text", "rule", "confidence")


def name_of(value: object) -> str:
    return value.name if isinstance(value, Table | Column) else ""


each_table = pytest.mark.parametrize("table", TABLES.values(), ids=name_of)
each_column = pytest.mark.parametrize(("table", "column"), COLUMNS, ids=name_of)


def matching(pattern: str) -> str:
    """A value that `pattern` takes, found among a few shapes: every pattern of the schemas has one."""
    number = "0123456789abcdef" * 4
    shapes = [
        "da",
        "ord",
        "A",
        "DKK",
        "0101",
        "1.2.3",
        number[:12],
        number[:16],
        number,
        "p" + number[:12],
        "n" + number[:12],
        "c" + number[:12],
        "m0101",
    ]
    shapes += [f"d{number[:16]}", *(f"d{number[:16]}-{letter}{number[:12]}" for letter in "sqrkimat")]
    return next(shape for shape in shapes if re.fullmatch(pattern, shape))


def value(column: Column) -> object:
    if column.enum:
        return column.enum[0]
    if column.pattern:
        return matching(column.pattern)
    if column.minimum is not None and column.type == "integer":
        return int(column.minimum)
    return PLAIN[column.type]


def row(table: Table, **changed: object) -> dict[str, Any]:
    return table.row(**{column.name: value(column) for column in table.columns} | changed)


def alone(table: Table, column: Column) -> Table:
    """`table` with one of its columns only: what is checked of a column is checked so in a tenth of the time."""
    return Table(table.name, table.description, (column.name,), (column,))


def refusal(table: Table, frame: pl.DataFrame) -> str:
    with pytest.raises(InvalidTableError) as caught:
        validate(table, frame)
    return str(caught.value)


# descriptions


@each_table
def test_each_table_is_described_and_named_in_one_style(table: Table):
    assert table.description.endswith(".") and table.description[0].isupper()
    assert SNAKE.fullmatch(table.name)
    assert len(set(table.names)) == len(table.names)
    assert TABLES[table.name] is table


@each_column
def test_each_column_is_described_and_named_in_one_style(table: Table, column: Column):
    assert column.description.endswith(".") and len(column.description) > 3
    assert SNAKE.fullmatch(column.name)
    assert column.type in TYPES
    assert all(text and text == text.strip() for text in column.enum)
    assert len(set(column.enum)) == len(column.enum)
    assert column.pattern is None or re.compile(column.pattern)


@each_column
def test_bounds_stand_on_numbers_and_patterns_and_enums_on_text(table: Table, column: Column):
    if column.minimum is not None or column.maximum is not None or column.unit:
        assert column.type in ("integer", "number")
    if column.enum or column.pattern:
        assert column.type == "text"


@each_table
def test_each_key_names_columns_of_its_table(table: Table):
    assert table.key and set(table.key) <= set(table.names)


@pytest.mark.parametrize(("table", "column"), [pair for pair in COLUMNS if pair[1].references], ids=name_of)
def test_each_reference_points_to_a_column_of_the_same_type_in_a_published_table(table: Table, column: Column):
    target, _, name = str(column.references).partition(".")
    there = TABLES[target].column(name)
    assert there.type == column.type
    assert TABLES[target].published
    assert name == there.name and not there.optional


def test_the_tables_of_the_design_are_all_there_and_published():
    assert set(PROMISED) <= {table.name for table in PUBLISHED}
    for name, columns in PROMISED.items():
        assert set(columns.split()) <= set(TABLES[name].names), name


@pytest.mark.parametrize("name", EXTRACTED)
def test_each_extracted_row_can_be_traced(name: str):
    assert set(TRACED) <= set(TABLES[name].names)
    assert TABLES[name].has_span
    assert not any(TABLES[name].column(column).optional for column in TRACED)


def test_published_tables_hold_no_bytes_and_what_stays_in_the_store_is_not_published():
    assert {table.name for table in PUBLISHED} == {table.name for table in TABLES.values() if table.published}
    assert not [column for table in PUBLISHED for column in table.columns if column.type == "bytes"]


# rows and frames


@each_table
def test_a_row_refuses_a_column_that_the_table_does_not_have(table: Table):
    with pytest.raises(KeyError, match=f"{table.name} has no column farve"):
        table.row(farve="grøn")
    with pytest.raises(KeyError, match=f"{table.name} has no column farve"):
        table.column("farve")


@each_table
def test_a_row_has_every_column_and_nulls_where_nothing_is_said(table: Table):
    assert list(table.row()) == table.names
    assert set(table.row().values()) == {None}


def test_a_frame_is_sorted_by_key_whatever_the_order_of_its_rows():
    table = TABLES["authors"]
    rows = [row(table, ordinal=n) for n in (3, 1, 2)]
    assert table.frame(rows)["ordinal"].to_list() == [1, 2, 3]
    assert table.frame(rows).equals(table.frame(reversed(rows)))
    assert table.frame().schema == pl.Schema(table.polars)


# checks: good data passes, and for each kind of check bad data fails by name


@each_table
def test_good_data_passes(table: Table):
    frame = table.frame([row(table)])
    assert validate(table, frame) is frame
    validate(table, table.frame())


@each_column
def test_a_value_of_another_type_is_refused(table: Table, column: Column):
    table = alone(table, column)
    other = pl.lit("ord") if column.type != "text" else pl.lit(7)
    said = refusal(table, table.frame([row(table)]).with_columns(other.alias(column.name)))
    assert f"table {table.name}:" in said and f"  {column.name}: dtype" in said


@each_column
def test_nulls_are_refused_but_where_a_column_is_optional(table: Table, column: Column):
    table = alone(table, column)
    frame = table.frame([row(table, **{column.name: None})])
    if column.optional:
        validate(table, frame)
    else:
        said = refusal(table, frame)
        assert f"table {table.name}:" in said and f"  {column.name}: not_nullable" in said


@pytest.mark.parametrize(("table", "column"), [pair for pair in COLUMNS if pair[1].enum], ids=name_of)
def test_a_value_outside_an_enum_is_refused(table: Table, column: Column):
    table = alone(table, column)
    said = refusal(table, table.frame([row(table, **{column.name: "noget andet"})]))
    assert f"table {table.name}:" in said and f"  {column.name}: isin" in said and "'noget andet'" in said


@pytest.mark.parametrize(("table", "column"), [pair for pair in COLUMNS if pair[1].pattern], ids=name_of)
def test_a_value_that_keeps_no_pattern_is_refused_also_where_a_part_of_it_would_do(table: Table, column: Column):
    table = alone(table, column)
    for wrong in (f"!{value(column)}", f"{value(column)}\n"):
        said = refusal(table, table.frame([row(table, **{column.name: wrong})]))
        assert f"table {table.name}:" in said and f"  {column.name}: str_matches" in said


@pytest.mark.parametrize(("table", "column"), [pair for pair in COLUMNS if pair[1].minimum is not None], ids=name_of)
def test_a_value_below_the_minimum_is_refused(table: Table, column: Column):
    table = alone(table, column)
    assert column.minimum is not None
    wrong = column.minimum - (1 if column.type == "integer" else 0.001)
    said = refusal(table, table.frame([row(table, **{column.name: type(PLAIN[column.type])(wrong)})]))
    assert f"table {table.name}:" in said and f"  {column.name}: greater_than_or_equal_to" in said


@pytest.mark.parametrize(("table", "column"), [pair for pair in COLUMNS if pair[1].maximum is not None], ids=name_of)
def test_a_value_above_the_maximum_is_refused(table: Table, column: Column):
    table = alone(table, column)
    assert column.maximum is not None
    said = refusal(table, table.frame([row(table, **{column.name: column.maximum + 0.001})]))
    assert f"table {table.name}:" in said and f"  {column.name}: less_than_or_equal_to" in said


@each_table
def test_two_rows_of_one_key_are_refused(table: Table):
    said = refusal(table, table.frame([row(table), row(table)]))
    assert f"table {table.name}:" in said and re.search("key|unique", said)
    assert all(name in said for name in table.key)


@each_table
def test_a_missing_column_is_refused(table: Table):
    said = refusal(table, table.frame([row(table)]).drop(table.names[-1]))
    assert f"table {table.name}:" in said and table.names[-1] in said


@each_table
def test_a_column_too_many_is_refused(table: Table):
    said = refusal(table, table.frame([row(table)]).with_columns(farve=pl.lit("grøn")))
    assert f"table {table.name}:" in said and "farve" in said


@pytest.mark.parametrize("table", [table for table in TABLES.values() if len(table.names) > 1], ids=name_of)
def test_columns_in_another_order_are_refused(table: Table):
    said = refusal(table, table.frame([row(table)]).select(table.names[::-1]))
    assert f"table {table.name}:" in said and "order" in said and table.names[-1] in said


def test_rows_of_one_document_under_two_filings_are_no_repeat():
    table = TABLES["documents"]
    frame = table.frame([row(table), row(table)])
    filed = frame.select(pl.Series("_key", ["a", "b"]), pl.all())
    validate(table, filed, filed_under="_key")
    with pytest.raises(InvalidTableError, match="table documents"):
        validate(table, filed.with_columns(_key=pl.lit("a")), filed_under="_key")


def test_a_message_shows_an_example_and_stays_short():
    table = TABLES["kpis"]
    said = refusal(table, table.frame([row(table, kind=f"forkert {n}", char_start=n) for n in range(500)]))
    assert "500 values" in said and "for example 'forkert 0'" in said
    long = "ord " * 5000
    for wrong in ([row(table, kind=long)], [row(table, text=long)] * 2):
        assert len(refusal(table, table.frame(wrong))) < 2000
