"""The words of `pejl`: its help, how quickly that is there, and what it says of a word that it does not know."""

import json
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from house import ROOT, run

from pipelines.command_line import SECTIONS, main

SLOW = {"dagster", "duckdb", "polars", "pyarrow", "rich", "pandera", "httpx"}
_LOADED = """
import json, sys
from click.testing import CliRunner
from pipelines.command_line import main
asked = json.loads(sys.argv[1])
codes = [CliRunner().invoke(main, arguments).exit_code for arguments in asked]
print(json.dumps([codes, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def test_no_help_text_waits_for_what_only_the_work_needs(tmp_path: Path):
    asked = [["--help"], *([name, "--help"] for name in main.commands)]
    told = run(sys.executable, "-c", _LOADED, json.dumps(asked), cwd=tmp_path, PYTHONPATH=str(ROOT))
    codes, modules = json.loads(told.stdout)
    assert set(codes) == {0} and len(codes) > 8
    assert "click" in modules and not SLOW & set(modules)


def test_every_command_stands_in_one_section_of_the_help():
    lines = CliRunner().invoke(main, ["--help"]).output.splitlines()
    for title, commands in SECTIONS.items():
        start = lines.index(f"{title}:") + 1
        shown = [line.split()[0] for line in lines[start : start + len(commands)]]
        assert shown == [command.name for command in commands]


@pytest.mark.parametrize(
    ("typed", "meant"), [(["biuld"], "'build'"), (["build", "--output"], "--outputs"), (["verfy"], "'verify'")]
)
def test_a_word_that_is_nearly_one_is_answered_with_that(typed: list[str], meant: str):
    result = CliRunner().invoke(main, typed)
    assert result.exit_code == click.UsageError.exit_code
    assert "Did you mean" in result.output and meant in result.output
