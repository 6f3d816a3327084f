"""`pejl evaluate` as a person or a script meets it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from made_gold import ARTICLE, SPOKEN, content, quote, write_set

from pejlemaerker.evaluation.gold import Gold
from pejlemaerker.evaluation.running import run
from pejlemaerker.evaluation.sets import Document, Paired
from pipelines import evaluating
from pipelines.command_line import main

MISSED = "Sundby Kommune åbner biblioteket klokken syv"


def asked(*options: str, **folders: Path) -> Result:
    named = [part for name, path in folders.items() for part in (f"--{name}", str(path))]
    return CliRunner().invoke(main, ["evaluate", *named, *options])


@pytest.fixture
def tiny(tmp_path: Path) -> dict[str, Path]:
    value = content(quotes=[quote(), quote(MISSED, kind="unmarked")])
    articles, gold = write_set(tmp_path, {"a.txt": ARTICLE}, {"a.json": value, "b.json": value})
    return {"articles": articles, "gold": gold}


def test_tables_in_a_pipe_are_plain_and_narrow(tiny: dict[str, Path]):
    result = asked("--no-misses", **tiny)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    (recall,) = [line.split() for line in lines if line.startswith("  recall")][:1]
    assert recall[:4] == ["recall", "0.50", "(0.09–0.91)", "2"]
    assert max(len(line) for line in lines) <= 110 and "\x1b" not in result.stdout
    assert "quotes by attribution" in result.stdout and "noise published: 0" in result.stdout
    assert MISSED not in result.stdout and "calibration" not in result.stdout
    assert "no article for the gold file b.json" in result.stderr


def test_misses_and_reliability_come_when_asked_for(tiny: dict[str, Path]):
    result = asked("--misses", "--reliability", **tiny)
    start = ARTICLE.index(MISSED)
    assert f"miss   quotes.unmarked  gold/a.txt:{start}-{start + len(MISSED)}  {MISSED}" in result.stdout
    assert "expected calibration error" in result.stdout


def test_json_is_one_object_and_the_same_again(tiny: dict[str, Path]):
    result = asked("--json", "--misses", "--reliability", **tiny)
    found: dict[str, Any] = json.loads(result.stdout)
    assert [item["name"] for item in found["sets"]] == ["gold"] and found["sets"][0]["without_article"] == ["b.json"]
    quotes = next(item for item in found["total"]["measures"] if item["table"] == "quotes")
    assert (quotes["hit"], quotes["missed"], quotes["recall"]["value"]) == (1, 1, 0.5)
    assert {"miss"} <= {item["what"] for item in found["findings"]} and found["reliability"]
    assert asked("--json", "--misses", "--reliability", **tiny).stdout == result.stdout
    assert {"findings", "reliability"}.isdisjoint(json.loads(asked("--json", **tiny).stdout))


def test_without_folders_all_sets_of_the_project_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(evaluating, "_PROJECT", tmp_path)
    assert asked().exit_code == 1
    for name in ("new", "old"):
        write_set(tmp_path / "tests" / "gold" / name, {"a.txt": ARTICLE}, {"a.json": content()})
    result = asked()
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.startswith("==")] == [
        "== new: 1 documents",
        "== old: 1 documents",
        "== total: 2 documents",
    ]


def test_what_cannot_be_measured_is_said_with_the_next_step(tiny: dict[str, Path], tmp_path: Path):
    result = asked(articles=tiny["articles"], gold=tmp_path / "mangler")
    assert result.exit_code == 1 and "There is no folder" in result.stderr and "--gold" in result.stderr
    result = asked(articles=tmp_path / "mangler", gold=tiny["gold"])
    assert result.exit_code == 1 and "--articles" in result.stderr
    (tiny["gold"] / "a.json").write_text(json.dumps(content(quotes=[quote("Det har ingen sagt")])), encoding="utf-8")
    result = asked(**tiny)
    assert result.exit_code == 1 and "quotes[0] does not stand in gold/a.txt" in result.stderr and not result.stdout
    assert asked(gold=tiny["gold"]).exit_code == 2


def test_help_names_the_command_and_its_options():
    assert "  evaluate  " in CliRunner().invoke(main, ["--help"]).output
    told = asked("--help").output
    assert all(option in told for option in ("--gold", "--articles", "--misses", "--reliability", "--json"))


def test_many_articles_on_many_cores_come_in_order(tmp_path: Path):
    names = [f"{i:02}" for i in range(16)]
    golds = {f"{name}.json": content(quotes=[quote(SPOKEN)]) for name in names}
    articles, gold = write_set(tmp_path, {f"{name}.txt": ARTICLE for name in names}, golds)
    documents = [
        Document(f"sæt/{name}.txt", articles / f"{name}.txt", Gold.read(gold / f"{name}.json")) for name in names
    ]
    heard: list[tuple[int, int]] = []
    first, second = run(
        [Paired("a", documents[:10], []), Paired("b", documents[10:], [])], lambda *done: heard.append(done)
    )
    assert [item.article for item in (*first, *second)] == [document.name for document in documents]
    assert (len(first), len(second)) == (10, 6) and heard == [(i, 16) for i in range(17)]


def test_figures_of_other_gold_are_not_noted_as_the_projects_own(tiny: dict[str, Path]):
    result = asked("--write", **tiny)
    assert result.exit_code == 2 and "name no --gold and no --articles" in " ".join(result.output.split())
