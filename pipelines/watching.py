"""`pejl watch`: a run whenever the articles have changed and have come to rest; and what is looked at to tell."""

import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from pejlemaerker.fetching.looking import sources_fingerprint
from pejlemaerker.storage.fingerprint import fingerprint

Build = Callable[[], int]
Sleep = Callable[[float], None]
_TRIES = 3


def seen_now(articles: Path, outputs: Path, sources: Path | None) -> str:
    """A fingerprint of what a run would read: the folder `articles`, or all that the file `sources` names on this machine."""
    return sources_fingerprint(sources, outputs) if sources else fingerprint(articles, leave_out=outputs)


class Watcher:
    """Looks at the articles now and then. A change is read once two looks find the same, so that no file is read half copied.

    A run that fails is tried again after two, then four looks; after three tries it waits for the next change.
    """

    def __init__(self, articles: Path, outputs: Path, build: Build, sources: Path | None = None) -> None:
        self._articles, self._outputs, self._build, self._sources = articles, outputs, build, sources
        self._seen: str | None = None
        self._read: str | None = None
        self._failures = 0
        self._pause = 0

    def look(self) -> int | None:
        """One look at the articles; the exit code of the run it led to, None where there was nothing to do."""
        now = seen_now(self._articles, self._outputs, self._sources)
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
    console.print(f"Watching; the articles are looked at every {seconds:g} s. Ctrl-C stops.")
    try:
        while True:
            if (code := watcher.look()) is not None:
                console.print("Watching again." if code == 0 else "Watching again; the run did not end well.")
            sleep(seconds)
    except KeyboardInterrupt:
        console.print("Stopped. The last release stays.")
