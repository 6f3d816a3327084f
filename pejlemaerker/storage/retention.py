"""What is thrown away, and when: packs that no document has needed for a month, and all but the newest releases.

Nothing that is thrown away here is lost: packs are made anew from the articles, and a release that goes was followed by newer ones.
"""

import os
import shutil
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from .files import TEMPORARY

KEEP_RELEASES = 10
DAY = 24 * 3600.0
KEEP_PACKS = 30 * DAY  # articles may come back, and so may an older version of the rules


def old_releases(outputs: Path, keep: int = KEEP_RELEASES) -> list[Path]:
    """The folders of releases in `outputs` beyond the `keep` newest ones, oldest first; never the one that `latest` points to."""
    current = (outputs / "latest").resolve()
    folders = [path for path in (outputs / "releases").glob("*") if path.is_dir() and not path.name.startswith(".")]
    by_age = sorted(folders, key=lambda path: (path.stat().st_mtime_ns, path.name))
    return [path for path in by_age[: max(0, len(by_age) - keep)] if path.resolve() != current]


def unneeded_packs(
    folder: Path, packs: Mapping[str, str], needed: Collection[str], now: float | None = None
) -> list[Path]:
    """Files in `folder` of packs that no document has needed for a month, and what killed runs left there.

    `packs` names the pack of each document key, `needed` are the keys of the present documents with the present rules. The
    time of change of a file says when it was needed last: it is set anew here, once a day.
    """
    now = time.time() if now is None else now
    used = {packs[key] for key in needed if key in packs}
    found = []
    for path in sorted(folder.glob("*.parquet")):
        age = now - path.stat().st_mtime
        if path.name.partition(".")[0] not in used:
            found += [path] if age > KEEP_PACKS else []
        elif abs(age) > DAY:
            os.utime(path, (now, now))
    return found


def leftovers(outputs: Path) -> list[Path]:
    """What runs had begun to write in `outputs`, its releases and its store, and did not bring to an end; only to be asked for by
    whoever holds the lock.
    """
    found = [path for place in (outputs, outputs / "releases") for path in place.glob(f"{TEMPORARY}*")]
    return sorted([*found, *(outputs / "store").glob(f"**/{TEMPORARY}*")])


def throw_away(paths: Collection[Path]) -> int:
    """Remove files and folders; how many are gone. One that cannot be removed stays for the next run."""
    gone = 0
    for path in paths:
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        except OSError:
            continue
        gone += 1
    return gone
