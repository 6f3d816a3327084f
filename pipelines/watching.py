"""`pejl watch`: a run whenever the articles folder has changed and has come to rest."""

import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from pejlemaerker.storage.fingerprint import fingerprint

Build = Callable[[], int]
Sleep = Callable[[float], None]
_TRIES = 3


class Watcher:
    """Looks at a folder now and then. A change is read once two looks find the same, so that no file is read half copied.

    A run that fails is tried again after two, then four looks; after three tries it waits for the next change.
    """

    def __init__(self, articles: Path, outputs: Path, build: Build) -> None:
        self._articles, self._outputs, self._build = articles, outputs, build
        self._seen: str | None = None
        self._read: str | None = None
        self._failures = 0
        self._pause = 0

    def look(self) -> int | None:
        """One look at the folder; the exit code of the run it led to, None where there was nothing to do."""
        now = fingerprint(self._articles, leave_out=self._outputs)
        settled, self._seen = now == self._seen, now
        if now == self._read or not settled:
            self._failures = 0 if not settled else self._failures
            return None
        if self._pause:
            self._pause -= 1
            return None
        code = self._build()
        self._failures = self._failures + 1 if code else 0
        if code == 0 or self._failures >= _TRIES:
            self._read, self._failures = now, 0
        else:
            self._pause = 2**self._failures - 1
        return code


def watch(watcher: Watcher, console: Console, seconds: float, sleep: Sleep = time.sleep) -> None:
    """Look every so many `seconds` until Ctrl-C."""
    console.print(f"Watching; the folder is looked at every {seconds:g} s. Ctrl-C stops.")
    try:
        while True:
            if (code := watcher.look()) is not None:
                console.print("Watching again." if code == 0 else "Watching again; the run did not end well.")
            sleep(seconds)
    except KeyboardInterrupt:
        console.print("Stopped. The last release stays.")
