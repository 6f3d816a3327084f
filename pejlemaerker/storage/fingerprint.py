"""Whether anything has changed among files, such as those in the articles folder, told without reading one: names, sizes and times
of change.
"""

import hashlib
import os
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .sources import walk

# Seconds within which a file may change twice and have the same time, on file systems that count roughly.
_ROUGH = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """What files were found: their fingerprint (32 hex digits), and whether all of them had been at rest for a while."""

    fingerprint: str
    at_rest: bool


def fingerprint(folder: Path, leave_out: Path | None = None) -> str:
    """A hash (32 hex digits) of what lies in `folder`, but for hidden files and the folder `leave_out`; no folder is like an empty one."""
    return look(folder, leave_out).fingerprint


def look(folder: Path, leave_out: Path | None = None) -> Look:
    """The same, and whether a file may still change without anybody seeing it by its time."""
    above = len(str(folder)) + 1
    found = sorted(map(str, walk(folder, leave_out))) if folder.is_dir() else []
    return _look_at((path[above:], path) for path in found)


def fingerprint_of(files: Iterable[tuple[str, Path]]) -> str:
    """A hash (32 hex digits) of `files`, each under a name, in this order."""
    return _look_at(files).fingerprint


def _look_at(files: Iterable[tuple[str, str | Path]]) -> Look:
    """What `files` are found to be. One that vanishes while it is looked at counts as not there; of a link what it leads to counts too."""
    found, latest, now = hashlib.sha256(), 0.0, time.time()
    for name, path in files:
        try:
            states = [os.lstat(path)]
            if stat.S_ISLNK(states[0].st_mode) and os.path.exists(path):  # noqa: PTH110 - there may be very many
                states.append(os.stat(path))  # noqa: PTH116
        except OSError:
            continue
        found.update(name.encode("utf-8", errors="surrogateescape"))
        for state in states:
            times = (state.st_mtime_ns, state.st_ctime_ns)
            found.update(b"\0%d\0%d\0%d\0%d" % (state.st_size, *times, state.st_mode))
            latest = max(latest, *(nanoseconds / 1e9 for nanoseconds in times))
        found.update(b"\n")
    return Look(found.hexdigest()[:32], latest < now - _ROUGH)
