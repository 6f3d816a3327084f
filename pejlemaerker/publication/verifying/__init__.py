"""Looking at a whole release: `verify`, the same before it is switched in and wherever somebody got it.

One file a kind of check, each yielding `Fault`s; here they are put in order. What a damaged file breaks is told and the rest is
looked at all the same. Nothing is written.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path

from ..descriptions.sums import sha256
from .editions import Edition, Extent, extent
from .fault import CHECKS, Fault, Report, guarded
from .files import Hash
from .looks import Look, looks
from .opening import opened
from .sources import folder_of_articles, source_faults


def _silent(step: str, done: int, whole: int) -> None:
    """Say nothing."""


def verify(release: Path, articles: Path | None = None, report: Report | None = None) -> list[Fault]:
    """All faults of the release in the folder `release`, in the order of `CHECKS`; empty when all is well.

    With `articles`, the folder of the raw articles, each row is also looked up there; NoArticlesError when there is no such folder.
    `report` hears what is done: a step, and how many of how many. A release of another version of the schema is told as such, and only
    its files' bytes are looked at.
    """
    if articles is not None:
        folder_of_articles(articles)
    report = report or _silent
    hashed: Hash = cache(sha256)
    folder = release.resolve()
    editions, found = opened(folder, hashed, report)
    if editions:
        every = [look for edition in editions for look in looks(edition, editions, hashed)]
        found += _all(every, report)
        if articles is not None:
            found += _beside(editions[0], articles, report)
    order = list(CHECKS)
    return sorted(dict.fromkeys(found), key=lambda fault: (order.index(fault.check), fault.place, fault.message))


def _all(every: list[Look], report: Report) -> list[Fault]:
    """What the looks find, in their order; as many at once as there are cores."""
    found: list[Fault] = []
    report("checks", 0, len(every))
    with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        for i, faults in enumerate(pool.map(lambda look: guarded(*look), every), 1):
            found += faults
            report("checks", i, len(every))
    return found


def _beside(edition: Edition, articles: Path, report: Report) -> list[Fault]:
    """The release beside its articles."""
    needed = {"documents", *(table.name for table in edition.by_document)}
    if not needed <= set(edition.sound) or "documents" not in edition.sound:
        return []
    return guarded("sources", "", partial(source_faults, edition, articles, report))


__all__ = ["CHECKS", "Extent", "Fault", "Report", "extent", "verify"]
