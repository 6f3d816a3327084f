"""What a run shows while it is at work, in a terminal and in a pipe; and what commands answer to a program with --json."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from house import NEW, House
from terminal import in_terminal, piped

from pipelines.command_line import main
from pipelines.definitions import definitions
from pipelines.jobs import BUILD
from pipelines.steps import WORDS
from schemas import PUBLISHED


def called(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def folders(house: House) -> tuple[str, ...]:
    policy = house.articles.parent / "policy"
    policy.mkdir(exist_ok=True)
    return "--articles", str(house.articles), "--outputs", str(house.outputs), "--policy", str(policy)


def test_a_run_tells_a_terminal_what_it_is_at(house: House):
    house.put("a.txt")
    shown = in_terminal("build", *folders(house), columns=100)
    for step in ("actors", "parquet", "duckdb", "descriptions", "gate"):
        assert f"{WORDS[step]} …" in shown
    assert "1 documents read" in shown


def test_verifying_tells_a_terminal_how_far_it_is_and_a_pipe_nothing(built: House):
    assert "checks" in in_terminal("verify", built.latest, columns=100).partition("all is well")[0]
    assert piped("verify", built.latest).stderr == ""


def test_a_run_tells_a_pipe_nothing_on_the_way(house: House):
    house.put("a.txt")
    run = piped("build", *folders(house), FORCE_COLOR="1")
    assert run.returncode == 0 and run.stderr == "" and "…" not in run.stdout


def test_words_for_steps_are_for_steps_that_there_are():
    assert set(WORDS) <= {node.name for node in definitions.resolve_job_def(BUILD).nodes}


def test_a_run_answers_a_program(house: House):
    house.put("a.txt")
    house.put("tom.txt", "")
    first, again = (json.loads(called("build", *folders(house), "--json").stdout) for _ in range(2))
    assert first["ok"] and first["read_now"] == 1 and not first["unchanged"]
    assert set(first["rows"]) == {table.name for table in PUBLISHED} and first["rows"]["documents"] == 1
    assert [row["source_path"] for row in first["skipped"]] == ["tom.txt"]
    assert (again["unchanged"], again["read_now"], again["version"]) == (True, 0, first["version"])
    assert Path(first["release"]).resolve().name == first["version"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "--articles", "nowhere"), 1),
        (("query", "FROM nowhere"), 1),
        (("review", "d0-q0"), 1),
        (("evaluate", "--gold", "nowhere", "--articles", "nowhere"), 1),
        (("fetch", "--sources", "nowhere.toml"), 1),
    ],
)
def test_what_cannot_be_done_is_told_to_a_program_as_well(built: House, arguments: tuple[str, ...], code: int):
    where = () if arguments[0] == "evaluate" else ("--outputs", built.outputs)
    result = called(*arguments, *where, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == told["exit_code"] == code
    assert told["ok"] is False and told["error"].splitlines()[0] in result.stderr


def test_rows_to_review_are_answered_to_a_program(built: House):
    told = json.loads(called("review", "--outputs", built.outputs, "--table", "kpis", "--limit", "3", "--json").stdout)
    assert [row["table"] for row in told["rows"]] == ["kpis"] * 3
    ids = [row["id"] for row in told["rows"]]
    assert set(ids) <= set(built.table("kpis")["kpi_id"]) and told["rows"][0]["segment"]["text"]


def test_the_list_of_erasures_answers_a_program(tmp_path: Path):
    policy = ("--policy", tmp_path / "policy", "--outputs", tmp_path)
    assert called("erase", "--person", "Bo Ask Lind", *policy).exit_code == 0
    for name, listed in (("Bo Ask Lind", True), ("Ida Holm", False)):
        result = called("erase", "--check", name, *policy, "--json")
        assert json.loads(result.stdout) == {"ok": True, "listed": listed} and result.exit_code == (0 if listed else 1)
    assert called("erase", "--person", "Ida Holm", *policy, "--json").exit_code == 2


def test_control_characters_of_file_names_reach_no_terminal(house: House):
    house.put("a.txt", NEW)
    house.put("b\x1b[31m.txt", "")
    result = called("build", *folders(house))
    assert result.exit_code == 0 and "b␛[31m.txt" in result.stdout and "\x1b" not in result.stdout
