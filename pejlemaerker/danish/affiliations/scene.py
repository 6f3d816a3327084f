"""A text with the roles and organisations that stand in it: what the readers before and behind a name look at."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from ..lexicon import words
from ..organisations import organisations
from ..roles import ROLES, indefinite

_DEFINITE = re.compile(
    r"(?<![\w-])[\w-]{4,}(?:en|n|et)(?=(?:\s(?:i|for|hos|fra|ved|på|af)\s[^.,;:!?()]{2,80})?,\s[A-ZÆØÅ]|\s[A-ZÆØÅ]|\s(?:for|i|hos)\s[A-ZÆØÅ])(?![\w-])"
)
PREPOSITION = r"(?:i|for|hos|fra|ved|på|af|under|inden\sfor|med\sansvar\sfor)"
CLAUSE_WORDS = words("clause_words")
LINKS = frozenset(["for", "af", "i", "på", "til", "mod", "om", "under", "ved", "og", "hos", "fra", "den", "det", "de"])


class Scene:
    """A text with its roles and organisations; `behind` is where the person before ends, whose roles are not the next one's."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.behind = 0

    @cached_property
    def roles(self) -> list[tuple[int, int]]:
        """Places of the roles, in order."""
        return sorted([match.span() for match in ROLES.finditer(self.text)] + _definite_roles(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.roles]

    @cached_property
    def organisations(self) -> list[tuple[int, int]]:
        """Places of the organisations named."""
        return [(item.start, item.end) for item in organisations(self.text)]

    def roles_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Roles that stand wholly in text[start:end]."""
        near = self.roles[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [role for role in near if role[1] <= end]

    def inside_organisation(self, start: int, end: int) -> bool:
        """Whether text[start:end] is a part of the name of an organisation."""
        at = bisect_right(self.organisations, (start, len(self.text))) - 1
        return at >= 0 and self.organisations[at][0] <= start and end <= self.organisations[at][1]


def _definite_roles(text: str) -> list[tuple[int, int]]:
    """Roles in the definite form that a name explains: `formanden for X, Navn Navnesen`, `KL-formanden, Navn Navnesen`."""
    return [match.span() for match in _DEFINITE.finditer(text) if indefinite(match[0])]


def names_organisation(words_between: str | None) -> bool:
    """Whether the words between a role and what follows can be where the role is held: no clause, no other speaker."""
    if words_between is None:
        return True
    parts = words_between.replace(",", " ").split()
    linked = bool(parts) and parts[-1] in LINKS
    return len(parts) <= 12 and not linked and not any(part in CLAUSE_WORDS for part in parts)
