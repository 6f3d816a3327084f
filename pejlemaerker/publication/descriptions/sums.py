"""Hashes of the files of a release, and the list of them that `sha256sum -c SHA256SUMS` reads."""

import hashlib
from pathlib import Path

from pejlemaerker.storage.files import TEMPORARY, write_text

SUMS = "SHA256SUMS"


def write_sums(folder: Path) -> None:
    """Write `SHA256SUMS`: every file below `folder` but itself, sorted by path. To be called last, for `open/` before what it lies in."""
    paths = sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix())
    lines = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths]
    write_text(folder / SUMS, "".join(lines))


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and path != folder / SUMS and not path.name.startswith(TEMPORARY)
    ]


def sha256(path: Path) -> str:
    """SHA-256 of a file of any size, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
