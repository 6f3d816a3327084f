"""The help texts and docs/commands.md are true: examples run, members of JSON objects are those told, nothing is cut off."""

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from house import ROOT, House

from pipelines import reference
from pipelines.command_line import main
from pipelines.commands.json_shapes import REFUSED, SHAPES

# These run until they are stopped, read the web, or take what only a reader has; what they are given is parsed, not run.
_PARSED_ONLY = ("dev", "watch", "serve", "fetch", "build", "erase", "evaluate")
_PLACES = {"ROW", "ID", "DIR", "my/articles", "my/outputs"}


def examples(command: click.Command) -> list[str]:
    lines = [line.strip() for line in (command.help or "").splitlines()]
    return [re.split(r"\s{2,}", line)[0] for line in lines if line.startswith("pejl ")]


RUN = [
    line
    for name, command in main.commands.items()
    for line in examples(command)
    if name not in _PARSED_ONLY and not _PLACES & set(shlex.split(line))
]


@pytest.mark.parametrize("line", RUN)
def test_each_example_of_a_help_text_answers(built: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str):
    shutil.copytree(built.outputs, tmp_path / "outputs", symlinks=True, ignore=shutil.ignore_patterns("store"))
    shutil.copytree(built.articles, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    for name in ("OUTPUTS", "ARTICLES", "POLICY"):
        monkeypatch.delenv(name, raising=False)
    result = CliRunner().invoke(main, shlex.split(line)[1:])
    assert result.exit_code == 0 and result.stdout, result.output


def test_every_command_has_examples_and_says_its_exit_codes():
    for name, command in main.commands.items():
        assert 1 < len(examples(command)) <= 5, name
        assert all(shlex.split(line)[1] == name for line in examples(command))
        assert "Exit codes:" in (command.help or ""), name


def test_the_list_of_commands_cuts_no_line_short():
    listed = CliRunner().invoke(main, []).stdout
    assert listed == CliRunner().invoke(main, ["--help"]).stdout and "..." not in listed.partition("Make the")[2]
    assert max(map(len, listed.splitlines())) <= 110


def test_the_page_of_the_commands_is_as_written_from_them():
    """`python -m pipelines.reference` writes it anew."""
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page()


def test_a_page_that_is_behind_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(main.commands["show"], "help", "Something else.")
    assert reference.PAGE.read_text(encoding="utf-8") != reference.page()


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "FROM quotes LIMIT 1"),
        ("show", "slipper stopuret"),
        ("review", "--limit", "1"),
        ("verify",),
        ("erase", "--check", "Ida Holm"),
        ("build", "--articles", "articles"),
        ("evaluate", "--misses", "--reliability"),
        ("fetch",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_members_of_an_answer_are_those_that_are_told(
    built: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
):
    name, outputs = arguments[0], str(built.outputs)
    given = [*arguments, "--json"]
    if name in ("query", "show", "review", "erase"):
        given += ["--outputs", outputs]
    if name == "verify":
        given.append(outputs)
    if name == "erase":
        CliRunner().invoke(main, ["erase", "--person", "Ida Holm", "--outputs", outputs, "--policy", str(tmp_path)])
        given += ["--policy", str(tmp_path)]
    if name == "build":
        shutil.copytree(ROOT / "articles", tmp_path / "articles", ignore=shutil.ignore_patterns("[!b]*"))
        monkeypatch.chdir(tmp_path)
        given.append("--no-site")
    if name == "evaluate":
        gold = tmp_path / "gold"
        gold.mkdir()
        shutil.copy(ROOT / "tests/gold/articles/nyhed-strandby-slipper-stopuret.json", gold)
        given += ["--gold", str(gold), "--articles", str(ROOT / "articles")]
    if name == "fetch":
        (tmp_path / "sources.toml").write_text('[[source]]\nname = "egne"\nfolder = "articles"\n')
        given += ["--sources", str(tmp_path / "sources.toml"), "--outputs", str(tmp_path)]
    result = CliRunner().invoke(main, given)
    told = json.loads(result.stdout)
    assert told.pop("ok") is True, result.output
    assert set(told) == set(SHAPES[name])


def test_the_members_of_a_refusal_are_those_that_are_told(built: House):
    told = json.loads(CliRunner().invoke(main, ["query", "FROM x", "--json", "--outputs", str(built.outputs)]).stdout)
    assert set(told) == set(REFUSED)


def test_every_command_with_the_option_has_its_members_told():
    with_option = {
        name for name, command in main.commands.items() if any("--json" in item.opts for item in command.params)
    }
    assert with_option == set(SHAPES)
