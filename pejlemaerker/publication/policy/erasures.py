"""The list of erased persons and documents, `policy/erasures.toml`: hashes under a key that lies outside the list.

Without the key nobody can tell from the list who is on it; with it a build recognises the names it meets. What is then done with
them is for `publication.erasing`.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pejlemaerker.danish.name_forms import slug_forms
from pejlemaerker.storage.files import write_text

from .errors import PolicyError
from .toml_files import stated_in

KEY_FILE = "erasures.key"
KEY_VARIABLE = "PEJL_ERASURE_KEY"
_HASH = re.compile(r"[0-9a-f]{64}")
_KINDS = ("person", "document")
_FEWEST = 32  # hexadecimal digits of a key
_OPENING = "# Who and what is erased, as hashes under a key that lies outside this file (docs/rights.md). Written by `pejl erase`.\n"


@dataclass(frozen=True)
class Erasures:
    """Hashes of erased persons' names and of erased documents' identifiers, and the key they were made with."""

    people: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    key: bytes = field(default=b"", repr=False)

    def __bool__(self) -> bool:
        """Whether anything is erased."""
        return bool(self.people or self.documents)

    def has_person(self, name: str) -> bool:
        """Whether a full name, or its form in an address, is erased; case, marks and spacing do not matter."""
        return bool(self.people) and any(self.hash("person", form) in self.people for form in slug_forms(name))

    def has_document(self, *identifiers: str | None) -> bool:
        """Whether a document with any of these (identifier, address, hash of its text or its bytes) is erased."""
        return any(self.hash("document", value) in self.documents for value in identifiers if value)

    def with_person(self, name: str) -> "Erasures":
        """This list with one more name."""
        more = {self.hash("person", form) for form in slug_forms(name)}
        return Erasures(self.people | more, self.documents, self.key)

    def with_document(self, identifiers: Iterable[str]) -> "Erasures":
        """This list with what identifies one more document."""
        more = {self.hash("document", value) for value in identifiers}
        return Erasures(self.people, self.documents | more, self.key)

    def hash(self, kind: str, value: str) -> str:
        """What stands for `value` in the list."""
        return hmac.new(self.key, f"{kind}\x1f{value}".encode(), hashlib.sha256).hexdigest()


NONE = Erasures()


def read_erasures(path: Path) -> Erasures:
    """The list in the file `path`, with its key; empty where there is no file.

    PolicyError when it cannot be used: above all when there is a list but not the key it was made with, since then nobody on it
    could be recognised.
    """
    if not path.exists():
        return NONE
    stated = stated_in(path, "Take it back from a copy")
    if unknown := sorted(set(stated) - {"key_check", *_KINDS}):
        raise PolicyError(
            f"{path.name} has {', '.join(unknown)[:200]}, but only key_check, person and document may stand there."
        )
    people, documents = (_hashes(stated.get(kind, []), f"{path.name}: {kind}") for kind in _KINDS)
    if not people and not documents:
        return NONE
    key = _key(path)
    if key is None:
        raise PolicyError(
            f"{path.name} lists what is erased, but its key is missing, so that nobody on it could be recognised. Put the key file back as "
            f"{path.with_name(KEY_FILE)}, or set {KEY_VARIABLE}."
        )
    found = Erasures(people, documents, key)
    if stated.get("key_check") != _check(found):
        raise PolicyError(
            f"{path.name} was not made with the key at hand, so that nobody on it could be recognised. Put the right key in "
            f"{path.with_name(KEY_FILE)}, or set {KEY_VARIABLE}."
        )
    return found


def writable_erasures(path: Path) -> tuple[Erasures, bool]:
    """The list to add to, and whether its key was made just now, which then must be kept."""
    found = read_erasures(path)
    if found:
        return found, False
    key = _key(path)
    if key is not None:
        return Erasures(key=key), False
    made = secrets.token_hex(32)
    place = path.with_name(KEY_FILE)
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made + "\n")
    return Erasures(key=bytes.fromhex(made)), True


def write_erasures(path: Path, erasures: Erasures) -> None:
    """Write the list, sorted, without its key."""
    lines = [_OPENING, f'key_check = "{_check(erasures)}"\n']
    for kind, hashes in zip(_KINDS, (erasures.people, erasures.documents), strict=True):
        lines += [f'\n[[{kind}]]\nhash = "{value}"\n' for value in sorted(hashes)]
    write_text(path, "".join(lines))


def _check(erasures: Erasures) -> str:
    return erasures.hash("key", "check")[:16]


def _key(path: Path) -> bytes | None:
    """The key in the environment, else in the file beside the list; None where there is neither."""
    place = path.with_name(KEY_FILE)
    stated = os.environ.get(KEY_VARIABLE) or (
        place.read_text(encoding="ascii", errors="replace") if place.is_file() else None
    )
    if stated is None:
        return None
    key = stated.strip()
    if len(key) < _FEWEST or len(key) % 2 or not re.fullmatch(r"[0-9a-fA-F]+", key):
        where = KEY_VARIABLE if os.environ.get(KEY_VARIABLE) else str(place)
        raise PolicyError(
            f"{where} holds no key. It is a line of at least {_FEWEST} hexadecimal digits; put back the one that was made."
        )
    return bytes.fromhex(key)


def _hashes(stated: object, where: str) -> frozenset[str]:
    if not isinstance(stated, list) or not all(isinstance(entry, dict) for entry in stated):
        raise PolicyError(f"{where}: each entry opens with a line in double brackets. Let `pejl erase` write them.")
    for number, entry in enumerate(stated, 1):
        if set(entry) - {"hash"} or not _HASH.fullmatch(str(entry.get("hash"))):
            raise PolicyError(
                f"{where} number {number} is no entry: it has a hash of 64 digits, never a name. Let `pejl erase` write it."
            )
    return frozenset(entry["hash"] for entry in stated)
