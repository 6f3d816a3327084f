"""The descriptions of a release together: all there, the same every time, true of the files, and read by frictionless."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from described import PLAIN, STATED, edition_in
from frictionless import Package

from pejlemaerker.publication.descriptions import write_descriptions, write_sums
from pejlemaerker.publication.descriptions.datapackage import table_schema
from pejlemaerker.publication.releases import DATABASE
from pejlemaerker.storage.files import n_rows, read_parquet
from schemas import EDITIONS, PUBLISHED, TABLES, published
from schemas.snapshot import Snapshot, description

Sample = Callable[..., tuple[dict[str, pl.DataFrame], pl.DataFrame]]
Described = tuple[str, Path]
FILES = ("datapackage.json", "croissant.json", "dcat.ttl", "schema.json", "CITATION.cff", "DATASHEET.md", "SHA256SUMS")
N_CSV = len(PUBLISHED)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def package(folder: Path) -> dict:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_every_description_is_there(described: Described):
    _, folder = described
    assert set(FILES) <= set(contents(folder))
    assert {path.name for path in (folder / "LICENSES").iterdir()} == {"CC0-1.0.md", "QUOTED-WORDS.md", "MIT.txt"}


def test_the_same_release_gives_the_same_bytes(tmp_path: Path, sample: Sample):
    rows = sample("Ane", "Bo")[0]
    for edition in EDITIONS:
        one = edition_in(tmp_path / "1" / edition, rows, edition)
        two = edition_in(tmp_path / "2" / edition, {name: frame.reverse() for name, frame in rows.items()}, edition)
        assert contents(one) == contents(two)


def test_the_editions_are_told_apart(tmp_path: Path, sample: Sample):
    full, openly = (edition_in(tmp_path / edition, sample("Ane")[0], edition) for edition in EDITIONS)
    for name in ("datapackage.json", "dcat.ttl", "DATASHEET.md", "schema.json"):
        assert (full / name).read_bytes() != (openly / name).read_bytes(), name


def test_a_folder_without_csv_and_with_no_document_can_be_described(tmp_path: Path, sample: Sample):
    folder = edition_in(tmp_path, sample()[0], "full", csv=False)
    assert len(package(folder)["resources"]) == len(PUBLISHED)
    assert "0 documents" in (folder / "DATASHEET.md").read_text(encoding="utf-8")


def test_a_table_that_is_missing_is_no_release(tmp_path: Path, sample: Sample):
    folder = edition_in(tmp_path, sample("Ane")[0], "full")
    (folder / "parquet" / "kpis.parquet").unlink()
    with pytest.raises(FileNotFoundError):
        write_descriptions(folder, "full", PLAIN)


def test_only_the_sums_know_the_hash_of_the_duckdb_file(described: Described):
    _, folder = described
    found = digest(folder / DATABASE)
    assert [name for name, content in contents(folder).items() if found.encode() in content] == ["SHA256SUMS"]


# SHA256SUMS


def wrong_sums(folder: Path) -> list[str]:
    """Paths that SHA256SUMS does not tell the truth about."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    stated = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    assert list(stated) == sorted(stated)
    there = {name: hashlib.sha256(content).hexdigest() for name, content in contents(folder).items()}
    del there["SHA256SUMS"]
    return sorted(name for name in {*stated, *there} if stated.get(name) != there.get(name))


def test_the_sums_are_those_of_every_file_and_notice_any_change(tmp_path: Path, sample: Sample):
    folder = edition_in(tmp_path, sample("Ane")[0], "full")
    edition_in(folder / "open", sample("Ane")[0], "open")
    write_sums(folder)
    assert wrong_sums(folder) == []
    assert "  open/SHA256SUMS\n" in (folder / "SHA256SUMS").read_text(encoding="utf-8")
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, check=True, capture_output=True)
    changed = folder / "open" / "csv" / "kpis.csv"
    changed.write_bytes(changed.read_bytes().replace(b"12", b"13", 1))
    (folder / "extra").write_text("x")
    assert wrong_sums(folder) == ["extra", "open/csv/kpis.csv"]


# schema.json


def test_the_schema_of_a_release_is_that_of_its_edition(described: Described):
    edition, folder = described
    read = Snapshot.from_json((folder / "schema.json").read_text(encoding="utf-8"))
    stated = read_parquet(folder / "parquet" / "releases.parquet")["schema_version"][0]
    assert (read.version, read.tables) == (stated, description(published(edition)))


# datapackage.json


def test_the_data_package_is_true_of_the_files(described: Described):
    edition, folder = described
    stated = package(folder)
    resources = stated["resources"]
    assert stated["edition"] == edition
    assert len({resource["name"] for resource in resources}) == len(resources) == 2 * len(PUBLISHED)
    for resource in resources:
        path = folder / resource["path"]
        assert resource["bytes"] == path.stat().st_size
        assert resource["hash"] == f"sha256:{digest(path)}"


def test_the_data_package_says_who_answers_for_it(described: Described):
    stated = package(described[1])
    roles = {entry["title"]: entry["roles"] for entry in stated["contributors"]}
    assert roles[STATED.publisher.name] == ["publisher"] and roles[STATED.contact.name] == ["contact"]
    assert [licence["name"] for licence in stated["licenses"]] == ["CC0-1.0"]


def test_no_column_is_left_out_and_every_key_is_one(described: Described):
    edition, folder = described
    by_name = {resource["name"]: resource["schema"] for resource in package(folder)["resources"]}
    for table in published(edition):
        schema = by_name[table.name]
        assert [field["name"] for field in schema["fields"]] == table.names
        assert [list(table.key)] == schema.get("uniqueKeys", [schema.get("primaryKey")])
        for key in schema.get("foreignKeys", []):
            there = by_name[key["reference"]["resource"]]
            assert key["reference"]["fields"][0] in [field["name"] for field in there["fields"]]
    required = {f["name"]: f.get("constraints", {}).get("required") for f in by_name["quotes"]["fields"]}
    assert required["text"] is (True if edition == "full" else None)


def test_alternatives_in_a_pattern_hold_for_the_whole_value():
    fields = {field["name"]: field for field in table_schema(TABLES["documents"], set())["fields"]}
    assert fields["language"]["constraints"]["pattern"] == "([a-z]{2}|und)"
    assert fields["n_chars"]["constraints"]["minimum"] == 1 and "pattern" not in fields["title"].get("constraints", {})


def test_frictionless_finds_every_csv_file_valid(described: Described):
    _, folder = described
    read = Package(str(folder / "datapackage.json"))
    tables = [resource for resource in read.resources if resource.format == "csv"]
    assert len(tables) == N_CSV
    report = Package(resources=[resource.to_copy() for resource in tables], basepath=str(folder)).validate()
    assert report.valid, report.flatten(["name", "type", "message"])


def test_frictionless_reads_every_parquet_file(described: Described):
    """Its validation of Parquet is of no use: pandas makes numbers of nulls, and it finds no size. Reading is what it can do."""
    _, folder = described
    read = [resource for resource in Package(str(folder / "datapackage.json")).resources if resource.format != "csv"]
    assert len(read) == len(PUBLISHED)
    for resource in read:
        assert len(resource.read_rows()) == n_rows(folder / resource.path), resource.name


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        ("kpis", b",measured,", b",guessed,", "constraint-error"),
        ("kpis", b",12.0,", b",tolv,", "type-error"),
        ("people", b"\r\np", b"\r\nq", "constraint-error"),
        ("authors", b",m0001", b",m0002", "foreign-key"),
        ("documents", b",0.5,", b",1.5,", "constraint-error"),
        ("quotes", b"direct", b"", "constraint-error"),
    ],
)
def test_frictionless_finds_a_value_that_the_schema_forbids(
    tmp_path: Path, sample: Sample, table: str, old: bytes, new: bytes, fault: str
):
    folder = edition_in(tmp_path, sample("Ane", "Bo")[0], "full")
    path = folder / "csv" / f"{table}.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    report = Package(str(folder / "datapackage.json")).get_resource(f"{table}-csv").validate()
    assert fault in {row[0] for row in report.flatten(["type"])}


def test_frictionless_finds_a_file_that_is_not_the_one_described(tmp_path: Path, sample: Sample):
    folder = edition_in(tmp_path, sample("Ane")[0], "full")
    path = folder / "csv" / "skipped.csv"
    path.write_bytes(path.read_bytes().replace(b"empty", b"EMPTY"))
    report = Package(str(folder / "datapackage.json")).get_resource("skipped-csv").validate()
    assert "hash-count" in {row[0] for row in report.flatten(["type"])}
