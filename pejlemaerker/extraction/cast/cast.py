"""The cast of one article: whom a surname, a title or a pronoun stands for at a place in the text.

Two people whom a short form could mean are never told apart by a guess: the form then stands for nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.roles import indefinite

from .model import Actor, OrganisationMention, PersonMention, Told

_STEMS = {row[0]: row[1] for row in rows("organisation_nouns")}
_ONE_BREATH = 40  # characters between two names that stand side by side
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

    def by_noun(self, noun: str, position: int) -> OrganisationMention | None:
        """Which organisation a noun in the definite form (`foreningen`) stands for: the one of that kind named a little before, else the
        only one named before at all.
        """
        stem = _STEMS.get(noun.lower())
        if stem is None:
            return None
        before = [item for item in self.organisations_between(0, position) if stem in item.name.lower()]
        near = {item.name: item for item in before if item.start > position - _NEAR}
        named = near or {item.name: item for item in before}
        return next(iter(named.values())) if len(named) == 1 else None

    def by_title(self, word: str, position: int) -> Actor | None:
        """Whom a title in the definite form (`borgmesteren`) stands for: the one person who holds such a role."""
        role = indefinite(word)
        if role is None:
            return None
        holders = [
            actor for actor in self.actors.values() if any(_holds(item.role, role) for item in actor.affiliations)
        ]
        named = [actor for actor in holders if actor.first_seen < position]
        candidates = named or holders
        return candidates[0] if len(candidates) == 1 else None


def _holds(role: str | None, wanted: str) -> bool:
    return role is not None and any(
        part.lower().removesuffix(",") == wanted or part.lower().endswith(wanted) for part in re.split(r"[\s-]", role)
    )
