"""The form of the index's files: a line of JSON and arrays of numbers, compressed, which a browser reads without building an object a row.

A file is gzip over: the length of the JSON (4 bytes), the JSON, padded with blanks to whole fours, and the arrays that its key `arrays`
names (name, type, length), each padded to whole fours. Numbers are little-endian and not negative.
"""

import gzip
import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

TYPES = {"u8": "B", "u16": "H", "u32": "I"}
Arrays = Mapping[str, tuple[str, Sequence[int]]]  # by name the type, a key of `TYPES`, and the numbers


class Bundle:
    """A folder of such files, written one after another, and a hash of all of them so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hash = hashlib.sha256()

    def add(self, name: str, head: Mapping[str, object], arrays: Arrays | None = None) -> None:
        """Write the file `name`. FileExistsError where it is there already."""
        place = self.folder / f"{name}.bin"
        place.parent.mkdir(parents=True, exist_ok=True)
        content = _packed(head, arrays or {})
        self._hash.update(f"{name} {len(content)} ".encode() + content)
        with place.open("xb") as file:
            file.write(gzip.compress(content, compresslevel=6, mtime=0))

    @property
    def version(self) -> str:
        """What tells these files from those of another release, so that no browser mixes the two."""
        return self._hash.hexdigest()[:12]


def _packed(head: Mapping[str, object], arrays: Arrays) -> bytes:
    named = [[name, kind, len(numbers)] for name, (kind, numbers) in arrays.items()]
    line = json.dumps({**head, "arrays": named}, ensure_ascii=False, separators=(",", ":")).encode()
    line += b" " * (-len(line) % 4)
    packed = [struct.pack(f"<{len(numbers)}{TYPES[kind]}", *numbers) for kind, numbers in arrays.values()]
    return struct.pack("<I", len(line)) + line + b"".join(array + b"\0" * (-len(array) % 4) for array in packed)
