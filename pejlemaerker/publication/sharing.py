"""Pages of the site that are the same as in the release before share their place on the disk: hard links.

The site of ten thousand documents has tens of thousands of files, of which a rerun changes few. Only pages are shared: people open data
files with programs that write into them, and what is written into one release must not be written into another.
"""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

from pejlemaerker.storage.files import TEMPORARY

from .descriptions.sums import SUMS
from .site import SITE


def share_pages(folder: Path, before: Path) -> int:
    """Let the pages in `folder` be those in `before` where their hashes are the same; how many are.

    Both are releases, or editions, with their checksums. Where the disk cannot link files, all stay their own.
    """
    last = dict(_pages(before))
    shared = 0
    for name, sha256 in _pages(folder):
        if last.get(name) != sha256:
            continue
        place = folder / name
        beside = place.with_name(f"{TEMPORARY}{uuid.uuid4().hex}")
        try:
            os.link(before / name, beside)
        except OSError:  # another disk, a system without links, too many of them, a page that somebody took away
            continue
        beside.replace(place)
        shared += 1
    return shared


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    """The names and the hashes of the pages in `folder`, as its checksums state them."""
    sums = folder / SUMS
    for line in sums.read_text(encoding="utf-8").splitlines() if sums.is_file() else ():
        sha256, _, name = line.partition("  ")
        if SITE in Path(name).parts[:-1]:
            yield name, sha256
