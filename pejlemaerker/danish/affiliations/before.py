"""Roles that stand before a name: `formand for X og direktør i Y Kommune Navn Navnesen`, `KL’s direktør Navn Navnesen`."""

import re

from ..capitals import UPPER
from .complements import chain
from .model import Affiliation
from .owners import owner_before
from .scene import PREPOSITION, Scene, names_organisation

_WHERE = rf"(?:\s+{PREPOSITION}\s+(?P<of>[^.;:!?”“»«\"()]+?)|\s+(?P<bare>[{UPPER}][^.,;:!?”“»«\"()]*?))?"
_TO_NAME = re.compile(rf"{_WHERE},?\s*$")
TO_ROLE = re.compile(rf"{_WHERE}(?:,?\s+(?:og|samt)|,)\s+(?P<owner>\S+['’]?s\s+)?$")
_REACH = 220


def left(scene: Scene, name_start: int) -> tuple[int, list[Affiliation]]:
    """Where the roles before the name begin, and those roles in reading order."""
    text = scene.text
    found: list[tuple[int, int]] = []
    anchor, pattern = name_start, _TO_NAME
    reach = max(scene.behind, name_start - _REACH)
    for start, end in reversed(scene.roles_between(reach, name_start)):
        gap = pattern.match(text[end:anchor])
        if gap is None or not names_organisation(gap["of"] or gap["bare"]):
            break
        found.insert(0, (start, end))
        anchor, pattern = start, TO_ROLE
    if not found:
        return name_start, []
    owner = owner_before(text, found[0][0], scene.behind)
    return (owner[0] if owner else found[0][0]), chain(text, found, name_start)
