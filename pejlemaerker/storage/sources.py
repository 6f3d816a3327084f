"""What lies in the articles folder: files by content, and those that cannot be read."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 100_000_000
_IGNORED_ENDINGS = (".meta.toml", "~", ".tmp", ".swp", ".part", ".crdownload")


class NoArticlesError(ValueError):
    """The articles folder is not there or is no folder; the message says what to do."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the folder: `path` relative to it with `/`; either its bytes, or a code and reason why there are none."""

    path: str
    content: bytes | None
    code: str | None = None
    reason: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the bytes."""
        return hashlib.sha256(self.content or b"").hexdigest()


def found_files(folder: Path) -> Iterator[FoundFile]:
    """Files below `folder` by path, hidden ones left out. NoArticlesError if there is no such folder."""
    if not folder.is_dir():
        raise NoArticlesError(
            f"there is no folder {folder}. Make it and put articles in it, or name another with --articles."
        )
    for path in sorted(_walk(folder), key=lambda path: path.relative_to(folder).as_posix()):
        yield _read(path, _name(path.relative_to(folder)))


def _name(relative: Path) -> str:
    """The path with `/`; bytes of a file name that are no UTF-8 are shown as replacement characters."""
    return relative.as_posix().encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and not name.endswith(_IGNORED_ENDINGS):
                yield Path(parent) / name


def _read(path: Path, name: str) -> FoundFile:
    if not path.is_file():
        return FoundFile(
            name, None, "unreadable", "It is no ordinary file (a broken link or a device). Put the article itself here."
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            return FoundFile(name, None, "too_large", f"The file is larger than {limit} MB. Split it into articles.")
        content = path.read_bytes()
    except OSError as error:
        return FoundFile(
            name, None, "unreadable", f"The file could not be read: {error.strerror}. Check its permissions."
        )
    if not content:
        return FoundFile(name, None, "empty", "The file is empty.")
    return FoundFile(name, content)
