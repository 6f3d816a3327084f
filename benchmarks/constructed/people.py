"""The people of the constructed articles: all invented, about 30,000 of them in 100,000 articles.

A person is a seat (an organisation, a field, a number) and is the same in every document that draws the seat, so that some people
recur with their role. A family name ends in a made-up one.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from constructed.phrases import Phrases, fields, rows

_PLACED_IN = ("Hjemmeplejen", "Dagplejen", "Psykiatrien", "Arresten", "Kontrolenheden", "Lokalpolitiet", "Fællesstaben")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented. `place` is where they work, with its preposition; `party` is a letter or empty."""

    first: str
    family: str
    woman: bool
    role: str
    place: str
    party: str = ""

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first} {self.family}"

    @property
    def surname(self) -> str:
        """The last name alone."""
        return self.family.rsplit(" ", 1)[-1]

    @property
    def pronoun(self) -> str:
        """She or he."""
        return "hun" if self.woman else "han"


@cache
def _in_use() -> frozenset[str]:
    return frozenset(name for pool, name in rows("names") if pool == "i_brug")


def _family(phrases: Phrases) -> str:
    """A family name that nobody bears, often behind a common one."""
    while (made := phrases.text("{navneled}{efternavnsled}")) in _in_use():
        pass
    draw = phrases.random()
    if draw < 0.3:
        return f"{phrases.slot('mellemnavn')} {made}"
    return f"{phrases.slot('mellemnavn')}-{made}" if draw < 0.34 else made


def _named(phrases: Phrases) -> tuple[str, str, bool]:
    woman = phrases.chance(0.52)
    pool = "kvindenavn" if woman else "mandenavn"
    first, draw = phrases.slot(pool), phrases.random()
    if draw < 0.08:
        second = phrases.slot(pool)
        first = first if second == first else f"{first}{'-' if draw < 0.05 else ' '}{second}"
    return first, _family(phrases), woman


@lru_cache(maxsize=20_000)
def seated(seed: int, organisation: str, field: str, seat: int, kind: str) -> Person:
    """The person on a seat: `kind` is staff, house (an organisation with members), expert, minister or press."""
    phrases = Phrases(random.Random(f"{seed}-{organisation}-{field}-{seat}-{kind}"), field)
    first, family, woman = _named(phrases)
    role, place, party = _ROLES[kind](phrases, organisation, seat)
    return Person(first, family, woman, role, place, party)


def _staff(phrases: Phrases, organisation: str, seat: int) -> tuple[str, str, str]:
    level = fields()[phrases.field]
    if seat < 2:
        return phrases.slot("chefrolle"), f"i {organisation}", ""
    if seat < 5 and level != "stat":
        heads = {"kommune": "borgmester", "region": "regionsrådsformand"}
        role = heads[level] if seat == 2 else f"formand for {phrases.slot('udvalg')}"
        return role, f"i {organisation}", phrases.slot("parti")
    at = phrases.slot("institution")
    if level == "stat" or phrases.chance(0.4):
        at = organisation
    preposition = "i" if at == organisation or at.startswith(_PLACED_IN) else "på"
    return phrases.slot("lederrolle" if seat < 14 else "fagrolle"), f"{preposition} {at}", ""


def _house(phrases: Phrases, organisation: str, seat: int) -> tuple[str, str, str]:
    roles = ("formand", "direktør", "næstformand", "chefkonsulent", "sekretariatsleder")
    role = roles[seat % len(roles)]
    return role, f"for {organisation}" if "formand" in role else f"i {organisation}", ""


def _expert(phrases: Phrases, organisation: str, seat: int) -> tuple[str, str, str]:
    return phrases.one(("professor", "lektor", "forsker", "adjunkt", "seniorforsker")), f"ved {organisation}", ""


def _minister(phrases: Phrases, organisation: str, seat: int) -> tuple[str, str, str]:
    role = phrases.one(("medlem af Folketinget", "ordfører", "minister"))
    return (
        role,
        f"for {phrases.slot('ressort2').lower()}" if role != "medlem af Folketinget" else "",
        phrases.slot("parti"),
    )


def _press(phrases: Phrases, organisation: str, seat: int) -> tuple[str, str, str]:
    return phrases.one(("journalist", "redaktør", "pressekonsulent")), "", ""


_ROLES: dict[str, Callable[[Phrases, str, int], tuple[str, str, str]]] = {
    "staff": _staff,
    "house": _house,
    "expert": _expert,
    "minister": _minister,
    "press": _press,
}
