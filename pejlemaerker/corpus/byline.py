"""Bylines: who signed an article, read from a line such as `Af Navn Navnesen, rolle i organisation`."""

import re
from dataclasses import dataclass

from pejlemaerker.danish.dates import dates
from pejlemaerker.danish.people import people, roles_in
from pejlemaerker.danish.reporting import FINITE_VERBS
from pejlemaerker.danish.roles import starts_with_role

MAX_WORDS = 40
_PICTURE = re.compile(r"(?i:\s(?:og\s)?foto(?:s|graf)?\s*[:/])")
_PARTING = re.compile(r"\s[·•|]\s")  # behind it stands where and when
_SALUTATION = re.compile(r"(?i:kære|hej|goddag|til (?:redaktionen|pressen|medierne|alle|rette)|dear|hi)\b")
_SALUTATION_WORDS = 5
_SPEECH = re.compile(r"(?i:oplæg|tale|præsentation)\b")
_OPENING = re.compile(
    r"(?i:af|(?:skrevet|publiceret|postet|udgivet)(?: d(?:en|\.) [^,:]{4,24}?)? af|skrevet af|tekst(?: og foto)?|forfatter(?:e)?|"
    r"journalist|blogger|(?:oplæg|tale|præsentation) (?:af|ved)|v\.|v/|ved)\s*[:/]?\s+(?=\w)"
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who signed: full name, role and organisation as written."""

    name: str
    role: str | None
    organisation: str | None


def is_byline(text: str) -> bool:
    """Whether `text` is a line that says who wrote the article."""
    opening = _OPENING.match(text)
    if (
        opening is None
        or len(text.split()) > MAX_WORDS
        or re.search(r"[.!?]\s+[A-ZÆØÅ]\w+\s[a-zæøå]+\s[a-zæøå]+", text)
    ):
        return False
    said = {word.strip(".,:") for word in text[opening.end() :].split()}
    if said & FINITE_VERBS:
        return False  # `Af de nye tal fremgår det …`
    place = opening[0].strip().lower().rstrip(":").strip() in ("ved", "v.", "v/")
    return bool(people(text[opening.end() :])) if place else bool(authors(text))


def is_role_line(text: str) -> bool:
    """Whether `text` is a line that says nothing but who somebody is: `Direktør i Y Kommune`."""
    return len(text.split()) <= 25 and starts_with_role(text) > 0 and not re.search(r"[.!?]$", text)


def is_salutation(text: str) -> bool:
    """Whether `text` opens a letter: `Kære kolleger`."""
    return len(text.split()) <= _SALUTATION_WORDS and _SALUTATION.match(text) is not None


def is_name_line(text: str) -> bool:
    """Whether `text` is a person's full name and nothing else."""
    found = people(text, anyone=True)
    return len(found) == 1 and found[0].name == text.strip()


def is_person_line(text: str) -> bool:
    """Whether `text` is a line that says nothing but who somebody is: `Navn Navnesen, direktør i Y Kommune`."""
    found = people(text)
    if not found or found[0].start > 2 or re.search(r"[.!?:]$", text):
        return False
    return not {word.strip(".,:") for word in text.split()} & FINITE_VERBS


def authors(byline: str, below: str = "") -> list[Author]:
    """Authors named in a `byline`, with the roles that the line `below` it gives when the byline gives none."""
    opening = _OPENING.match(byline)
    rest = byline[opening.end() :] if opening else byline
    if rest.isupper():
        rest = " ".join(word if word in ("OG", "I") else word.title() for word in rest.split()).replace(" OG ", " og ")
    for date in reversed(dates(rest)):
        rest = rest[: date.start]
    rest = _PICTURE.split(_PARTING.split(rest)[0])[0]
    # Of a speech or a talk the occasion may stand behind the comma, which can look like a name.
    last = rest.find(",") if opening and _SPEECH.match(opening[0]) and "," in rest else len(rest)
    found = []
    for person in [person for person in people(rest, anyone=True) if person.start < last]:
        role = organisation = None
        affiliations = person.affiliations or tuple(roles_in(below) if below else ())
        if affiliations:
            role = " og ".join(dict.fromkeys(item.role for item in affiliations if item.role)) or None
            organisation = next((item.organisation for item in affiliations if item.organisation), None)
        found.append(Author(person.name, role, organisation))
    return found
