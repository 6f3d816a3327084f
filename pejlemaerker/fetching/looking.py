"""Whether anything has changed in what a file `sources.toml` names on this machine, told without reading an article or asking anybody.

Buckets are left out: to list one costs time and money at each look.
"""

from collections.abc import Iterator
from pathlib import Path

from pejlemaerker.storage.fingerprint import fingerprint_of

from . import ARCHIVE
from .errors import SourcesFileError
from .listing import paths_in
from .sources_file import read_sources


def sources_fingerprint(file: Path, outputs: Path) -> str:
    """A hash (32 hex digits) of the `file`, of what lies in its folders and matches its globs, and of the pages fetched into `outputs`.

    A file that is not there or not as it should be is looked at by itself: the run says what is wrong with it.
    """
    return fingerprint_of([(file.name, file.resolve()), *_named(file, outputs)])


def _named(file: Path, outputs: Path) -> Iterator[tuple[str, Path]]:
    try:
        sources = read_sources(file)
    except SourcesFileError:
        return
    yield from paths_in(sources, outputs / ARCHIVE, outputs)
