"""People as Danish texts introduce them: a full name with roles, organisations and party on either side.

`formand for X og direktør i Y Kommune Navn Navnesen`, `KL’s direktør Navn Navnesen`, `Navn Navnesen (S), der er borgmester i Y Kommune`.
What the words beside a name say is read in `affiliations`; who a later surname or pronoun stands for is for `extraction`.
"""

import re
from dataclasses import dataclass

from .affiliations import LINKS, Affiliation, Scene, left, merged, right, roles_in
from .capitals import Word, runs
from .names import name_in, name_text
from .organisations import lookup
from .reporting import SAYING

__all__ = ["Affiliation", "Person", "people", "roles_in"]


@dataclass(frozen=True, slots=True)
class Person:
    """A full name at text[start:end] (0-based, half-open, code points) with what stands beside it.

    text[phrase_start:phrase_end] holds the name and the roles on either side of it.
    """

    phrase_start: int
    start: int
    end: int
    phrase_end: int
    name: str
    affiliations: tuple[Affiliation, ...]
    party: str | None


_PARTY = re.compile(r"\s*\(([A-ZÆØÅ]{1,3})\)")
_VERB_BEFORE = re.compile(rf"\b{SAYING}\s+(?:[^,.;:!?]{{0,120}}\s)?$")
# A noun right before capitals says what they are the name of: `projektet Rolig Vagt`.
_NOUN_BEFORE = re.compile(
    r"\b(?!(?:og|men|samt|da|når|at|som|ifølge|siger|med|til|fra|af|for|hos|den|det)\b)[a-zæøå]{3,}\s+$"
)
_SAYS_RIGHT_BEFORE = re.compile(rf"\b(?:{SAYING}|(?:lyder|lød) det fra|peger|pegede)\s+$")
_VERB_AFTER = re.compile(rf",?\s+{SAYING}\b")


def people(text: str, *, anyone: bool = False) -> list[Person]:
    """People named in full in `text`, in order. With `anyone` also names that hold no known first name and have no cue."""
    candidates = [run for run in runs(text) if len(run) > 1]
    if not candidates:
        return []
    scene = Scene(text)
    found: list[Person] = []
    for run in candidates:
        scene.behind = found[-1].end if found else 0
        place = name_in(run) or _unlisted(scene, run, anyone)
        if place is not None:
            found.append(_person(scene, run, place))
    return found


def _unlisted(scene: Scene, run: list[Word], anyone: bool) -> tuple[int, int] | None:
    """Where an unlisted name stands: one is believed beside a role, a party letter or a reporting verb."""
    place = name_in(run, unlisted=True)
    if place is None:
        return None
    start, end = run[place[0]].start, run[place[1] - 1].end
    believed = anyone or _has_cue(scene, start, end)
    if not believed or lookup(scene.text[start:end]) is not None or scene.inside_organisation(start, end):
        return None
    return place


def _has_cue(scene: Scene, start: int, end: int) -> bool:
    text = scene.text
    if left(scene, start)[1] or _PARTY.match(text, end):
        return True
    before = text[max(0, start - 60) : start]
    if _VERB_AFTER.match(text, end) and not _NOUN_BEFORE.search(before):
        return True
    if any(item.role for item in right(scene, end, start=start)[0]) and not _NOUN_BEFORE.search(before):
        return True
    linked = bool(before.split()) and before.split()[-1].lower() in LINKS  # then a place or an organisation is named
    called = _NOUN_BEFORE.search(before) is not None
    if _SAYS_RIGHT_BEFORE.search(before):
        return True
    return not linked and not called and _VERB_BEFORE.search(before) is not None


def _person(scene: Scene, run: list[Word], place: tuple[int, int]) -> Person:
    text = scene.text
    start, end = run[place[0]].start, run[place[1] - 1].end
    name = name_text(run, place)
    end = start + len(text[start:end].rstrip()) if not text[start:end].endswith(("’s", "'s")) else end - 2
    party = _PARTY.match(text, end)
    after = party.end() if party else end
    phrase_start, before = left(scene, start)
    behind, phrase_end = right(scene, after, start=start, has_role=any(item.role for item in before))
    affiliations = tuple(merged(before + behind))
    return Person(phrase_start, start, end, max(end, phrase_end), name, affiliations, party[1] if party else None)
