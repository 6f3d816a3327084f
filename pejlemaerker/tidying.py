"""After a run: packs and releases that are kept no longer, by the rule of `storage.retention`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .stages import STAGES, keys, packs
from .storage.retention import old_releases, throw_away, unneeded_packs


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
    return Tidied(throw_away(old_releases(outputs)), throw_away(files))
