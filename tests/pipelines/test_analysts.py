"""What an analyst finds in the DuckDB file of a build of the sample articles: examples that answer, a search."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from house import House

from pejlemaerker.publication.database import table_hashes, write_database
from pejlemaerker.publication.database.examples import EXAMPLES, Example
from pejlemaerker.publication.dataset import Dataset
from schemas import PUBLISHED

DATABASE = "pejlemaerker.duckdb"


@pytest.fixture(scope="module")
def opened(built: House) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(built.latest / DATABASE, read_only=True) as connection:
        yield connection


def test_there_are_twenty_examples_and_more_each_with_a_name_of_its_own_and_an_order():
    assert len(EXAMPLES) >= 20
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES)
    assert all("ORDER BY" in example.sql and example.good_for and example.god_til for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_example_answers_the_same_in_any_order_of_work(opened: duckdb.DuckDBPyConnection, example: Example):
    stored = opened.execute("SELECT sql FROM example_queries WHERE name = ?", [example.name]).fetchone()
    assert stored == (example.sql,)
    rows = opened.execute(example.sql).fetchall()
    assert rows or example.may_be_empty
    opened.execute("SET threads = 1")
    assert opened.execute(example.sql).fetchall() == rows
    opened.execute("RESET threads")


def test_leadership_is_found_in_all_its_forms(opened: duckdb.DuckDBPyConnection):
    found = opened.execute("SELECT lower(text) FROM search('ledelse', most := 1000)").fetchall()
    forms = {form for (text,) in found for form in re.findall(r"\w*ledelse\w*", text)}
    assert {"ledelse", "ledelsen", "topledelsen"} <= forms
    assert all("ledelse" in text for (text,) in found)
    every = opened.execute(
        "SELECT count(*) FROM segments JOIN documents USING (document_id) "
        r"WHERE duplicate_of IS NULL AND is_content AND regexp_matches(text, '(?i)\bledelse(n|ns|s)?\b')"
    ).fetchone()
    assert every is not None and len(found) >= every[0] > 0


def test_targets_stand_beside_figures_of_the_same_thing_only(opened: duckdb.DuckDBPyConnection):
    pairs = opened.execute(
        "SELECT targets.unit = measured.unit, lower(targets.subject) = lower(measured.subject), "
        "targets.organisation_id = measured.organisation_id, targets.kind, measured.kind, pairs.unit <> 'percentage_points' "
        "FROM kpi_targets_vs_measured AS pairs JOIN kpis AS targets ON targets.kpi_id = target_id "
        "JOIN kpis AS measured ON measured.kpi_id = measured_id"
    ).fetchall()
    assert set(pairs) == {(True, True, True, "target", "measured", True)}


def test_quotes_are_counted_as_the_tables_have_them(opened: duckdb.DuckDBPyConnection):
    counted = opened.execute("SELECT sum(n_quotes) FROM speaker_activity WHERE kind = 'person'").fetchone()
    assert counted == opened.execute("SELECT count(*) FROM quotes_full WHERE speaker_id IS NOT NULL").fetchone()
    asked = opened.execute("SELECT sum(n_recommendations) FROM who_asks_whom").fetchone()
    assert asked == opened.execute("SELECT count(*) FROM recommendations_full WHERE issuer IS NOT NULL").fetchone()


def test_two_files_of_the_same_tables_have_the_same_hashes(built: House, tmp_path: Path):
    path = tmp_path / DATABASE
    files = {table.name: built.latest / "parquet" / f"{table.name}.parquet" for table in PUBLISHED}
    write_database(path, Dataset.filed(files))
    assert table_hashes(path) == table_hashes(built.latest / DATABASE)
