"""Versions of the rules: of all that makes the rows of a release, and of what reads one article.

A version of code is a hash of it (`storage.versions`); here stands only which code has a part in what.
"""

import hashlib

from pejlemaerker.stages import STAGES
from pejlemaerker.storage.versions import code_version, library_versions

_ACTORS = "pejlemaerker.extraction.actors"  # reads all documents together, so it is no stage
_READING = tuple(stage for name, stage in STAGES.items() if name != "raw")


def reading_version() -> str:
    """Hash (16 hexadecimal digits) of all rules that read the documents, and of the libraries they leave a part of it to."""
    actors = f"{code_version(_ACTORS)} {library_versions('rapidfuzz')}"
    return _short(" ".join([*(stage.version for stage in _READING), actors]))


def article_rules_version() -> str:
    """Hash of the rules that read one article, the same on every machine: the versions of libraries do not count in it."""
    return _short(" ".join(code_version(*stage.modules) for stage in _READING))


def article_libraries() -> dict[str, str]:
    """The installed versions of the libraries that the rules leave a part of the reading of one article to, by name."""
    names = sorted({library for stage in _READING for library in stage.libraries})
    return {name: library_versions(name).partition("=")[2] for name in names}


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
