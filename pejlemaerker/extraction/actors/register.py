"""The registered organisations, found by any variant of their names.

Short names (`DA`, `EVA`, `Djøf`) are theirs only as written: in other letters they are words.
"""

from collections import defaultdict
from functools import cache

from pejlemaerker.danish.organisations import KNOWN, KnownOrganisation, lookup

from .forms import key, parts

SHORTEST = 6  # letters of a name that may be written in other ways


def registered(name: str) -> KnownOrganisation | None:
    """The registered organisation that `name` is a form of; None if there is none."""
    return lookup(name) or (_by_key().get(key(name)) if len(name) >= SHORTEST else None)


def spelled(name: str) -> bool:
    """Whether `name` is written as the register has it."""
    return lookup(name) is not None


def is_registered(organisation: str) -> bool:
    """Whether the register has an organisation of this id."""
    return organisation in _ids()


@cache
def forms() -> tuple[tuple[tuple[str, ...], KnownOrganisation], ...]:
    """The words of each registered name that may be written in other ways, with its organisation."""
    return tuple((parts(name), known) for name, known in sorted(KNOWN.items()) if _is_name(name))


@cache
def _ids() -> frozenset[str]:
    return frozenset(known.id for known in KNOWN.values())


@cache
def _by_key() -> dict[str, KnownOrganisation]:
    """Registered organisations by the key of their names; a key that two of them share stands for neither."""
    found: dict[str, dict[str, KnownOrganisation]] = defaultdict(dict)
    for name, known in KNOWN.items():
        if _is_name(name):
            found[key(name)][known.id] = known
    return {form: next(iter(items.values())) for form, items in found.items() if len(items) == 1}


def _is_name(name: str) -> bool:
    return len(name) >= SHORTEST and not name.startswith("(")
