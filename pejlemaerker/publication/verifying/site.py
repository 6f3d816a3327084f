"""The site of an edition: a page for all that has one, and none for anything that the edition does not hold.

What stands on the pages is not read back; that their bytes are those that were written is for `files`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pejlemaerker.publication.site import SITE, paths

from .editions import Edition
from .fault import Fault

_SINGLE = (paths.INDEX, paths.SEARCH, paths.DOWNLOADS, paths.DICTIONARY, paths.QUALITY, paths.CHANGES, paths.ABOUT)
_FOLDERS = (paths.DOCUMENTS, paths.PEOPLE, paths.ORGANISATIONS, paths.INITIATIVES, paths.THEMES)
# The table and the column whose values have a page each, by the folder of the pages.
_PAGES = {
    paths.DOCUMENTS: ("documents", "document_id"),
    paths.PEOPLE: ("people", "person_id"),
    paths.ORGANISATIONS: ("organisations", "organisation_id"),
    paths.INITIATIVES: ("initiatives", "common_id"),
    paths.THEMES: ("themes", "theme"),
}
_LISTING = re.compile(r"index\.html|side-\d+\.html")
_ANEW = "Build the release anew."


def site_faults(edition: Edition) -> Iterator[Fault]:
    """Pages that are missing, and pages of what is not in the edition; nothing where the edition has no site."""
    folder = edition.folder / SITE
    if not folder.is_dir():
        return
    for name in (*_SINGLE, *(paths.listing(name) for name in _FOLDERS)):
        if not (folder / name).is_file():
            yield Fault("site", edition.place(f"{SITE}/{name}"), f"The page is missing. {_ANEW}")
    for name, (table, column) in _PAGES.items():
        if table in edition.sound:
            ids = edition.dataset.whole(table, column)[column].drop_nulls()
            yield from _pages(edition, folder / name, set(ids.to_list()))


def _pages(edition: Edition, folder: Path, wanted: set[str]) -> Iterator[Fault]:
    """What differs between the pages in a folder and the rows that should have one."""
    there = {path.name for path in folder.glob("*")} if folder.is_dir() else set()
    for row in sorted(wanted - {name.removesuffix(".html") for name in there}):
        place = edition.place(f"{SITE}/{folder.name}/{row}.html")
        yield Fault("site", place, f"The page is missing. {_ANEW}")
    for name in sorted(there):
        if not _LISTING.fullmatch(name) and not _known(name, wanted):
            place = edition.place(f"{SITE}/{folder.name}/{name}")
            yield Fault("site", place, f"It is the page of nothing that the edition holds. Take it away, or: {_ANEW}")


def _known(name: str, wanted: set[str]) -> bool:
    """Whether a page belongs to one of the rows `wanted`: it is called so, or goes on with what is."""
    stem = name.removesuffix(".html")
    return name.endswith(".html") and (stem in wanted or re.sub(r"-\d+$", "", stem) in wanted)
