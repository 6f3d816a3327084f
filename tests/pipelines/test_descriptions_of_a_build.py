"""The descriptions of what the project's own articles give, read as others read them."""

import shutil
from pathlib import Path

import mlcroissant
import polars as pl
import pytest
from frictionless import Package
from house import House

from pejlemaerker.publication.csv_files import read_csv, write_csv
from pejlemaerker.publication.descriptions import write_descriptions, write_sums
from pejlemaerker.publication.policy.about import read_about
from schemas import PUBLISHED


@pytest.fixture(scope="module")
def release(built: House, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release with CSV files and descriptions beside its Parquet files."""
    folder = tmp_path_factory.mktemp("release")
    shutil.copytree(built.latest / "parquet", folder / "parquet")
    write_csv(folder)
    write_descriptions(folder, "full", read_about(folder / "dataset.toml"))
    write_sums(folder)
    return folder


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda table: table.name)
def test_a_csv_file_holds_what_its_parquet_file_holds(release: Path, table):
    there = pl.read_parquet(release / "parquet" / f"{table.name}.parquet")
    assert read_csv(release / "csv" / f"{table.name}.csv", table.polars).equals(there)


def test_mlcroissant_gives_every_record(release: Path):
    dataset = mlcroissant.Dataset(jsonld=str(release / "croissant.json"))
    for table in PUBLISHED:
        rows = pl.scan_parquet(release / "parquet" / f"{table.name}.parquet").select(pl.len()).collect().item()
        assert sum(1 for _ in dataset.records(table.name)) == rows, table.name


@pytest.mark.parametrize("table", ["documents", "quotes", "kpis", "positions"])
def test_frictionless_finds_a_table_valid_with_all_its_keys(release: Path, table: str):
    report = Package(str(release / "datapackage.json")).get_resource(f"{table}-csv").validate()
    assert report.valid, report.flatten(["type", "message"])
