"""The notebook over the sample release: it runs from top to bottom as a script, and marimo has nothing to say against it."""

import os
import subprocess
import sys
from pathlib import Path

from doc_pages import ROOT

NOTEBOOK = ROOT / "notebooks" / "sample.py"


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | environment
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_the_notebook_answers_all_its_questions_over_a_release(project: Path):
    done = run(sys.executable, NOTEBOOK, OUTPUTS=str(project / "outputs"))
    assert done.returncode == 0, done.stderr


def test_without_a_release_it_says_what_to_do(tmp_path: Path):
    done = run(sys.executable, NOTEBOOK, OUTPUTS=str(tmp_path))
    assert done.returncode != 0
    assert f"There is no release in {tmp_path}. Run `make run` first" in done.stderr


def test_marimo_has_nothing_to_say_against_it(tmp_path: Path):
    done = run(Path(sys.executable).parent / "marimo", "check", "--strict", NOTEBOOK, HOME=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
