"""What a release holds in one hash, and what changed since the release before, with the reason."""

from collections.abc import Callable

import polars as pl
import pytest

from pejlemaerker.publication import comparison
from pejlemaerker.publication.comparison import DATA, changes
from pejlemaerker.publication.dataset import Dataset
from schemas import CHANGES, TABLES
from schemas.validation import validate

Tables = dict[str, pl.DataFrame]
Sample = Callable[..., tuple[Tables, pl.DataFrame]]


def compared(now: Tables, before: Tables | None) -> pl.DataFrame:
    return validate(CHANGES, changes(Dataset.of(now), Dataset.of(before) if before is not None else None))


def content_sha256(tables: Tables) -> str:
    return comparison.content_sha256(Dataset.of(tables))


def of(found: pl.DataFrame, table: str) -> list[tuple[str, str]]:
    return found.filter(table_name=table).select("change", "reason").rows()


def with_cell(tables: Tables, table: str, column: str, value: object) -> Tables:
    """`tables` with one cell changed, in the first row of a table."""
    rows = tables[table].to_dicts()
    rows[0][column] = value
    return {**tables, table: TABLES[table].frame(rows)}


# the hash of the content


def test_the_hash_does_not_depend_on_the_order_of_rows(tables: Tables):
    upside_down = {name: frame.reverse() for name, frame in tables.items()}
    assert content_sha256(upside_down) == content_sha256(tables)


def test_the_hash_does_not_depend_on_the_order_of_columns_or_tables(tables: Tables):
    turned = {name: frame.select(frame.columns[::-1]) for name, frame in reversed(tables.items())}
    assert content_sha256(turned) == content_sha256(tables)


@pytest.mark.parametrize("table", [table.name for table in DATA])
def test_each_table_counts_in_the_hash(tables: Tables, table: str):
    assert content_sha256({**tables, table: tables[table].head(tables[table].height - 1)}) != content_sha256(tables)


def test_one_cell_counts_in_the_hash_and_null_is_not_an_empty_text(tables: Tables):
    hashes = {content_sha256(with_cell(tables, "quotes", "cue", cue)) for cue in (None, "", "siger")}
    assert len(hashes) == 3


def test_tables_about_the_release_do_not_count_in_the_hash(tables: Tables):
    assert content_sha256({**tables, "changes": CHANGES.frame()}) == content_sha256(tables)


# what changed


def test_a_first_release_and_one_like_the_last_have_no_changes(sample: Sample):
    assert compared(sample("Ane")[0], None).is_empty()
    assert compared(sample("Ane", "Bo")[0], sample("Bo", "Ane")[0]).is_empty()


def test_rows_of_a_new_article_are_added(sample: Sample):
    found = compared(sample("Ane", "Bo")[0], sample("Ane")[0])
    for table, rows in (("documents", 1), ("quotes", 2), ("recommendations", 1), ("kpis", 1), ("mentions", 1)):
        assert of(found, table) == [("added", "new_article")] * rows
    assert set(found["change"]) == {"added"}


def test_rows_of_an_article_that_is_gone_are_removed(sample: Sample):
    found = compared(sample("Ane")[0], sample("Ane", "Bo")[0])
    assert of(found, "documents") == [("removed", "removed_article")]
    assert of(found, "quotes") == [("removed", "removed_article")] * 2
    assert set(found["change"]) == {"removed"}


def test_rows_of_an_article_whose_words_changed(sample: Sample):
    before, now = sample("Ane", "Bo")[0], sample("Ane", "Bo", comment="Jeg har skiftet mening")[0]
    now = with_cell(now, "quotes", "speaker", "Ane")
    found = compared(now, before)
    assert of(found, "documents") == [("changed", "changed_article")] * 2
    assert of(found, "quotes") == [("changed", "changed_article")]


def test_rows_that_are_read_in_a_new_way_in_the_same_words(sample: Sample):
    before = sample("Ane", "Bo")[0]
    now = with_cell(before, "quotes", "speaker", "Ane")
    now["mentions"] = now["mentions"].head(1)
    found = compared(now, before)
    assert of(found, "quotes") == [("changed", "new_context")]
    assert of(found, "mentions") == [("removed", "new_context")]
    assert of(found, "documents") == []


def test_a_row_that_only_moved_in_the_text_has_not_changed(sample: Sample):
    found = compared(sample("Ane", menu="En længere menu end før")[0], sample("Ane")[0])
    assert set(found["table_name"]) == {"documents"}


def test_from_and_to_an_empty_dataset(sample: Sample):
    full, empty = sample("Ane")[0], {table.name: table.frame() for table in DATA}
    assert set(compared(full, empty)["change"]) == {"added"}
    assert set(compared(empty, full)["change"]) == {"removed"}
    assert compared(empty, empty).is_empty()


def test_a_release_in_an_older_shape_can_be_compared_with(sample: Sample):
    """A table or a column that a new version of the schema brought is not in the release before."""
    now, before = sample("Ane")[0], sample("Ane")[0]
    before["kpis"] = before["kpis"].drop("value_high")
    del before["aliases"]
    assert of(compared(now, before), "documents") == []
