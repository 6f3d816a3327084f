"""What lies in the articles folder: files by content, the metadata beside them, and what cannot be read."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MAX_BYTES = 100_000_000
SIDECAR = ".meta.toml"
IGNORED_ENDINGS = ("~", ".tmp", ".swp", ".part", ".crdownload")

_NO_FILE = "It is no ordinary file (a broken link, a link to a folder or a device). Put the article itself here."


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


def sidecar_names(name: str) -> list[str]:
    """What a file with metadata about the article `name` may be called: `NAME.txt.meta.toml`, then `NAME.meta.toml`."""
    stem = name[: len(name) - len(PurePosixPath(name).suffix)]
    return list(dict.fromkeys([name + SIDECAR, stem + SIDECAR]))


def found_files(folder: Path, leave_out: Path | None = None, *, sidecars: bool = False) -> Iterator[FoundFile]:
    """Articles below `folder` by path, or the `sidecars`; hidden files are left out, and so is the folder `leave_out`.

    NoArticlesError if there is no such folder. What is there but cannot be read, folders included, comes with a reason.
    """
    if not folder.is_dir():
        raise NoArticlesError(
            f"there is no folder {folder}. Make it and put articles in it, or name another with --articles."
        )
    for path in sorted(walk(folder, leave_out), key=lambda path: path.relative_to(folder).as_posix()):
        if path.name.endswith(SIDECAR) is sidecars:
            yield _read(path, _name(path.relative_to(folder)))
    if not folder.is_dir():  # its files were not taken away one by one, and must not look as if they were
        raise NoArticlesError(
            f"the folder {folder} vanished while it was read. Bring it back, or name another with --articles."
        )


def _name(relative: Path) -> str:
    """The path with `/`; bytes of a file name that are no UTF-8 are shown by their number, so that no two names become one."""
    return relative.as_posix().encode("utf-8", errors="surrogateescape").decode("utf-8", errors="backslashreplace")


def walk(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    """Files, links to folders, and folders that may not be listed."""
    closed: list[Path] = []
    out = leave_out.resolve() if leave_out else None
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        parent = Path(place)
        links = [name for name in folders if (parent / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and (parent / name).resolve() != out]
        for name in [*files, *links]:
            if not name.startswith(".") and not name.endswith(IGNORED_ENDINGS):
                yield parent / name
    yield from closed


def _read(path: Path, name: str) -> FoundFile:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode) and not path.is_symlink():
            return FoundFile(name, None, "unreadable", "The folder could not be opened. Check its permissions.")
        if not stat.S_ISREG(mode):
            return FoundFile(name, None, "unreadable", _NO_FILE)
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            return FoundFile(name, None, "too_large", f"The file is larger than {limit} MB. Split it into articles.")
        content = path.read_bytes()
    except FileNotFoundError:
        return FoundFile(name, None, "unreadable", _NO_FILE)
    except OSError as error:
        reason = f"The file could not be read: {error.strerror}. Check its permissions."
        return FoundFile(name, None, "unreadable", reason)
    if not content:
        return FoundFile(name, None, "empty", "The file is empty.")
    return FoundFile(name, content)
