"""People of one common name: which documents speak of one person, and which cannot be told.

An organisation, a rare role, or a party with one kind of role links documents, and makes out a person. A document with
none of these is of the one person known by that name, if there is but one and nothing speaks against it; else nobody can
say, and nothing is guessed. Somebody of one name only (`Ruth`) is a person of that text, unless a rare role links two.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pejlemaerker.corpus.identifiers import normalised

from .common import is_rare, role_kind
from .ids import person_id


@dataclass(slots=True)
class Occurrence:
    """A name in one document, with all that is said of its bearer there; `roles` by their words, with those that are `rare`.

    `rank` orders the documents by date; `original` is the document, or the one that it repeats.
    """

    rank: int
    original: str
    organisations: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    rare: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)

    def add(self, organisation: str | None, role: str | None, party: str | None) -> None:
        """Take in what one row says."""
        if organisation:
            self.organisations.add(organisation)
        if party:
            self.parties.add(party)
        if role:
            self.roles.add(normalised(role))
            if is_rare(role):
                self.rare.add(normalised(role))

    @property
    def anchors(self) -> list[str]:
        """What tells the bearer from another of the same name, the best first."""
        rare = sorted(f"role {role}" for role in self.rare)
        party = sorted(f"party {party} {role_kind(role)}" for party in self.parties for role in self.roles)
        return [*sorted(f"organisation {item}" for item in self.organisations), *rare, *party]

    @property
    def is_bare(self) -> bool:
        """Whether nothing is said of the bearer."""
        return not (self.organisations or self.roles or self.parties)


def told_apart(name: str, occurrences: Sequence[Occurrence]) -> list[str | None]:
    """The person whom each of `occurrences` of a common name is; None where it could be more than one.

    The person named first has the identifier of the name, the others one of the name and of what told them apart.
    """
    if " " not in name:
        return _of_one_word(name, occurrences)
    groups = _linked(occurrences, [item.anchors for item in occurrences])
    persons = [group for group in groups if any(item.anchors for item in group)]
    if not persons:
        seed = min(occurrences, key=lambda item: (item.is_bare, item.rank))
        persons = [next(group for group in groups if any(item is seed for item in group))]
    persons.sort(key=lambda group: min(item.rank for item in group))
    ids = {id(item): key for group, key in zip(persons, _ids(name, persons), strict=True) for item in group}
    if len(persons) > 1:
        return [ids.get(id(item)) for item in occurrences]
    only, known = person_id(name), _all(persons[0])
    return [only if id(item) in ids or _may_be(item, known) else None for item in occurrences]


def _ids(name: str, persons: Iterable[list[Occurrence]]) -> Iterable[str]:
    for i, group in enumerate(persons):
        first = min((item for item in group if item.anchors), key=lambda item: item.rank, default=None)
        yield person_id(name, first.anchors[0] if i and first else "")


def _of_one_word(name: str, occurrences: Sequence[Occurrence]) -> list[str | None]:
    """Each the person of that `name` in its text, or in all texts that give the same rare role."""
    ids: dict[int, str] = {}
    for group in _linked(occurrences, [sorted(item.rare) for item in occurrences]):
        first = min(group, key=lambda item: item.rank)
        ids |= {id(item): person_id(name, f"text {first.original}") for item in group}
    return [ids[id(item)] for item in occurrences]


def _linked(occurrences: Sequence[Occurrence], anchors: Iterable[Iterable[str]]) -> list[list[Occurrence]]:
    """Groups of `occurrences` that one of their `anchors` links, or that are of one text."""
    tied: dict[str, list[int]] = defaultdict(list)
    for i, (item, links) in enumerate(zip(occurrences, anchors, strict=True)):
        for link in (f"text {item.original}", *links):
            tied[link].append(i)
    groups = components(len(occurrences), ((members[0], other) for members in tied.values() for other in members[1:]))
    return [[occurrences[i] for i in group] for group in groups]


def _all(person: Iterable[Occurrence]) -> Occurrence:
    """All roles and parties of a person, in one."""
    known = Occurrence(0, "")
    for item in person:
        known.roles |= item.roles
        known.parties |= item.parties
    return known


def _may_be(item: Occurrence, known: Occurrence) -> bool:
    """Whether what is said in `item` is said of the person `known` too, so far as anything is said."""
    if item.parties and known.parties and not item.parties & known.parties:
        return False
    return item.is_bare or bool(item.roles & known.roles) or bool(item.parties & known.parties)


def components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups of the numbers below `size` that `pairs` hold together, each in order, by their first number."""
    above = list(range(size))

    def root(i: int) -> int:
        while above[i] != i:
            above[i] = above[above[i]]
            i = above[i]
        return i

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        above[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        groups[root(i)].append(i)
    return list(groups.values())
