"""What may go wrong in a run: it says so in plain words and by its exit code, and the last release is as it was."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from click.testing import CliRunner
from house import N_ARTICLES, NEW, House, state

from pejlemaerker import stages
from pejlemaerker.publication import releases
from pejlemaerker.stages import STAGES, Inputs, Outputs
from pejlemaerker.storage.files import TEMPORARY
from pejlemaerker.storage.lock import hold
from pipelines.command_line import main
from schemas import INITIATIVES


@pytest.mark.parametrize("name", ["mangler", "mangler [/b]"])
def test_a_folder_that_is_not_there_is_told_with_the_next_step(tmp_path: Path, name: str):
    run = House(tmp_path / name, tmp_path / "ud").build()
    assert run.code == 1 and run.out == ""
    assert str(tmp_path / name) in run.err and "--articles" in run.err
    assert not (tmp_path / "ud").exists()


def test_a_lock_that_another_run_holds_gives_the_code_for_try_again(copied: House):
    before = state(copied.outputs)
    copied.put("nyt.txt")
    (copied.outputs / "releases" / f"{TEMPORARY}next").mkdir()
    with hold(copied.outputs / ".lock"):
        run = copied.build()
    assert run.code == 75, run.err
    assert half_written(copied) == [f"releases/{TEMPORARY}next"], "it is the other run's"
    assert str(copied.outputs) in run.err and str(os.getpid()) in run.err
    assert state(copied.outputs) == before


def half_written(house: House) -> list[str]:
    return sorted(path.relative_to(house.outputs).as_posix() for path in house.outputs.rglob(f"{TEMPORARY}*"))


def test_a_run_that_fails_leaves_nothing_half_written(copied: House, monkeypatch: pytest.MonkeyPatch):
    seen: list[list[str]] = []

    def breaks_off(folder: Path, edition: str) -> None:
        (folder / f"{TEMPORARY}0-{releases.DATABASE}.wal").write_bytes(b"half")
        (copied.outputs / "store" / "clean" / f"{TEMPORARY}0-pack").write_bytes(b"half")
        seen.append(half_written(copied))
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    before = state(copied.outputs)
    monkeypatch.setattr(releases, "build_database", breaks_off)
    copied.put("nyt.txt")
    assert copied.build().code == 1
    assert len(seen[0]) == 3 and half_written(copied) == []
    assert state(copied.outputs) == before
    monkeypatch.undo()
    assert copied.build().code == 0 and half_written(copied) == []


def test_quiet_says_nothing_but_what_went_wrong(copied: House, tmp_path: Path):
    assert (copied.build(quiet=True).out, copied.runs[0].err) == ("", "")
    assert "--articles" in House(tmp_path / "mangler", tmp_path / "ud").build(quiet=True).err


Reader = Callable[[str, Inputs], Outputs]


def stage_that(monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[Reader], Reader]) -> None:
    monkeypatch.setitem(STAGES, name, replace(STAGES[name], read=change(STAGES[name].read)))


def test_a_stage_that_fails_on_one_document_takes_no_other_down(copied: House, monkeypatch: pytest.MonkeyPatch):
    def breaks(read_well: Reader) -> Reader:
        def read(raw: str, inputs: Inputs) -> Outputs:
            if "Biblioteket" in str(inputs["documents"][0]["title"]):
                raise RecursionError("for mange parenteser")
            return read_well(raw, inputs)

        return read

    stage_that(monkeypatch, "quotes", breaks)
    copied.put("går galt.txt")
    copied.put("går godt.txt", NEW.replace("Biblioteket", "Svømmehallen"))
    run = copied.build()
    assert run.code == 0, run.err
    skipped = copied.table("skipped").row(0, named=True)
    assert copied.skipped() == {"går galt.txt": "failed"} and "skipped går galt.txt" in run.out
    assert "quotes" in skipped["reason"] and "for mange parenteser" in skipped["reason"]
    assert copied.table("documents").height == N_ARTICLES + 1
    assert "går godt.txt" in copied.table("documents")["source_path"]
    assert copied.build().read_now["quotes"] == 0, "what failed is not tried again until its code is new"


def initiative(inputs: Inputs, **changed: Any) -> dict[str, Any]:
    """A good row of `initiatives` on the title, some cells changed."""
    title = next(row for row in inputs["segments"] if row["kind"] == "title")
    place = {name: title[name] for name in ("document_id", "segment_id", "char_start", "char_end", "text")}
    good = {"initiative_id": f"{title['document_id']}-i{'0' * 12}", "name": title["text"], "kind": "other"}
    return INITIATIVES.row(**place | good | {"rule": "made_up", "confidence": 1.0} | changed)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, None),
        ({"char_start": 1, "char_end": 12}, "initiatives: 1 rows do not stand at their span"),
        ({"segment_id": "d0123456789abcdef-s0123456789ab"}, "initiatives.segment_id: 1 values are not in segments"),
        ({"confidence": 2.0}, "table initiatives: 1 values break the schema\n  confidence:"),
    ],
    ids=["good", "span", "key", "schema"],
)
def test_a_wrong_row_stops_the_release_and_leaves_the_last_one(
    copied: House, monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], said: str | None
):
    stage_that(
        monkeypatch, "initiatives", lambda _: lambda raw, inputs: {"initiatives": [initiative(inputs, **changed)]}
    )
    before = state(copied.outputs)
    copied.put("nyt.txt")
    run = copied.build()
    if said is None:  # else the cases below would fail for another reason than the one they name
        assert run.code == 0 and "made_up" in copied.table("initiatives")["rule"]
        return
    assert run.code == 1 and "the last release is as it was" in run.err
    assert said in run.err and "Traceback" not in run.err and len(run.err) < 2000
    assert state(copied.outputs) == before


def test_the_command_says_what_it_can_do_and_what_it_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    command = CliRunner()
    helped = command.invoke(main, ["--help"])
    assert helped.exit_code == 0 and "pejl build --articles DIR --outputs DIR" in helped.output
    wrong = command.invoke(main, ["build", "--farve", "grøn"])
    assert wrong.exit_code == 2 and "--farve" in wrong.output
    missing = command.invoke(main, ["build"], env={"ARTICLES": "mangler"})
    assert missing.exit_code == 1 and "no folder mangler" in missing.output and "--articles" in missing.output


@pytest.mark.parametrize("stop", [KeyboardInterrupt, dg.DagsterExecutionInterruptedError])
def test_a_run_that_is_stopped_says_so_in_a_line_and_loses_nothing(
    copied: House, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
):
    def stops(raw: str, inputs: Inputs) -> Outputs:
        raise stop

    before = state(copied.outputs)
    copied.put("nyt.txt")
    with monkeypatch.context() as patch:
        stage_that(patch, "kpis", lambda read: stops)
        run = copied.build()
    assert run.code == 130 and run.err.startswith("Stopped.") and len(run.err.splitlines()) == 1
    assert state(copied.outputs) == before
    assert copied.build().code == 0 and copied.runs[-1].read_now["clean"] == 0


def test_a_new_version_that_reads_the_same_is_told_as_such(copied: House, monkeypatch: pytest.MonkeyPatch):
    before = state(copied.outputs)
    library = stages.library_versions
    monkeypatch.setattr(stages, "library_versions", lambda *names: library(*names) + " newer")
    run = copied.build()
    assert run.code == 0 and f"{N_ARTICLES} documents were read again" in run.out and "Nothing has changed" in run.out
    assert state(copied.outputs) == before


def test_a_cluster_that_does_not_answer_is_told_with_the_next_step(copied: House, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("ray")
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:9")
    copied.put("nyt.txt")
    found = CliRunner().invoke(
        main, ["build", "--engine", "ray", "--articles", str(copied.articles), "--outputs", str(copied.outputs)]
    )
    assert found.exit_code == 1 and "RAY_ADDRESS=127.0.0.1:9" in found.output and "unset RAY_ADDRESS" in found.output
