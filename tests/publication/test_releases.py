"""Releases on disk: staged, put under their version and switched in as one step, also after a run that was cut off."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest
from plain import stage

from pejlemaerker.publication import releases
from pejlemaerker.publication.database import describe
from pejlemaerker.publication.releases import DATABASE, LATEST, Release
from schemas import PUBLISHED, SCHEMA_VERSION
from schemas.validation import validate

Tables = dict[str, pl.DataFrame]
Sample = Callable[..., tuple[Tables, pl.DataFrame]]


def release(outputs: Path, tables: Tables, *, database: bool = False) -> Release:
    stage(outputs, tables, database=database)
    return releases.switch(outputs)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_latest_points_to_what_was_released_last(tmp_path: Path, sample: Sample):
    assert releases.latest(tmp_path) is None
    first = release(tmp_path, sample("Ane")[0])
    second = release(tmp_path, sample("Ane", "Bo")[0])
    assert (
        (tmp_path / LATEST).resolve() == second.folder.resolve() == (tmp_path / "releases" / second.version).resolve()
    )
    assert releases.latest(tmp_path) == second
    assert names(tmp_path) == [LATEST, "releases"]
    assert names(tmp_path / "releases") == sorted([first.version, second.version])
    assert second.table("documents").height == 2 and first.table("documents").height == 1


def test_a_release_says_what_it_is_and_what_it_follows(tmp_path: Path, sample: Sample):
    first = release(tmp_path, sample("Ane")[0])
    second = release(tmp_path, sample("Ane", "Bo")[0])
    rows = [item.table("releases").row(0, named=True) for item in (first, second)]
    assert [row["version"] for row in rows] == [first.version, second.version]
    assert [row["previous_version"] for row in rows] == [None, first.version]
    assert rows[0]["content_sha256"] != rows[1]["content_sha256"] and rows[0]["schema_version"] == SCHEMA_VERSION
    assert first.table("changes").is_empty() and set(second.table("changes")["reason"]) >= {"new_article"}


def test_the_version_depends_on_the_content_and_on_the_release_before(tmp_path: Path, sample: Sample):
    ane, bo = sample("Ane")[0], sample("Bo")[0]
    versions = [release(tmp_path / "a", tables).version for tables in (ane, bo, ane)]
    assert len(set(versions)) == 3
    assert [release(tmp_path / "b", tables).version for tables in (ane, bo, ane)] == versions


def test_every_table_of_a_release_keeps_its_schema(tmp_path: Path, sample: Sample):
    release(tmp_path, sample("Ane")[0])
    released = release(tmp_path, sample("Ane", "Bo")[0])
    for table in PUBLISHED:
        validate(table, released.table(table.name))
    shares = released.table("quality")
    assert shares.height and shares["n"].min() is not None


def test_a_folder_can_be_moved_with_its_latest(tmp_path: Path, sample: Sample):
    version = release(tmp_path / "før", sample("Ane")[0]).version
    (tmp_path / "før").rename(tmp_path / "efter")
    moved = releases.latest(tmp_path / "efter")
    assert moved is not None and moved.version == version and moved.table("documents").height == 1


def test_a_folder_with_marks_of_a_file_pattern_in_its_name_can_be_released_to(tmp_path: Path, sample: Sample):
    released = release(tmp_path / "ud [ny] *", sample("Ane")[0], database=True)
    assert released.table("documents").height == 1 and DATABASE in names(released.folder)


def test_staging_is_emptied_first_and_never_seen_as_a_release(tmp_path: Path, sample: Sample):
    first = release(tmp_path, sample("Ane")[0])
    left = stage(tmp_path, sample("Bo")[0])  # the run was cut off here
    (left / "rester").write_text("halvt")
    assert releases.latest(tmp_path) == first
    assert not (releases.begin(tmp_path) / "rester").exists()
    releases.discard(tmp_path)
    assert not releases.staging(tmp_path).exists()
    assert releases.latest(tmp_path) == first


def test_a_run_cut_off_between_its_place_and_the_switch_is_healed_by_the_next(tmp_path: Path, sample: Sample):
    first = release(tmp_path, sample("Ane")[0])
    staged = stage(tmp_path, sample("Bo")[0], database=True)
    version = pl.read_parquet(staged / "parquet" / "releases.parquet")["version"][0]
    staged.rename(tmp_path / "releases" / version)
    assert releases.latest(tmp_path) == first
    healed = release(tmp_path, sample("Bo")[0], database=True)
    assert healed.version == version and releases.latest(tmp_path) == healed
    assert names(tmp_path) == [LATEST, "releases"]
    assert names(tmp_path / "releases") == sorted([first.version, version])
    assert DATABASE in names(healed.folder)


def test_a_latest_that_points_nowhere_counts_as_none(tmp_path: Path, sample: Sample):
    (tmp_path / LATEST).symlink_to("releases/borte")
    assert releases.latest(tmp_path) is None
    assert releases.latest(tmp_path / "mangler") is None
    assert release(tmp_path, sample("Ane")[0]).version == (tmp_path / LATEST).resolve().name


def test_a_release_in_an_older_shape_can_be_followed(tmp_path: Path, sample: Sample):
    """Else the first run after a new column or table would fail, and so would every one after it."""
    old = release(tmp_path, sample("Ane")[0])
    (old.folder / "parquet" / "aliases.parquet").unlink()
    kpis = old.folder / "parquet" / "kpis.parquet"
    pq.write_table(pq.read_table(kpis).drop_columns("value_high"), kpis)
    new = release(tmp_path, sample("Ane", "Bo")[0])
    assert new.table("releases")["previous_version"][0] == old.version


# Parquet


def test_parquet_is_the_same_byte_for_byte_whatever_the_order_of_rows(tmp_path: Path, sample: Sample):
    tables = sample("Ane", "Bo")[0]
    stage(tmp_path / "a", tables)
    stage(tmp_path / "b", {name: frame.reverse() for name, frame in tables.items()})
    for table in PUBLISHED:
        one, two = (releases.staging(tmp_path / side) / "parquet" / f"{table.name}.parquet" for side in "ab")
        if table.name != "releases":
            assert one.read_bytes() == two.read_bytes(), table.name


@pytest.mark.parametrize("table", PUBLISHED, ids=lambda table: table.name)
def test_parquet_is_described_in_itself(staged: Path, table):
    schema = pq.read_schema(staged / "parquet" / f"{table.name}.parquet")
    assert schema.metadata[b"description"].decode() == table.description
    assert schema.names == table.names
    for column in table.columns:
        field = schema.field(column.name)
        assert field.metadata[b"description"].decode() == describe(column)
        assert field.nullable == column.optional


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory, sample: Sample) -> Path:
    return stage(tmp_path_factory.mktemp("outputs"), sample("Ane", "Bo")[0])
