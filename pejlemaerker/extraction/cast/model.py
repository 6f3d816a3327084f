"""Who is who in one article: people with their roles, and where people and organisations are named."""

from dataclasses import dataclass, field
from functools import cached_property

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.organisations import KnownOrganisation
from pejlemaerker.danish.people import Affiliation

_SEX = {row[0]: row[1] for row in rows("first_names")}


@dataclass
class Actor:
    """A person of the article, with all it says of their roles."""

    name: str
    first_seen: int
    affiliations: list[Affiliation] = field(default_factory=list)
    party: str | None = None

    @cached_property
    def sex(self) -> str:
        """`f` or `m` where the first name is used for one of them; else `u`."""
        first = self.name.split(" ", 1)[0]
        return _SEX.get(first) or _SEX.get(first.split("-", 1)[0], "u")

    @property
    def surname(self) -> str:
        """Last word of the name."""
        return self.name.rsplit(" ", 1)[-1]

    def main_affiliation(self) -> Affiliation:
        """The role the article gives first, one with an organisation before one without."""
        whole = [item for item in self.affiliations if item.role and item.organisation]
        roles = [item for item in self.affiliations if item.role]
        bodies = {item.organisation for item in self.affiliations if item.organisation}
        if roles and not whole and len(bodies) == 1:
            return Affiliation(roles[0].role, bodies.pop())
        return (whole or roles or self.affiliations or [Affiliation(None, None)])[0]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at clean_text[start:end]; `phrase_start` is where the roles before the name begin."""

    phrase_start: int
    start: int
    end: int
    actor: Actor
    full: bool
    phrase_end: int = 0


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation named at clean_text[start:end]."""

    start: int
    end: int
    name: str
    kind: str
    known: KnownOrganisation | None


@dataclass(frozen=True, slots=True)
class Told:
    """What clean_text[start:end] says of `actor`: a role, an organisation or both, or a party; `rule` is how it says so."""

    start: int
    end: int
    actor: Actor
    affiliation: Affiliation
    party: str | None
    rule: str
