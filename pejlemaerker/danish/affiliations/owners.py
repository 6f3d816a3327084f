"""Whose somebody is: an owner in the genitive before a role (`KL’s direktør`, `Midterlistens ordfører`)."""

import re

from ..capitals import UPPER
from ..lexicon import rows, words
from ..names import is_first_name
from ..organisations import ends_organisation, lookup

_NAME = rf"(?:[{UPPER}][\w&/-]*\s+(?:og\s+|for\s+|af\s+)?){{0,5}}[{UPPER}][\w&/-]*?"
_GENITIVE = r"(?:['’]s|['’]|s)\s+"
_BEFORE = re.compile(rf"({_NAME}){_GENITIVE}(?:\w+e\s+)?$")
_HERE = re.compile(rf"({_NAME}){_GENITIVE}")
_REACH = 90
_MUNICIPALITIES = frozenset(row[1] for row in rows("municipalities"))
_PLACES = words("countries") | _MUNICIPALITIES
_MUNICIPAL = tuple(sorted(words("municipal_offices")))
_OPENERS = words("sentence_openers")
_NOUNS = tuple(sorted(words("bodies") | words("organisation_nouns")))


def owner_before(text: str, position: int, floor: int = 0, role: str = "") -> tuple[int, str] | None:
    """The organisation that owns the `role` at `position` and where its name begins; not looking before `floor`."""
    match = _BEFORE.search(text, max(floor, position - _REACH), position)
    return (match.start(), match[1]) if match and (is_owner(match[1]) or governs(match[1], role)) else None


def known_owner_before(text: str, position: int, floor: int) -> tuple[int, str] | None:
    """The organisation that owns the person named at `position`: `KL’s Navn Navnesen`; only one whose name says that it is one."""
    match = _BEFORE.search(text, max(floor, position - _REACH), position)
    if match is None or not (lookup(match[1]) is not None or ends_organisation(match[1].split()[-1])):
        return None
    return match.start(), match[1]


def governs(place: str, role: str) -> bool:
    """Whether `role` is an office of the municipality that is called as the `place`: `Københavns borgmester`."""
    return place in _MUNICIPALITIES and role.lower().endswith(_MUNICIPAL)


def owner_here(text: str, position: int) -> tuple[str, int] | None:
    """The organisation in the genitive at `position`, and where what it owns begins."""
    match = _HERE.match(text, position)
    return (match[1], match.end()) if match and is_owner(match[1]) else None


def is_owner(name: str) -> bool:
    """Whether a name in front of a role is that of an organisation, not of a person or a place, nor a noun that merely opens a sentence."""
    parts = name.split()
    if lookup(name) is not None or ends_organisation(parts[-1]) or (name.isupper() and len(name) > 1):
        return True
    return not any(_is_no_name(part) for part in parts)


def _is_no_name(word: str) -> bool:
    bare = word.removesuffix("s")
    person = is_first_name(word) or is_first_name(bare) or bare.endswith("sen")
    return (
        person
        or word in _PLACES
        or bare in _PLACES
        or word in _OPENERS
        or f"{word}s" in _OPENERS
        or bare.lower().endswith(_NOUNS)
    )
