"""Runs that are killed with `kill -9`: the next one ends as a clean run would, and nobody who reads the last release notices.

A few rounds of what `benchmarks/kills.py` does many of. What a run does that ends by itself with an error belongs to `test_bad_places.py`.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from house import ROOT, House

sys.path.insert(0, str(ROOT / "benchmarks"))
from kills import (
    CHANGED,
    HALF_BUILT,
    READING,
    RELEASING,
    SWITCHING,
    Clean,
    Round,
    Times,
    clean_runs,
    killed_and_run_again,
    reader,
    write_articles,
)

# Ends itself, and none of its workers, as soon as one of them has read something.
DIES_ALONE = """
import os, signal
from dataclasses import replace
from pejlemaerker.stages import STAGES
from pipelines.command_line import main
from pipelines.progress import Progress
def report(progress, stage, done, whole):
    if stage == "clean" and done:
        os.kill(os.getpid(), signal.SIGKILL)
Progress.report = report
os.cpu_count = lambda: 2
STAGES["clean"] = replace(STAGES["clean"], batch=2)
main()
"""


def build(articles: Path, outputs: Path) -> Times:
    """Run in this process, which has all modules loaded; about how long the parts of it took."""
    started = time.monotonic()
    run = House(articles, outputs).build(quiet=True)
    assert run.code == 0, run.err
    seconds = time.monotonic() - started
    return Times(starting=seconds, reading=0.5 * seconds, releasing=0.2 * seconds)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    return clean_runs(tmp_path_factory.mktemp("clean"), build, random.Random(5), documents=5)


@pytest.fixture(scope="module")
def killed(clean: Clean, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Round]:
    """A round of that kind, killed at a moment that its name gives, so that it is the same one every time."""

    @cache
    def one_round(begun: str, part: str) -> Round:
        outputs = tmp_path_factory.mktemp("killed") / "outputs"
        share = random.Random(f"{begun} {part}").random()
        return killed_and_run_again(clean, outputs, build, begun, part, share)

    return one_round


# The first of them is killed twice, the first time with no outputs yet.
@pytest.mark.parametrize(("begun", "part"), [(HALF_BUILT, RELEASING), (CHANGED, READING), (CHANGED, SWITCHING)])
def test_the_next_run_ends_as_a_clean_run_and_readers_see_no_error(
    killed: Callable[[str, str], Round], begun: str, part: str
):
    done = killed(begun, part)
    assert done.faults == []
    assert done.reads or begun != CHANGED
    assert done.place == SWITCHING or part != SWITCHING  # the other moments may meet the run a little earlier or later


def test_what_a_killed_run_had_begun_is_thrown_away_by_the_next(killed: Callable[[str, str], Round]):
    assert killed(CHANGED, SWITCHING).left == []


def test_the_workers_of_a_killed_run_end_with_it(tmp_path: Path):
    """As when the system runs out of memory or a scheduler kills the one process it knows."""
    write_articles(tmp_path / "articles", 5, random.Random(6))
    command = [sys.executable, "-c", DIES_ALONE, "build", "--articles", "articles", "--outputs", "outputs"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, start_new_session=True) as first:
        try:
            assert first.wait(120) == -signal.SIGKILL
            first.communicate(timeout=5)  # its output is closed when the last process that could write to it has ended
        except subprocess.TimeoutExpired:
            os.killpg(first.pid, signal.SIGKILL)
            pytest.fail("processes of the killed run are still there")


@pytest.mark.parametrize("wrong", ["parquet", "tables", "releases"])
def test_a_round_that_lost_something_is_told_from_one_that_did_not(clean: Clean, wrong: str):
    wanted = clean.states[1]
    changed = {
        "parquet": {**wanted.parquet, "quotes.parquet": wanted.parquet["quotes.parquet"][:-1]},
        "tables": {**wanted.tables, "quotes": (wanted.tables["quotes"][0] + 1, wanted.tables["quotes"][1])},
        "releases": {*wanted.releases, "0123456789ab"},
    }
    assert wanted.differences(wanted) == []
    assert len(wanted.differences(replace(wanted, **{wrong: changed[wrong]}))) == 1


def test_a_release_that_cannot_be_read_is_seen_by_the_reader(clean: Clean, tmp_path: Path):
    (tmp_path / "latest").symlink_to("releases/mangler")
    with reader(clean.outputs) as well, reader(tmp_path) as badly:
        pass
    assert well.reads and not well.errors and well.versions == clean.states[0].releases
    assert badly.errors and not badly.reads
