"""Packs: what is filed is found again under its key, what was not filed whole does not count, and bytes do not vary.

What belongs here: `pejlemaerker.storage.packs` alone, with two small tables of its own and no stage.
"""

from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

from pejlemaerker.storage.files import TEMPORARY, write_parquet
from pejlemaerker.storage.packs import KEY, Packs, derived_key
from schemas import Column, Table

BIRDS = Table("birds", "Birds.", ("name",), (Column("name", "text", "Name."), Column("wings", "integer", "Wings.")))
NESTS = Table("nests", "Nests.", ("place",), (Column("place", "text", "Place."),))


def frames(*birds: tuple[str, str]) -> dict[str, pl.DataFrame]:
    rows = [{KEY: key, "name": name, "wings": 2} for key, name in birds]
    return {
        "birds": pl.DataFrame(rows, schema={KEY: pl.String(), **BIRDS.polars}),
        "nests": pl.DataFrame({KEY: [key for key, _ in birds], "place": [f"hos {name}" for _, name in birds]}),
    }


def packs(folder: Path) -> Packs:
    return Packs(folder, (BIRDS, NESTS))


def test_what_is_filed_is_found_under_its_key_by_another_reader(tmp_path: Path):
    packs(tmp_path).write(["a", "b", "c"], frames(("a", "solsort"), ("a", "ærfugl"), ("b", "gøg")))
    assert packs(tmp_path).read(BIRDS, ["a"])["name"].to_list() == ["solsort", "ærfugl"]
    assert packs(tmp_path).read(NESTS, ["b"])["place"].to_list() == ["hos gøg"]
    assert packs(tmp_path).read(BIRDS, []).is_empty()


def test_rows_come_from_all_packs_that_hold_a_key_asked_for_and_only_of_those(tmp_path: Path):
    filed = packs(tmp_path)
    filed.write(["a", "b"], frames(("a", "solsort"), ("b", "gøg")))
    filed.write(["c", "d"], frames(("c", "stær"), ("d", "ugle")))
    assert set(filed.read(BIRDS, ["b", "c"])["name"]) == {"gøg", "stær"}
    with pytest.raises(KeyError, match="e"):
        filed.read(BIRDS, ["a", "e"])


def test_a_document_without_rows_counts_as_done(tmp_path: Path):
    filed = packs(tmp_path)
    assert filed.missing(["b", "a"]) == ["b", "a"]
    filed.write(["a", "b"], frames(("a", "solsort")))
    assert filed.missing(["c", "b", "a"]) == ["c"]
    assert packs(tmp_path).missing(["c", "b", "a"]) == ["c"]
    assert filed.read(BIRDS, ["b"]).is_empty()


def test_a_pack_whose_first_file_is_not_there_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def cut_off(path: Path, table: pa.Table, **options: bool) -> None:
        if ".birds." in path.name:
            raise OSError("no space left")
        write_parquet(path, table, **options)

    with monkeypatch.context() as full_disk, pytest.raises(OSError, match="no space left"):
        full_disk.setattr("pejlemaerker.storage.packs.write_parquet", cut_off)
        packs(tmp_path).write(["a"], frames(("a", "solsort")))
    assert [path.name.split(".")[1] for path in tmp_path.iterdir()] == ["nests"]
    assert packs(tmp_path).missing(["a"]) == ["a"]
    packs(tmp_path).write(["a"], frames(("a", "solsort")))
    assert packs(tmp_path).missing(["a"]) == []
    assert packs(tmp_path).read(NESTS, ["a"]).height == 1


def test_a_file_that_a_killed_run_left_half_done_is_no_pack(tmp_path: Path):
    (tmp_path / f"{TEMPORARY}0123-abc.birds.parquet").write_bytes(b"PAR1")
    assert packs(tmp_path).missing(["a"]) == ["a"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path):
    for name, keys in (("one", ["a", "b"]), ("two", ["b", "a"])):
        packs(tmp_path / name).write(keys, frames(("a", "solsort"), ("b", "gøg")), {"b": "for stor", "a": "for lille"})
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two and len(one) == 2


def test_failures_are_kept_and_count_as_done(tmp_path: Path):
    packs(tmp_path).write(["a", "b"], frames(("a", "solsort")), {"b": "ValueError: næbbet mangler"})
    filed = packs(tmp_path)
    assert filed.failures(["a", "b", "c"]) == {"b": "ValueError: næbbet mangler"}
    assert filed.missing(["b"]) == []


def test_a_reader_sees_what_was_filed_after_it_first_looked(tmp_path: Path):
    early = packs(tmp_path)
    assert early.index() == {}
    packs(tmp_path).write(["a"], frames(("a", "solsort")))
    assert early.missing(["a"]) == []


def test_a_folder_with_marks_of_a_file_pattern_in_its_name_is_read(tmp_path: Path):
    folder = tmp_path / "lager [ny] *"
    packs(folder).write(["a"], frames(("a", "solsort")))
    assert packs(folder).read(BIRDS, ["a"])["name"].to_list() == ["solsort"]


def test_keys_differ_by_source_and_by_every_version():
    keys = [
        derived_key("a", "1", "x"),
        derived_key("b", "1", "x"),
        derived_key("a", "2", "x"),
        derived_key("a", "1", "y"),
    ]
    assert len(set(keys)) == 4 and derived_key("a", "1", "x") == keys[0]


def test_a_pack_with_other_columns_was_written_by_another_version_and_does_not_count(tmp_path: Path):
    older = Table("birds", "Birds.", ("name",), (Column("name", "text", "Name."),))
    before = {"birds": frames(("a", "solsort"))["birds"].drop("wings")}
    Packs(tmp_path, (older,)).write(["a"], before)
    filed = packs(tmp_path)
    assert filed.missing(["a"]) == ["a"]
    filed.write(["a"], frames(("a", "solsort")))
    assert packs(tmp_path).read(BIRDS, ["a"])["wings"].to_list() == [2]
