"""`croissant.json`: mlcroissant loads it without a word, and gives every record of every table, as it stands in Parquet."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mlcroissant
import pandas as pd
import polars as pl
from described import PLAIN, STATED, edition_in

from pejlemaerker.storage.files import read_parquet
from schemas import PUBLISHED

Sample = Callable[..., tuple[dict[str, pl.DataFrame], pl.DataFrame]]


def loaded(folder: Path, warned: int = 0) -> mlcroissant.Dataset:
    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    issues = dataset.metadata.ctx.issues
    assert not issues.errors and len(issues.warnings) == warned, issues.report()
    return dataset


def records(dataset: mlcroissant.Dataset, table: str) -> list[dict[str, Any]]:
    """The records of a table, by column, as Python has them."""
    return [
        {name.removeprefix(f"{table}/"): _plain(value) for name, value in record.items()}
        for record in dataset.records(table)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode()
    return value.date() if isinstance(value, pd.Timestamp) else value


def stated(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "croissant.json").read_text(encoding="utf-8"))


def test_every_record_set_gives_its_records(described: tuple[str, Path]):
    _, folder = described
    dataset = loaded(folder)
    assert [found.uuid for found in dataset.metadata.record_sets] == [table.name for table in PUBLISHED]
    for table in PUBLISHED:
        rows = read_parquet(folder / "parquet" / f"{table.name}.parquet").to_dicts()
        assert records(dataset, table.name) == rows, table.name


def test_a_release_without_a_row_can_be_loaded(tmp_path: Path, sample: Sample):
    rows = {name: frame.clear() for name, frame in sample("Ane")[0].items()}
    folder = edition_in(tmp_path, rows, "full", csv=False)
    dataset = loaded(folder, warned=1)  # it would like a day of publication, and there is none
    assert [records(dataset, name) for name in rows] == [[] for _ in rows]


def test_a_table_that_others_point_to_may_be_empty(tmp_path: Path, sample: Sample):
    rows = sample("Ane")[0]
    rows |= {"quotes": rows["quotes"].clear()} | {
        name: rows[name].with_columns(quote_id=pl.lit(None, pl.String)) for name in ("kpis", "recommendations")
    }
    folder = edition_in(tmp_path, rows, "full", csv=False)
    assert [row["value"] for row in records(loaded(folder), "kpis")] == [12.0]


def test_every_file_has_its_hash_and_every_key_its_columns(described: tuple[str, Path]):
    _, folder = described
    files = {entry["contentUrl"]: entry["sha256"] for entry in stated(folder)["distribution"]}
    assert set(files) == {f"{kind}/{table.name}.{kind}" for kind in ("parquet", "csv") for table in PUBLISHED}
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert {f"{digest}  {path}" for path, digest in files.items()} <= set(sums)
    for found, table in zip(stated(folder)["recordSet"], PUBLISHED, strict=True):
        assert [key["@id"] for key in found["key"]] == [f"{table.name}/{name}" for name in table.key]


def test_the_day_is_the_one_stated_else_that_of_the_newest_document_else_left_out(tmp_path: Path, sample: Sample):
    rows = sample("Ane")[0]
    undated = rows | {"documents": rows["documents"].with_columns(published=pl.lit(None, pl.Date))}
    assert stated(edition_in(tmp_path / "a", rows, "full", csv=False))["datePublished"] == "2024-05-01"
    assert "datePublished" not in stated(edition_in(tmp_path / "b", undated, "full", csv=False))


def test_it_says_how_to_cite_and_who_made_it(tmp_path: Path, sample: Sample):
    found = stated(edition_in(tmp_path, sample("Ane")[0], "open", STATED, csv=False))
    assert [(agent["@type"], agent["name"]) for agent in found["creator"]] == [
        ("sc:Person", "Ane Holm"),
        ("sc:Organization", "Færgeselskabet"),
    ]
    assert "{Ane Holm and {Færgeselskabet}}" in found["citeAs"] and STATED.title.en in found["alternateName"]
    assert found["license"].startswith("https://creativecommons.org/publicdomain/zero/")
    assert found["url"].startswith("https://sundby.example/data/")
    assert PLAIN.homepage is None
