"""The search of the DuckDB file over a few made-up passages: what is found, in what order, and that no question is an error."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pejlemaerker.publication.database import table_hashes, write_database
from pejlemaerker.publication.database.search.passages import GAP, joined
from pejlemaerker.publication.dataset import Dataset
from schemas import PUBLISHED, TABLES

Tables = dict[str, pl.DataFrame]
TEXTS = (
    "Ledelsens ansvar er at lytte",
    "En ledelsesreform uden penge",
    "Hun leder efter tiden",
    "Sundhedsreformen fik tid til ledelse. Ledelse tager tid.",
    "Ældrepleje i Aarhus koster 100%, siger de",
    "Dansk  møbel\tkunst",
    "Chefen lytter tit, og reformer kræver ro",
)
Ask = Callable[..., list[int]]


def dataset(
    sample: Callable[..., Any], texts: tuple[str, ...] = TEXTS, duplicate: int | None = None
) -> tuple[Tables, list[str]]:
    """One document for each text, the whole of which is one paragraph; and their segments in order."""
    tables: Tables = sample(*(f"Nr {number}" for number in range(len(texts))))[0]
    documents = tables["documents"].with_columns(published=pl.lit(date(2024, 1, 1)))
    if duplicate is not None:
        ids = documents["document_id"]
        documents = documents.with_columns(
            duplicate_of=pl.when(pl.col("document_id") == ids[duplicate]).then(pl.lit(ids[duplicate - 1]))
        )
    paragraphs = tables["segments"].filter(pl.col("kind") == "paragraph").with_columns(text=pl.Series(texts))
    empty = {table.name: table.frame() for table in PUBLISHED}
    return {**empty, "documents": documents, "segments": paragraphs}, paragraphs["segment_id"].to_list()


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory, sample: Callable[..., Any]):
    """A function: the numbers of the texts that a query finds, in its order."""
    tables, segments = dataset(sample)
    path = tmp_path_factory.mktemp("search") / "d.duckdb"
    write_database(path, Dataset.of(tables))
    with duckdb.connect(path, read_only=True) as connection:

        def numbers(words: str | None, macro: str = "search") -> list[int]:
            found = connection.execute(f"SELECT segment_id FROM {macro}(?)", [words]).fetchall()
            return [segments.index(segment) for (segment,) in found]

        yield numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ledelse", {0, 1, 3}),
        ("LEDELSERNES", {0, 1, 3}),
        ("leder", {2}),
        ("reform", {1, 3, 6}),
        ("sundhed", {3}),
        ("chef", {6}),
        ("aeldrepleje", {4}),
        ("århus", {4}),
        ("AARHUS", {4}),
        ("møb", set()),
        ("møbe", {5}),
        ("møbelkunst", set()),
        ("lytte", {0, 6}),
    ],
)
def test_forms_parts_of_compounds_spellings_and_beginnings_are_found(ask: Ask, words: str, found: set[int]):
    assert set(ask(words)) == found


def test_a_word_counts_more_than_a_part_and_more_words_more_than_one(ask: Ask):
    assert ask("ledelse")[-1] == 1
    assert ask("ledelse tid")[0] == 3
    assert ask("reform penge")[0] == 1


@pytest.mark.parametrize(
    "words", ["", " ", None, "?!…", "og det", "xyzzy", "'", "''", '"', "%", "_", "\\", "\x00", "(", "[a", "a" * 5_000]
)
def test_what_is_not_there_gives_no_rows_and_no_error(ask: Ask, words: str | None):
    assert ask(words) == []
    assert ask(words, "phrase") in ([], [4])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=80))
def test_nothing_that_is_asked_is_an_error(ask: Ask, words: str):
    ask(words)
    ask(words, "phrase")


def test_a_very_long_question_is_answered(ask: Ask):
    assert set(ask("ledelse reform " * 20_000)) == {0, 1, 3, 6}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ledelse. ledelse TAGER", [3]),
        ("tid til ledelse", [3]),
        ("til tid ledelse", []),
        ("ledelse tager ti", []),
        ("dansk møbel kunst", [5]),
        ("koster 100%, siger", [4]),
        ("og reformer", [6]),
        ("i aarhus", [4]),
    ],
)
def test_a_phrase_is_found_word_by_word(ask: Ask, words: str, found: list[int]):
    assert ask(words, "phrase") == found


def test_repeated_documents_are_not_found_twice(tmp_path: Path, sample: Callable[..., Any]):
    tables, segments = dataset(sample, ("Om ledelse", "Om ledelse"), duplicate=1)
    write_database(tmp_path / "d.duckdb", Dataset.of(tables))
    with duckdb.connect(tmp_path / "d.duckdb", read_only=True) as connection:
        assert connection.execute("SELECT segment_id FROM search('ledelse')").fetchall() == [(segments[0],)]


def test_the_open_edition_finds_and_shows_what_it_holds_and_nothing_else(tmp_path: Path, sample: Callable[..., Any]):
    tables = {table.name: table.frame() for table in PUBLISHED} | sample("Ane")[0]
    withheld = tables["segments"].with_columns(text=pl.lit(None, pl.String))
    quotes = tables["quotes"].with_columns(
        text=pl.when(pl.col("parent_quote_id").is_null()).then(pl.col("text")),
    )
    nothing = tables["recommendations"].with_columns(text=pl.lit(None, pl.String))
    held = {**tables, "segments": withheld, "quotes": quotes, "recommendations": nothing}
    write_database(tmp_path / "d.duckdb", Dataset.of(held), "open")
    with duckdb.connect(tmp_path / "d.duckdb", read_only=True) as connection:
        texts = connection.execute("SELECT text FROM search('sejler afgange')").fetchall()
        assert ("Vi sejler i morgen" + GAP + "Der er 12 afgange om dagen.",) in texts
        assert connection.execute("SELECT count(*) FROM search('Ane')").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM phrase('12 afgange om')").fetchone() == (1,)


@given(
    text=st.text(min_size=1, max_size=60), cuts=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), min_size=1)
)
def test_pieces_of_a_text_are_joined_without_a_word_twice(text: str, cuts: list[tuple[int, int]]):
    pieces = sorted({(start, text[start : start + length]) for start, length in cuts if start < len(text)})
    covered = sorted({at for start, words in pieces for at in range(start, start + len(words))})
    runs = "".join((GAP if n and at != covered[n - 1] + 1 else "") + text[at] for n, at in enumerate(covered))
    assert joined(pieces) == runs


def test_a_changed_row_changes_the_hash_of_its_table_alone(tmp_path: Path, tables: Tables):
    whole = {table.name: table.frame() for table in PUBLISHED} | tables
    quotes = whole["quotes"].with_columns(confidence=pl.lit(0.25))
    write_database(tmp_path / "a.duckdb", Dataset.of(whole))
    write_database(tmp_path / "b.duckdb", Dataset.of({**whole, "quotes": quotes}))
    one, other = table_hashes(tmp_path / "a.duckdb"), table_hashes(tmp_path / "b.duckdb")
    assert {name for name in one if one[name] != other[name]} == {"quotes"}
    assert set(TABLES) >= {name for name in one if not name.startswith("search_")}
