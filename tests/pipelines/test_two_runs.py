"""Two runs over one outputs folder: one works, the other leaves with a word on it or waits, and no file is in the way afterwards.

Each run is a process of its own; the first one stands still, with the folder in its hand, until the test lets it go on.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from house import NEW, House, parquet, pejl

from pejlemaerker.storage import lock
from pejlemaerker.storage.files import TEMPORARY
from pipelines.building import build_release
from pipelines.exits import EXIT_BUSY

# Says when it has come to the articles, and reads them when it is told to.
STANDS_STILL = """
import sys
import assets.sources as stage
from pipelines.command_line import main
def when_told(*given, **named):
    print("at work", flush=True)
    sys.stdin.readline()
    return ingest(*given, **named)
ingest, stage.ingest = stage.ingest, when_told
main()
"""
PEJL = [str(Path(sys.executable).parent / "pejl")]


@contextmanager
def started(house: House, *program: str) -> Iterator["subprocess.Popen[str]"]:
    """A run in a process of its own, which is gone after the block."""
    command = [
        *(program or PEJL),
        "build",
        "--quiet",
        "--articles",
        str(house.articles),
        "--outputs",
        str(house.outputs),
    ]
    pipe = subprocess.PIPE
    env = {**os.environ, "DAGSTER_DISABLE_TELEMETRY": "yes"}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=env) as child:
        try:
            yield child
        finally:
            child.kill()


@contextmanager
def standing_still(house: House) -> Iterator["subprocess.Popen[str]"]:
    with started(house, sys.executable, "-c", STANDS_STILL) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "at work\n", child.communicate()[1]
        yield child


def let_go(child: "subprocess.Popen[str]") -> None:
    """Let the run go on; it must come to a good end."""
    _, err = child.communicate("\n", timeout=120)
    assert (child.returncode, err) == (0, "")


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one run alone makes of the article."""
    folder = tmp_path_factory.mktemp("alone")
    house = House(folder / "articles", folder / "outputs")
    house.put("nyt.txt")
    assert house.build().code == 0, house.runs[0].err
    return parquet(house.latest)


@pytest.fixture
def new(house: House) -> House:
    """A house with an article and no outputs."""
    house.put("nyt.txt")
    return house


def is_whole(house: House, wanted: dict[str, bytes]) -> bool:
    """One release, as it should be, and no file that belongs to nothing."""
    left = list(house.outputs.rglob(f"{TEMPORARY}*"))
    return not left and parquet(house.latest) == wanted and len(list((house.outputs / "releases").iterdir())) == 1


def test_a_second_run_leaves_at_once_and_names_the_first(new: House, wanted: dict[str, bytes]):
    with standing_still(new) as first:
        second = pejl("build", "--articles", str(new.articles), "--outputs", str(new.outputs), cwd=new.articles)
        assert second.returncode == EXIT_BUSY == 75 and second.stdout == ""
        assert f"process {first.pid}" in second.stderr and str(new.outputs) in second.stderr
        assert "Wait" in second.stderr and "Traceback" not in second.stderr
        assert build_release(new.articles, new.outputs, quiet=True, wait=0.01, site=False) == EXIT_BUSY, (
            "and one that waits too short"
        )
        assert first.poll() is None and not (new.outputs / "latest").exists()
        let_go(first)
    assert is_whole(new, wanted)


@pytest.mark.parametrize("quiet", [False, True])
def test_a_second_run_that_may_wait_says_for_whom_and_goes_on_where_the_first_ended(
    new: House,
    wanted: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    quiet: bool,
):
    with standing_still(new) as first:
        waits: list[float] = []
        said: list[str] = []

        def wait(seconds: float) -> None:
            if not waits:
                said.append(capsys.readouterr().err)
                let_go(first)
            waits.append(seconds)

        monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=time.monotonic, sleep=wait))
        assert build_release(new.articles, new.outputs, quiet=quiet, wait=60, site=False) == 0
    assert waits, "the second run did not find the first at work"
    end = capsys.readouterr()
    assert end.err == "", "one line is enough"
    if quiet:
        assert (said, end.out) == ([""], "")
    else:
        (line,) = said
        assert line.count("\n") == 1, "said before the wait, in one line"
        assert f"process {first.pid}" in line and str(new.outputs) in line and "60 seconds" in line
        assert "Nothing has changed" in end.out and "0 documents read" in end.out
    assert is_whole(new, wanted)


def test_a_second_run_that_finds_something_to_do_after_the_first_does_not_say_that_nothing_has_changed(
    new: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    with standing_still(new) as first:

        def wait(_: float) -> None:
            if first.poll() is None:
                let_go(first)
                new.put("endnu.txt", NEW.replace("Biblioteket", "Svømmehallen").replace("klokken syv", "klokken otte"))

        monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=time.monotonic, sleep=wait))
        assert build_release(new.articles, new.outputs, quiet=False, wait=60, site=False) == 0
    out = capsys.readouterr().out
    assert "1 documents read" in out and "Nothing has changed" not in out


def test_runs_that_start_at_once_do_not_disturb_each_other(new: House, wanted: dict[str, bytes]):
    """One of them works. The other leaves, or, where the machine let it start late, finds nothing to do."""
    with started(new) as one, started(new) as other:
        said = {child: child.communicate(timeout=120)[1] for child in (one, other)}
    for child, colleague in ((one, other), (other, one)):
        assert child.returncode in (0, EXIT_BUSY), said[child]
        if child.returncode == EXIT_BUSY:
            assert re.search(rf"process ({colleague.pid}|unknown)\b", said[child])
    assert 0 in (one.returncode, other.returncode)
    assert is_whole(new, wanted)


def test_the_lock_of_a_killed_run_is_no_lock(new: House, wanted: dict[str, bytes]):
    with standing_still(new) as first:
        first.kill()
        first.wait()
        assert (new.outputs / ".lock").read_text().strip() == str(first.pid)
        run = new.build()
    assert run.code == 0, run.err
    assert is_whole(new, wanted)


def test_runs_in_two_outputs_folders_know_nothing_of_each_other(new: House, tmp_path: Path, wanted: dict[str, bytes]):
    beside = House(new.articles, tmp_path / "beside")
    with standing_still(new):
        assert beside.build().code == 0, beside.runs[0].err
    assert is_whole(beside, wanted)
