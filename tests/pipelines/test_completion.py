"""What a shell is offered while a person types, and the script that asks for it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete, get_completion_class
from click.testing import CliRunner
from house import House
from terminal import environment

from pejlemaerker.publication.database.examples import EXAMPLES
from pipelines.command_line import main


def offered(*typed: str) -> list[str]:
    *arguments, incomplete = typed
    found = ShellComplete(main, {}, "pejl", "_PEJL_COMPLETE").get_completions(arguments, incomplete)
    return [item.value for item in found]


def test_commands_and_options_are_offered():
    assert offered("re") == ["review"] and offered("show", "--ro") == ["--rows"]
    assert offered("query", "--format", "m") == ["markdown"]


def test_documents_are_offered_by_file_by_id_and_by_a_title_that_one_alone_has(built: House):
    where = ("show", "--outputs", str(built.outputs))
    documents = built.table("documents")
    paths = sorted(path for path in documents["source_path"] if path.startswith("nyhed-"))
    assert offered(*where, "nyhed-") == paths and len(paths) > 1
    first = documents["document_id"].sort()[0]
    assert offered(*where, first[:9]) == [first]
    (titled,) = documents.filter(source_path="nyhed-strandby-slipper-stopuret.txt")["document_id"]
    assert offered(*where, "slipper stop") == [titled]
    assert offered(*where, "er") == offered(*where, "finnes-ikke") == []


def test_names_of_examples_are_offered(built: House):
    where = ("query", "--outputs", str(built.outputs), "--edition", "open", "--example")
    assert offered(*where, "") == sorted(example.name for example in EXAMPLES)
    assert offered(*where, "this_") == ["this_release"]


def test_without_a_release_nothing_is_offered_and_nothing_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    assert offered("show", "--outputs", str(tmp_path), "n") == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_says_where_to_put_it(shell: str):
    lines = CliRunner().invoke(main, ["completion", shell]).stdout.splitlines()
    (note,) = [line for line in lines if line.startswith("# To install: pejl completion")]
    assert note in lines[:2] and shell in note
    assert get_completion_class(shell) is not None and (shell != "zsh" or lines[0] == "#compdef pejl")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_bash_offers_with_the_script_what_may_be_typed(built: House, tmp_path: Path):
    program = tmp_path / "pejl"
    program.write_text(
        f'#!/bin/sh\nexec {sys.executable} -c \'from pipelines.command_line import main; main(prog_name="pejl")\' "$@"\n'
    )
    program.chmod(0o755)
    script = 'eval "$(pejl completion bash)"; COMP_WORDS=(pejl show nyhed-s); COMP_CWORD=2; _pejl_completion pejl; echo "${COMPREPLY[@]}"'
    named = environment(OUTPUTS=str(built.outputs))
    named["PATH"] = f"{tmp_path}:{named['PATH']}"
    told = subprocess.run(["bash", "-c", script], env=named, capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.split() == sorted(
        path for path in built.table("documents")["source_path"] if path.startswith("nyhed-s")
    )
