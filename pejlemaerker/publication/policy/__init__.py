"""What people decide about a dataset, one file a matter, in one folder: rights, erasures, corrections, and who publishes it.

Each module reads one of the files; `Policy` holds them all. What follows from a decision is done elsewhere: `assembly` leaves
out what is erased and corrects rows, `editions` keeps to the rights, `descriptions` say who publishes.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .about import ABOUT, About, read_about
from .corrections import NONE as NONE_CORRECTED
from .corrections import Corrections, read_corrections
from .erasures import NONE as NONE_ERASED
from .erasures import Erasures, read_erasures
from .errors import PolicyError
from .rights import Rights, read_rights

__all__ = ["About", "Corrections", "Erasures", "Policy", "PolicyError", "Rights"]

_CORRECTIONS = "corrections"


@dataclass(frozen=True)
class Policy:
    """All that a policy folder says; `sha256` stands for its files as they were read."""

    about: About
    rights: Rights
    erasures: Erasures
    corrections: Corrections
    sha256: str


def read_policy(folder: Path | None) -> Policy:
    """The policy in `folder`; files that are missing say nothing, and so do a missing folder and None.

    PolicyError for what cannot be used.
    """
    if folder is None:
        return Policy(ABOUT, Rights(), NONE_ERASED, NONE_CORRECTED, "")
    return Policy(
        about=read_about(folder / "dataset.toml"),
        rights=read_rights(folder / "rights.toml"),
        erasures=read_erasures(folder / "erasures.toml"),
        corrections=read_corrections(folder / _CORRECTIONS),
        sha256=_fingerprint(folder),
    )


def _fingerprint(folder: Path) -> str:
    """Hash of the names and bytes of all files that `read_policy` looks at, and of the key that erasures are read with."""
    digest = hashlib.sha256()
    for path in sorted([*folder.glob("*.toml"), *folder.glob("*.key"), *(folder / _CORRECTIONS).glob("*.toml")]):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder)} {len(content)}\n".encode() + content)
    return digest.hexdigest()
