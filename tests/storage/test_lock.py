"""One run at a time: a second one is told so, and a lock that nobody holds any more stops nobody."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pejlemaerker.storage.lock import BusyError, hold

HOLDER = """
import sys
from pathlib import Path
from pejlemaerker.storage.lock import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(lock: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stdout.readline() == b"held\n"
    try:
        yield process
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(10)


def test_a_second_holder_is_told_who_is_at_work_and_what_to_do(tmp_path: Path):
    lock = tmp_path / "outputs" / ".lock"
    with another_process(lock) as process, pytest.raises(BusyError) as caught, hold(lock):
        pytest.fail("two runs held one lock")
    said = str(caught.value)
    assert str(process.pid) in said and str(lock.parent) in said and "--outputs" in said
    with hold(lock):
        assert lock.read_text().strip() == str(os.getpid())


def test_a_process_cannot_hold_a_lock_twice(tmp_path: Path):
    with hold(tmp_path / ".lock"), pytest.raises(BusyError), hold(tmp_path / ".lock"):
        pytest.fail("one lock was held twice")


def test_a_lock_left_by_a_killed_process_blocks_nobody(tmp_path: Path):
    lock = tmp_path / ".lock"
    with another_process(lock) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        assert lock.read_text().strip() == str(process.pid)
        with hold(lock):
            assert lock.read_text().strip() == str(os.getpid())


def test_a_lock_is_let_go_when_the_work_fails(tmp_path: Path):
    with pytest.raises(ValueError, match="arbejdet"), hold(tmp_path / ".lock"):
        raise ValueError("arbejdet gik galt")
    with hold(tmp_path / ".lock"):
        pass


def test_a_holder_that_may_wait_gets_the_lock_when_it_is_free(tmp_path: Path):
    lock = tmp_path / ".lock"
    with another_process(lock) as process:
        assert process.stdin
        threading.Timer(0.3, process.stdin.close).start()  # longer than one pause
        told: list[tuple[str, float]] = []
        with hold(lock, wait_seconds=10, waiting=lambda *said: told.append(said)):
            assert lock.read_text().strip() == str(os.getpid())
        assert told == [(f"process {process.pid}", 10)], "told once for whom, and how long at most"


def test_a_holder_that_need_not_or_may_not_wait_says_nothing_of_waiting(tmp_path: Path):
    told: list[tuple[str, float]] = []
    free = hold(tmp_path / ".lock", wait_seconds=10, waiting=lambda *said: told.append(said))
    held = hold(tmp_path / ".lock", waiting=lambda *said: told.append(said))
    with free, pytest.raises(BusyError), held:
        pytest.fail("one lock was held twice")
    assert told == []


def test_waiting_ends(tmp_path: Path):
    started = time.monotonic()
    with hold(tmp_path / ".lock"), pytest.raises(BusyError), hold(tmp_path / ".lock", wait_seconds=0.1):
        pytest.fail("one lock was held twice")
    assert 0.1 <= time.monotonic() - started < 5
