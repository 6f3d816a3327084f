"""What a person sees of `pejl verify`: the words, the exit codes, and which release is meant.

What belongs here: the command. That each kind of fault is named belongs to `test_planted_faults`.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from release_copy import Copy
from sound_release import linked

from pejlemaerker.publication.verifying import rows
from pejlemaerker.publication.verifying.editions import Edition
from pejlemaerker.publication.verifying.gate import breaking_faults, whole_faults
from pipelines.command_line import main
from schemas import published


def pejl_verify(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def outputs_with(good: Path, tmp_path: Path) -> Path:
    """An outputs folder whose `latest` is a copy of the good release."""
    folder = linked(good, tmp_path / "releases" / good.name)
    (tmp_path / "latest").symlink_to(folder)
    return tmp_path


def test_a_good_release_is_well_and_the_summary_says_what_was_looked_at(good: Path):
    said = pejl_verify(good)
    assert said.exit_code == 0, said.output
    assert "all is well" in said.output and good.name in said.output and "full and open" in said.output
    assert f"{sum(path.is_file() for path in good.rglob('*'))} files" in said.output


@pytest.mark.parametrize("inside", ["", "latest", "latest/open"])
def test_an_outputs_folder_stands_for_its_latest_release(good: Path, tmp_path: Path, inside: str):
    said = pejl_verify(outputs_with(good, tmp_path) / inside, "--json")
    assert said.exit_code == 0, said.output
    told = json.loads(said.stdout)
    assert told["ok"] and told["release"]["version"] == good.name and "sources" not in told["checks"]
    assert told["release"]["editions"] == (["open"] if inside.endswith("open") else ["full", "open"])


def test_faults_are_listed_by_check_and_no_more_than_twenty_of_each(good: Path, tmp_path: Path):
    outputs = outputs_with(good, tmp_path)
    copy = Copy(outputs / "latest")
    for number in range(25):
        copy.write(f"notes-{number}.txt", b"notes")
    said = pejl_verify(outputs)
    assert said.exit_code == 1
    assert said.output.count("  notes-") == 20 and "30 more of this check" in said.output
    told = json.loads(pejl_verify(outputs, "--json").stdout)
    assert len(told["faults"]) == told["checks"]["files"] == 50 and not told["ok"]


@pytest.mark.parametrize("arguments", [("missing",), (".",), (".", "--articles", "missing")])
def test_wrong_usage_is_told_as_such(tmp_path: Path, arguments: tuple[str, ...], good: Path):
    place = good if "--articles" in arguments else tmp_path / arguments[0]
    beside = [str(tmp_path / word) if word == "missing" else word for word in arguments[1:]]
    said = pejl_verify(place, *beside)
    assert said.exit_code == 2
    assert "no release" in said.output or "no folder" in said.output


def test_the_gate_lets_a_good_release_pass_and_names_what_is_wrong_with_another(good: Path, tmp_path: Path):
    assert whole_faults(good) == []
    folder = outputs_with(good, tmp_path) / "latest"
    Copy(folder).write("DATASHEET.md", b"")
    assert any(fault.startswith("DATASHEET.md: Its bytes") for fault in whole_faults(folder))


def test_the_gate_names_a_schema_that_breaks_programs_under_the_same_version(good: Path, tmp_path: Path):
    assert breaking_faults(good, None) == breaking_faults(good, good) == breaking_faults(good, tmp_path) == []
    folder = outputs_with(good, tmp_path) / "latest"
    told = json.loads((folder / "schema.json").read_text())
    told["tables"]["quotes"]["columns"]["said_by"] = told["tables"]["quotes"]["columns"].pop("speaker")
    Copy(folder).write("schema.json", json.dumps(told).encode())
    assert "speaker" in breaking_faults(folder, good)[0]


def test_nothing_is_written(good: Path):
    before = {path: path.stat().st_mtime_ns for path in good.rglob("*")}
    pejl_verify(good, "--articles", good)
    assert {path: path.stat().st_mtime_ns for path in good.rglob("*")} == before


@pytest.mark.parametrize(("edition", "inside"), [("full", ""), ("open", "open")])
def test_numbers_in_rows_of_documents_are_judged_among_the_words_they_were_cut_from(
    good: Path, edition: str, inside: str, monkeypatch: pytest.MonkeyPatch
):
    """A sum cut from its `kroner` looks like a telephone number; in neither edition is such a row looked at by itself."""
    alone: set[str] = set()
    monkeypatch.setattr(rows, "private_faults", lambda _, tables: alone.update(tables) or ())
    looked = Edition(good / inside, edition, sound=tuple(table.name for table in published(edition)))
    assert not [fault for table in looked.tables for fault in rows.row_faults(looked, table)]
    assert alone == {table.name for table in published(edition)} - {table.name for table in looked.by_document}
    assert "people" in alone and not alone & {"quotes", "kpis", "segments"}
