"""After a run: packs and releases that are kept no longer, by the rule of `storage.retention`."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .stages import STAGES, keys, packs
from .storage.files import write_text
from .storage.retention import DAY, old_releases, throw_away, unneeded_packs


@dataclass(frozen=True, slots=True)
class Tidied:
    """How many folders of releases and files of packs were removed."""

    releases: int
    pack_files: int


def tidy(outputs: Path, store: Path, raws: Sequence[str], now: float | None = None) -> Tidied:
    """Throw away what the sources `raws` of this run do not need and what newer releases have followed; `now` in seconds since 1970."""
    files = []
    for stage in STAGES:
        filed = packs(store, stage)
        needed = set(keys(store, stage, raws).values())
        files += unneeded_packs(filed.folder, filed.index(), needed, now)
    tidied = Tidied(throw_away(old_releases(outputs)), throw_away(files))
    write_text(_note(store), "When this file was written, the store was tidied.\n")
    return tidied


def is_due(store: Path, now: float | None = None) -> bool:
    """Whether the store was not tidied for a day, so that a run that changed nothing should look through it."""
    try:
        return abs((time.time() if now is None else now) - _note(store).stat().st_mtime) > DAY
    except OSError:
        return True


def _note(store: Path) -> Path:
    return store / "current" / "tidied.txt"
