"""The gate for contact details: it names the column, and is not stopped by figures.

What belongs here: `publication.privacy` over tables. Which words are a number or an address is tested in `tests/danish/test_contacts.py`.
"""

import polars as pl
import pytest

from pejlemaerker.publication.privacy import private_faults
from schemas import PUBLISHED, TABLES

Tables = dict[str, pl.DataFrame]


def put(tables: Tables, name: str, column: str, value: str) -> Tables:
    first = pl.int_range(pl.len()) == 0
    changed = tables[name].with_columns(pl.when(first).then(pl.lit(value)).otherwise(column).alias(column))
    return {**tables, name: changed}


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Skriv til navn.efternavn@kommune.example.dk i dag", "an e-mail address"),
        ("navn (at) kommune.example.dk", "an e-mail address"),
        ("Ring på +45 55 55 01 02", "a telephone number"),
        ("tlf. 5555 0102", "a telephone number"),
        ("født 010190-1234", "a CPR number"),
    ],
)
def test_a_contact_detail_in_any_column_is_named(tables: Tables, words: str, what: str):
    assert private_faults(put(tables, "quotes", "speaker", words)) == [f"quotes.speaker: 1 values hold {what}"]


@pytest.mark.parametrize("place", ["documents.url", "documents.source_path", "skipped.reason", "aliases.alias"])
def test_addresses_and_paths_are_looked_at_too(tables: Tables, place: str):
    name, _, column = place.partition(".")
    assert private_faults(put(tables, name, column, "https://a.example/ane@post.example.dk"))


def test_every_column_of_words_is_looked_at(tables: Tables):
    for table in PUBLISHED:
        for column in table.columns:
            if table.name in tables and column.type == "text" and not column.enum and not column.pattern:
                assert private_faults(put(tables, table.name, column.name, "tlf. 55550102")), (table.name, column.name)


def test_figures_and_years_are_no_telephone_numbers(tables: Tables):
    assert private_faults(put(tables, "quotes", "speaker", "12.345.678 kroner i 2024 og 2025")) == []


def test_a_number_is_judged_where_it_stands(tables: Tables, texts: pl.DataFrame):
    """`55 55 01 02` alone looks like a number; behind `CVR` it is that of a company."""
    cut = put(tables, "kpis", "subject", "55 55 01 02")
    document = cut["kpis"]["document_id"][0]
    company = texts.with_columns(clean_text=pl.lit("CVR 55 55 01 02"))
    somebodys = texts.with_columns(clean_text=pl.lit("Nummeret 55 55 01 02"))
    assert private_faults(cut, company) == []
    assert private_faults(cut, somebodys)
    assert private_faults(cut, company.filter(pl.col("document_id") != document))


def test_a_table_that_is_not_there_is_no_fault():
    assert private_faults({"people": TABLES["people"].frame()}) == []
