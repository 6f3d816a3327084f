"""The gate: what is looked at when a release is written and before it is switched in. Each gives messages, empty when all is well."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from schemas.snapshot import Snapshot
from schemas.versioning import version_faults

from . import verify
from .fault import CHECKS, Fault

MOST = 20  # faults of one check that are shown
_SCHEMA = "schema.json"


def whole_faults(staged: Path) -> list[str]:
    """Whatever is wrong with the release in the folder `staged`."""
    return [line for check in listed(verify(staged)).values() for line in check]


def breaking_faults(staged: Path, before: Path | None) -> list[str]:
    """What breaks programs that read the release in the folder `before`, where the version of the schema does not say so.

    A release so old that it does not tell its schema is not compared.
    """
    last = _snapshot(before) if before else None
    now = _snapshot(staged)
    return version_faults(last, now) if last and now else []


def _snapshot(folder: Path) -> Snapshot | None:
    try:
        return Snapshot.from_json((folder / _SCHEMA).read_text(encoding="utf-8"))
    except (OSError, ValueError, LookupError, TypeError):  # a file that is missing or broken is a fault of its own
        return None


def listed(found: Iterable[Fault], most: int = MOST) -> Mapping[str, list[str]]:
    """By check the faults in words, so many of each, and how many more there are."""
    found, lines = list(found), dict[str, list[str]]()
    for check in CHECKS:
        own = [fault for fault in found if fault.check == check]
        if own:
            lines[check] = [f"{fault.place}: {fault.message}" if fault.place else fault.message for fault in own[:most]]
            if len(own) > most:
                lines[check].append(f"and {len(own) - most} more of this check (pejl verify --json lists all)")
    return lines
