"""One run at a time in an outputs folder."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Waiting = Callable[[str, float], None]


class BusyError(RuntimeError):
    """Another run holds the lock; the message names its process and says what to do."""


@contextmanager
def hold(path: Path, wait_seconds: float = 0.0, waiting: Waiting | None = None) -> Iterator[None]:
    """Hold the lock file `path`, waiting at most `wait_seconds`; raises BusyError when another process keeps it.

    Where there is something to wait for, `waiting` is told once, before the first pause, who holds the lock and how long at most
    it is waited for. The operating system lets go of the lock when the process ends, however it ends.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        _acquire(file.fileno(), path, wait_seconds, waiting)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _acquire(descriptor: int, path: Path, wait_seconds: float, waiting: Waiting | None) -> None:
    deadline = time.monotonic() + wait_seconds
    while not _taken(descriptor):
        if time.monotonic() >= deadline:
            raise BusyError(
                f"another run ({_holder(path)}) is working in {path.parent}. Wait for it, or choose another --outputs."
            )
        if waiting is not None:
            waiting(_holder(path), wait_seconds)
            waiting = None  # once is enough
        time.sleep(0.2)


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(path: Path) -> str:
    """Who wrote the lock file; one that was taken this very moment may not name anybody yet."""
    return f"process {path.read_text().strip() or 'unknown'}"
