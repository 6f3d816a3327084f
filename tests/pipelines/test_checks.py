"""What checks say on the page when they fail: what happened, examples, what to do, and whether the release waits for it."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest
from house import NEW, House
from test_page import records

from assets import checks, notices
from assets.shown.verdicts import ALL_IS_WELL, NEXT_STEPS, NOT_LOOKED
from assets.workspace import Workspace
from pejlemaerker.publication.integrity import CHECKS
from pipelines.definitions import definitions
from pipelines.jobs import BUILD
from schemas import QUALITY

RELEASE = "descriptions"
STOPPING = {**dict.fromkeys(CHECKS, "actors"), **dict.fromkeys(checks.RELEASE_CHECKS, RELEASE)}


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as found:
        yield found


def results(
    house: House, instance: dg.DagsterInstance, accepted: list[str] | None = None
) -> tuple[bool, dict[str, dg.AssetCheckEvaluation]]:
    """Whether a run ended well, and what its checks said. What is accepted is named as it is in the launchpad."""
    workspace = {"articles": str(house.articles), "outputs": str(house.outputs), "site": False}
    config = {"resources": {"workspace": {"config": {**workspace, "policy_folder": ""}}}}
    config |= {"ops": {"gate": {"config": {"accepted": accepted or []}}}}
    done = definitions.resolve_job_def(BUILD).execute_in_process(
        instance=instance, run_config=config, raise_on_error=False
    )
    return done.success, {item.check_name: item for item in done.get_asset_check_evaluations()}


def plant(monkeypatch: pytest.MonkeyPatch, name: str, message: str) -> None:
    """Let the check `name` find something."""
    if name in CHECKS:
        monkeypatch.setattr(checks, "faults", lambda _: {each: [message] if each == name else [] for each in CHECKS})
    else:
        found = {each: [message] if each == name else [] for each in checks.RELEASE_CHECKS}
        monkeypatch.setattr(checks, "_of_release", lambda *_: found)


@pytest.mark.parametrize("name", STOPPING)
def test_a_check_that_stops_the_release_says_what_happened_and_what_to_do(
    house: House, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch, name: str
):
    house.put("a.txt")
    plant(monkeypatch, name, "quotes: 2 rows are wrong")
    ended_well, found = results(house, instance)
    said = found[name]
    assert not ended_well and not (house.outputs / "latest").exists()
    assert (said.passed, said.severity, said.asset_key.to_user_string()) == (
        False,
        dg.AssetCheckSeverity.ERROR,
        STOPPING[name],
    )
    assert str(said.description) == f"quotes: 2 rows are wrong\n\nWhat to do: {NEXT_STEPS[name]}"
    assert said.metadata["faults"].value == 1
    assert records(said.metadata["examples"]) == [{"fault": "quotes: 2 rows are wrong"}]
    assert said.metadata["what_to_do"].value == NEXT_STEPS[name]
    assert "stays as it was" in str(said.metadata["what_happens"].value)


@pytest.mark.parametrize("name", STOPPING)
def test_the_command_line_says_what_to_do_too(house: House, monkeypatch: pytest.MonkeyPatch, name: str):
    house.put("a.txt")
    plant(monkeypatch, name, "quotes: 2 rows are wrong")
    stopped = house.build()
    assert stopped.code == 1 and f"2 rows are wrong\n\nWhat to do: {NEXT_STEPS[name]}" in stopped.err
    assert NEXT_STEPS["rules_measured"] not in stopped.err, "it did not stop the run"


def test_what_is_typed_in_the_launchpad_leaves_folders_and_policy_as_they_are():
    job, typed = definitions.resolve_job_def(BUILD), {"ops": {"gate": {"config": {"accepted": ["documents"]}}}}
    assert dg.validate_run_config(job, typed)["resources"] == dg.validate_run_config(job, {})["resources"]


def test_a_jump_is_accepted_in_the_launchpad_as_the_check_says(
    house: House, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(checks, "whole_faults", lambda _: [])
    for number in range(12):
        house.put(f"{number}.txt", NEW.replace("Biblioteket", f"Bibliotek {number}"))
    assert results(house, instance)[0]
    for path in house.files()[1:]:
        path.unlink()
    ended_well, found = results(house, instance)
    assert not ended_well and "11 of the 12 documents" in str(found["counts"].description)
    assert "accepted: [NAME]" in str(found["counts"].metadata["what_to_do"].value)
    assert results(house, instance, ["documents"])[0] and house.table("documents").height == 1


def test_a_file_that_is_no_longer_read_is_a_warning_and_the_release_comes_out(
    house: House, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(checks, "whole_faults", lambda _: [])
    house.put("a.txt")
    house.put("b.txt", NEW.replace("Biblioteket", "Svømmehallen"))
    first = results(house, instance)[1]["files_read"]
    assert first.passed and first.description == ALL_IS_WELL and first.metadata["faults"].value == 0
    house.put("b.txt", b"")
    ended_well, found = results(house, instance)
    said = found["files_read"]
    assert ended_well and house.table("documents").height == 1
    assert (said.passed, said.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert str(said.description).startswith("Read last time and not now: b.txt: ")
    assert "What to do: Look at the table skipped" in str(said.description)
    assert "published all the same" in str(said.metadata["what_happens"].value)
    settled = results(house, instance)[1]
    assert settled["keys"].description == settled["whole"].description == NOT_LOOKED


def test_shares_that_fell_and_rules_that_were_not_measured_are_warnings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def share(value: float) -> dict[str, object]:
        bounds = {"value": value, "low": value - 0.05, "high": value + 0.05}
        return QUALITY.row(measured_on="release", measure="documents.with_date", n=90, description="Dated.", **bounds)

    now, before = QUALITY.frame([share(0.6)]), QUALITY.frame([share(0.9)])
    monkeypatch.setattr(notices, "_quality", lambda _: (now, before))
    workspace = Workspace(articles="", outputs=str(tmp_path), policy_folder="")
    for check, words in (
        (notices.shares_kept, "90% of 90 rows became 60% of 90"),
        (notices.rules_measured, "pejl evaluate --write"),
    ):
        said = check(workspace)
        assert (said.passed, said.severity) == (False, dg.AssetCheckSeverity.WARN)
        assert words in said.description and "What to do: " in said.description
