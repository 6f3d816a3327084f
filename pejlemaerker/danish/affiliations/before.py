"""Roles that stand before a name: `formand for X og direktør i Y Kommune Navn Navnesen`, `KL’s direktør Navn Navnesen`."""

import re

from ..capitals import UPPER
from ..roles import indefinite, is_role
from .complements import chain
from .model import Affiliation
from .owners import known_owner_before, owner_before
from .scene import PREPOSITION, Scene, names_organisation

_WHERE = rf"(?:\s+{PREPOSITION}\s+(?P<of>[^.;:!?”“»«\"()]+?)|\s+(?P<bare>[{UPPER}][^.,;:!?”“»«\"()]*?))?"
# Degrees that stand between a role and a name: `overlæge, dr. med. X`.
_DEGREE = r"(?:,?\s(?:dr|prof|ph\.?\s?d|cand|lic|mag)\.(?:\s?(?:med|phil|scient|jur|polit|techn|vet|theol|merc|art|pæd|odont)\.)*)"
_TO_NAME = re.compile(rf"{_WHERE}{_DEGREE}?,?\s*$")
TO_ROLE = re.compile(rf"{_WHERE}(?:,?\s+(?:og|samt)|,)\s+(?P<owner>\S+['’]?s\s+)?$")
# `hendes stedfortræder`, `min egen chef`: whose they are is no organisation, and what they are to somebody is no office.
_RELATION = re.compile(r"\b(?:min|mit|mine|din|hans|hendes|vores|deres|sin|sit|sine)\s(?:\w+\s)?$", re.IGNORECASE)
# `Direktøren er X`, `Ny næstformand er X`.
_IS_NAMED = re.compile(
    r"(?:^|[.!?:]\s)(?:(?:Ny|Nye|Den\snye|Forrest\sstår)\s)?(?P<role>[\wæøåÆØÅ-]+)(?P<where>\s[^.!?:;,]{0,60}?)?\s(?:er|blev|bliver|hedder|var)\s$"
)
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
    while found and _RELATION.search(text, max(0, found[0][0] - 20), found[0][0]):
        found.pop(0)
    if not found:
        return _named_so(scene, name_start)
    first = text[slice(*found[0])]
    owner = owner_before(text, found[0][0], scene.behind, indefinite(first) or first)
    return (owner[0] if owner else found[0][0]), chain(text, found, name_start)


def _named_so(scene: Scene, name_start: int) -> tuple[int, list[Affiliation]]:
    """Whose the person is (`KL’s X`), or a role at the start of the sentence that the name is said to hold: `Ny næstformand er X`."""
    floor = max(scene.behind, name_start - _REACH)
    if (owned := known_owner_before(scene.text, name_start, floor)) is not None:
        return owned[0], [Affiliation(None, owned[1])]
    match = _IS_NAMED.search(scene.text, floor, name_start)
    if match is None or not (is_role(match["role"]) or indefinite(match["role"])):
        return name_start, []
    return match.start("role"), chain(
        scene.text, [match.span("role")], match.end("where") if match["where"] else match.end("role")
    )
