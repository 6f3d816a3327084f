"""The cast of one article: whom a surname, a title or a pronoun stands for at a place in the text.

Two people whom a short form could mean are never told apart by a guess: the form then stands for nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.people import Affiliation
from pejlemaerker.danish.roles import indefinite, is_role

from .model import Actor, OrganisationMention, PersonMention, Told

_NOUNS = {row[0]: (row[1], frozenset(filter(None, row[2].split("|")))) for row in rows("organisation_nouns")}
_ONE_BREATH = 40  # characters between two names that stand side by side
_RIVALS = 20  # people with one office: nobody can say which of so many is meant
_MANY = 1000  # people or mentions: more than an article has
_NEAR = 600  # characters: the paragraph before, or the one before that
_PRONOUN_SEX = {"han": "m", "hun": "f"}


@dataclass
class Cast:
    """The people and organisations of an article and where they are named, in reading order."""

    actors: dict[str, Actor]
    mentions: list[PersonMention]
    organisations: list[OrganisationMention]
    told: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the mentions by place."""
        self._starts = [mention.start for mention in self.mentions]
        self._places = [item.start for item in self.organisations]
        self._by_role: dict[str, list[Actor]] = {}
        self._nouns: dict[str, tuple[list[OrganisationMention], list[OrganisationMention]]] = {}

    def between(self, start: int, end: int) -> list[PersonMention]:
        """People named in clean_text[start:end]."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def backwards(self, position: int) -> Iterator[PersonMention]:
        """People named before `position`, the nearest first."""
        for i in range(bisect_left(self._starts, position) - 1, -1, -1):
            yield self.mentions[i]

    def organisations_between(self, start: int, end: int) -> list[OrganisationMention]:
        """Organisations named in clean_text[start:end]."""
        return self.organisations[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def by_pronoun(self, pronoun: str, position: int, speaking: Actor | None) -> Actor | None:
        """Whom `han` or `hun` at `position` stands for: who is speaking, else the person of that sex named last."""
        sex = _PRONOUN_SEX[pronoun.lower()]
        known, rival, open_to_both = self._candidates(sex, position)
        if speaking is not None and speaking.sex in (sex, "u"):
            other = known if speaking.sex == sex else (known or open_to_both)
            if other is None or other.actor is speaking:
                return speaking
        if known is not None and rival is not None and rival.actor is not speaking and known.actor is not speaking:
            return None  # two of that sex in one breath
        if known is not None and open_to_both is not None and open_to_both.start > known.start:
            return None  # the name between them may be a woman's or a man's
        chosen = known or open_to_both
        return chosen.actor if chosen else None

    def _candidates(
        self, sex: str, position: int
    ) -> tuple[PersonMention | None, PersonMention | None, PersonMention | None]:
        """Before `position`: the person of `sex` named last, another of that sex within a few words of that, and one of either."""
        known = rival = open_to_both = None
        for mention in self.backwards(position):
            if mention.actor.sex == "u":
                open_to_both = open_to_both or mention
            elif mention.actor.sex == sex and known is None:
                known = mention
            elif known is not None and mention.actor.sex == sex and mention.actor is not known.actor:
                rival = mention if known.start - mention.end <= _ONE_BREATH else None
                break
            if known is not None and known.start - mention.end > _ONE_BREATH:
                break
        return known, rival, open_to_both

    def full_name(self, item: OrganisationMention) -> str:
        """The name of an organisation in full, where the article gives it: `Dansk Industri` of `DI`."""
        if item.known is None:
            return self.spelled_out(item.name)
        names = self._names_of.get(item.known.id, {item.name})
        return item.known.name if item.known.name in names else max(names, key=lambda name: (len(name), name))

    def spelled_out(self, name: str) -> str:
        """The one organisation of the article of which `name` is made of the initials; `name` itself where there is none."""
        names = self._names_by_initials.get(name, set()) if name.isupper() else set()
        return next(iter(names)) if len(names) == 1 else name

    @cached_property
    def _names_of(self) -> dict[str, set[str]]:
        """The names that the article gives each registered organisation."""
        found: dict[str, set[str]] = {}
        for item in self.organisations:
            if item.known is not None:
                found.setdefault(item.known.id, set()).add(item.name)
        return found

    @cached_property
    def _names_by_initials(self) -> dict[str, set[str]]:
        """The names of several words by their initials, small words left out or not: `Vestens Forening` by `VF`."""
        found: dict[str, set[str]] = {}
        for item in self.organisations:
            words = item.name.split()
            for letters in ([word[0] for word in words], [word[0] for word in words if word[0].isupper()]):
                if len(words) > 1:
                    found.setdefault("".join(letters).upper(), set()).add(item.name)
        return found

    def by_noun(self, noun: str, position: int) -> OrganisationMention | None:
        """Which organisation a noun in the definite form (`foreningen`) stands for: the one of that kind named a little before, else the
        only one named before at all.
        """
        stem, kinds = _NOUNS.get(noun.lower(), ("", frozenset()))
        if not stem:
            return None
        by_name, by_kind = self._of_noun(noun.lower(), stem, kinds)
        for pool, since in ((by_name, position - _NEAR), (by_kind, position - _NEAR), (by_name, 0)):
            starts = [item.start for item in pool] if len(pool) < _MANY else []
            named = {item.name: item for item in pool[bisect_left(starts, since) : bisect_left(starts, position)]}
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
        return None

    def _of_noun(
        self, noun: str, stem: str, kinds: frozenset[str]
    ) -> tuple[list[OrganisationMention], list[OrganisationMention]]:
        """The organisations whose name holds `stem`, and those of `kinds`; looked up once for each noun."""
        if noun not in self._nouns:
            by_name = [item for item in self.organisations if stem in item.name.lower()]
            self._nouns[noun] = by_name, [item for item in self.organisations if item.kind in kinds]
        return self._nouns[noun]

    def by_title(self, word: str, position: int) -> Actor | None:
        """Whom a title in the definite form (`borgmesteren`) stands for: the one person who holds such a role."""
        role = indefinite(word)
        return self._holder(role, position) if role else None

    def by_role(self, word: str, position: int) -> Actor | None:
        """Whom a role in the indefinite form behind `den` stands for: `den 54-årige direktør`."""
        return self._holder(word.lower(), position) if is_role(word) else None

    def holds_no(self, word: str, actor: Actor) -> bool:
        """Whether the role of which `word` is the definite form cannot be that of `actor`: somebody else holds it."""
        role = indefinite(word)
        if role is None:
            return False
        own = [item.role.lower() for item in actor.affiliations if item.role]
        deputy = any(held.endswith(role) and held.removesuffix(role).startswith(_DEPUTIES) for held in own)
        holders = self._holders(role)
        return deputy or len(holders) > 1 or any(other is not actor for other in holders)

    def last_named(self, position: int) -> Actor | None:
        """The person named last before `position`."""
        return next((mention.actor for mention in self.backwards(position)), None)

    def learn(self, actor: Actor, affiliation: Affiliation) -> None:
        """Let `actor` have a role that the text gives only now."""
        actor.affiliations.append(affiliation)
        self._by_role.clear()

    def _holders(self, role: str) -> list[Actor]:
        """People with the office `role`, else with the office it is a compound of; looked up once for each role."""
        if len(self.actors) > _MANY:
            return []  # a list of members or a register: nobody is meant by a title there
        if role not in self._by_role:
            people = self.actors.values()
            same = [actor for actor in people if any(_holds(item.role, role) for item in actor.affiliations)]
            self._by_role[role] = same or [
                actor for actor in people if any(_heads(item.role, role) for item in actor.affiliations)
            ]
        return self._by_role[role]

    def _holder(self, role: str, position: int) -> Actor | None:
        holders = self._holders(role)
        if len(holders) > _RIVALS:
            return None
        named = [actor for actor in holders if actor.first_seen < position]
        candidates = named or holders
        return candidates[0] if len(candidates) == 1 else None


# Beginnings that make another office of one: a `næstformand` is no `formand`.
_DEPUTIES = ("vice", "næst", "under", "eks", "ex", "fhv", "pro", "sou")


def _holds(role: str | None, wanted: str) -> bool:
    """Whether `wanted` can be said of somebody with `role`: the same, the last part of it, or a compound of its head."""
    if role is None:
        return False
    for part in re.split(r"[\s-]", role.lower()):
        word = part.removesuffix(",")
        if word == wanted or (word.endswith(wanted) and not word.removesuffix(wanted).startswith(_DEPUTIES)):
            return True
    return False


def _heads(role: str | None, wanted: str) -> bool:
    """Whether `wanted` is a compound of the office `role`: `udvalgsformand` of a `formand for udvalget`."""
    words = role.lower().split() if role else []
    return any(
        len(word) > 4 and is_role(word) and wanted.endswith(word) and not wanted.startswith(_DEPUTIES)
        for word in words[:2]
    )
