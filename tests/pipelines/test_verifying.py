"""A release beside its articles: each document has its file, wherever it lies now, and each row stands in it.

What belongs here: `pejl verify --articles` on a release that was built. What is looked at without articles belongs to the tests of
publication.
"""

from pathlib import Path

import polars as pl
import pytest
from house import House

from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.descriptions import write_sums
from pejlemaerker.publication.verifying import Fault, verify
from pejlemaerker.publication.writing import write_tables
from schemas import TABLES


def beside(house: House, articles: Path | None = None) -> list[Fault]:
    """What is said of rows and articles."""
    return [fault for fault in verify(house.latest, articles or house.articles) if fault.check == "sources"]


def put(house: House, table: str, rows: pl.DataFrame) -> None:
    """Other rows in a table of the release, under checksums that do not tell of it."""
    write_tables(house.latest, Dataset.of({table: rows}), [TABLES[table]])
    write_sums(house.latest)


def test_every_row_of_the_sample_articles_stands_in_its_file(built: House):
    seen: list[tuple[str, int, int]] = []
    faults = verify(built.latest, built.articles, lambda *told: seen.append(told))
    assert [fault for fault in faults if fault.check == "sources"] == []
    documents = built.table("documents").height
    assert seen[-1] == ("articles", documents, documents)


def test_a_moved_file_is_found_and_a_missing_one_is_named(copied: House):
    first, second = copied.files()[:2]
    (copied.articles / "moved").mkdir()
    first.rename(copied.articles / "moved" / "elsewhere.bin")
    assert beside(copied) == []
    second.unlink()
    (fault,) = beside(copied)
    assert second.name in fault.message and "raw_sha256" in fault.message


def test_a_changed_file_is_another_one(copied: House):
    path = next(path for path in copied.files() if path.suffix == ".txt")
    path.write_bytes(path.read_bytes() + b"\nEn linje mere.\n")
    (fault,) = beside(copied)
    assert path.name in fault.message


@pytest.mark.parametrize(("table", "column"), [("quotes", "text"), ("mentions", "text"), ("kpis", "sentence")])
def test_a_row_that_is_not_in_its_article_is_named(copied: House, table: str, column: str):
    rows = copied.table(table)
    changed = rows.with_columns(pl.lit("Noget, ingen skrev.").alias(column))
    put(copied, table, changed)
    (fault,) = beside(copied)
    assert fault.place == f"parquet/{table}.parquet" and f"{rows.height} " in fault.message


def test_masked_characters_stand_for_any(copied: House):
    put(copied, "mentions", copied.table("mentions").with_columns(pl.col("text").str.replace_all(r"\p{L}", "█")))
    assert beside(copied) == []


def test_another_text_hash_is_named(copied: House):
    rows = copied.table("documents").with_columns(text_sha256=pl.lit("0" * 64))
    put(copied, "documents", rows)
    assert {fault.message.partition(":")[0] for fault in beside(copied)} == set(rows["document_id"])
