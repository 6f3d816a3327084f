"""The views about themes over a few made-up rows: whose theme a statement is, and what is counted by year."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from pejlemaerker.publication.database.views import themes
from pejlemaerker.publication.taxonomy import themes_table
from pejlemaerker.storage.files import to_arrow
from schemas import DOCUMENT_THEMES, THEME_WORDS, THEMES
from schemas.validation import validate

Tables = dict[str, pl.DataFrame]
VIEWS = {view.name: view for view in themes.VIEWS}


@pytest.fixture
def rows(sample: Callable[..., tuple[Tables, pl.DataFrame]]) -> Tables:
    """Tables of three documents, the last of which repeats the first; without words of themes."""
    found = sample("Ane", "Bo", "Cai")[0]
    first, _, last = (f"{name}.txt" for name in ("Ane", "Bo", "Cai"))
    original = found["documents"].filter(source_path=first)["document_id"][0]
    repeats = pl.when(pl.col("source_path") == last).then(pl.lit(original))
    found["documents"] = found["documents"].with_columns(duplicate_of=repeats)
    return found | {
        "theme_words": THEME_WORDS.frame(),
        "document_themes": DOCUMENT_THEMES.frame(),
        "themes": themes_table(),
    }


def document(rows: Tables, name: str) -> str:
    return str(rows["documents"].filter(source_path=f"{name}.txt")["document_id"][0])


def word(rows: Tables, name: str, theme: str, weight: str, start: int, *, behind: int = 0) -> None:
    """Put a word of `theme` at the first quote of a document, `behind` so many characters after its end."""
    quote = rows["quotes"].filter(document_id=document(rows, name), kind="direct").row(0, named=True)
    at = quote["char_start"] + start + (quote["char_end"] - quote["char_start"] + behind if behind else 0)
    values = {
        "document_id": quote["document_id"],
        "segment_id": quote["segment_id"],
        "char_start": at,
        "char_end": at + 2,
    }
    row = THEME_WORDS.row(**values, theme=theme, weight=weight, theme_word_id=f"{theme} {at}")
    rows["theme_words"] = pl.concat([rows["theme_words"], THEME_WORDS.frame([row])])


def about(rows: Tables, name: str, theme: str, rank: int = 1) -> None:
    row = DOCUMENT_THEMES.row(document_id=document(rows, name), theme=theme, rank=rank)
    rows["document_themes"] = pl.concat([rows["document_themes"], DOCUMENT_THEMES.frame([row])])


def asked(rows: Tables, view: str) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        for name, frame in rows.items():
            connection.register(name, to_arrow(frame))
        result = connection.execute(VIEWS[view].sql)
        names = [column[0] for column in result.description]
        assert names == list(VIEWS[view].columns)
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def of_quote(rows: Tables, name: str) -> set[tuple[str, str, int]]:
    direct = rows["quotes"].filter(document_id=document(rows, name), kind="direct")["quote_id"][0]
    found = [row for row in asked(rows, "statement_themes") if row["row_id"] == direct]
    return {(row["theme"], row["found_in"], row["n_words"]) for row in found}


def test_a_statement_has_the_themes_of_its_own_words(rows: Tables):
    word(rows, "Ane", "styring", "strong", 0)
    word(rows, "Ane", "styring", "strong", 3)
    word(rows, "Ane", "tillid", "strong", 0, behind=4)
    assert of_quote(rows, "Ane") == {("styring", "words", 2)}


def test_a_statement_without_words_of_its_own_has_those_of_its_segment(rows: Tables):
    word(rows, "Ane", "tillid", "strong", 0, behind=4)
    assert of_quote(rows, "Ane") == {("tillid", "segment", 1)}
    assert of_quote(rows, "Bo") == set()


def test_weak_words_tell_only_of_what_the_document_is_about(rows: Tables):
    word(rows, "Ane", "styring", "weak", 0)
    assert of_quote(rows, "Ane") == set()
    about(rows, "Ane", "styring")
    assert of_quote(rows, "Ane") == {("styring", "words", 1)}


def test_documents_that_repeat_another_are_left_out(rows: Tables):
    word(rows, "Cai", "styring", "strong", 0)
    about(rows, "Cai", "styring")
    assert asked(rows, "statement_themes") == asked(rows, "themes_by_year") == []


def test_themes_are_counted_by_year(rows: Tables):
    about(rows, "Ane", "styring")
    about(rows, "Bo", "styring", rank=2)
    about(rows, "Bo", "tillid")
    (styring, tillid) = sorted(asked(rows, "themes_by_year"), key=lambda row: row["theme"])
    assert styring == {
        "year": 2024,
        "theme": "styring",
        "name": "Styring",
        "n_documents": 2,
        "n_first": 1,
        "share": 1.0,
    }
    assert (tillid["n_documents"], tillid["n_first"], tillid["share"]) == (1, 1, 0.5)
    rows["documents"] = rows["documents"].with_columns(published=pl.lit(None, pl.Date()))
    assert asked(rows, "themes_by_year") == []


def test_the_taxonomy_is_a_table_that_keeps_its_schema():
    table = validate(THEMES, themes_table())
    assert table.height == 17 and table["ordinal"].sort().to_list() == list(range(1, 18))
    assert table.filter(theme="styring")["name_english"].item() == "Steering and control"


def test_the_guide_names_every_theme_as_the_table_does():
    guide = (Path(__file__).resolve().parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    listed = themes_table().select("theme", "name", "description").iter_rows()
    assert [row for row in listed if "| `{}` | {} | {} |".format(*row) not in guide] == []
