"""People who are written in several ways: persons of different names made one where something links them.

Initials: an organisation, or a document that names both. Fewer middle names, or a letter wrong in the surname: an
organisation. Where the names that would come together do not all fit each other, none of them does.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from .full_names import Words, fit, is_variant, misspelt, same_but_initials
from .same_name import components


@dataclass(slots=True)
class Person:
    """A person of one name: its words, the rank of the first document, what is said anywhere, and organisations by document."""

    id: str
    words: Words
    rank: int
    organisations: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    documents: dict[str, set[str]] = field(default_factory=dict)

    def add(self, document: str, organisation: str | None, party: str | None) -> None:
        """Take in what a document says."""
        if organisation:
            self.organisations.add(organisation)
            self.documents[document].add(organisation)
        if party:
            self.parties.add(party)


def candidates(names: Iterable[Words]) -> set[Words]:
    """Those of `names` that share first name and surname with another, or all but the surname."""
    groups: dict[Hashable, set[Words]] = defaultdict(set)
    for words in names:
        if len(words) > 1:
            groups["ends", words[0], words[-1]].add(words)
            groups["surname", words[:-1], words[-1][0]].add(words)
    return {words for group in groups.values() if len(group) > 1 for words in group}


def united(persons: Mapping[str, Person]) -> dict[str, str]:
    """For each person who is one with others the id of the one of them who was named first."""
    found: dict[str, str] = {}
    ids = sorted(persons)
    place = {key: i for i, key in enumerate(ids)}
    pairs = sorted({(place[a.id], place[b.id]) for a, b in _near(persons.values()) if _are_one(a, b)})
    for group in components(len(ids), pairs):
        members = [persons[ids[i]] for i in group]
        if len(members) > 1 and fit([member.words for member in members]) and not _contradict(members):
            first = min(members, key=lambda member: (member.rank, member.id))
            found |= {member.id: first.id for member in members}
    return found


def _near(persons: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs of persons whose names may be one and who share an organisation or a document; some twice."""
    groups: dict[Hashable, list[Person]] = defaultdict(list)
    for person in persons:
        words = person.words
        for organisation in person.organisations:
            groups["ends", words[0], words[-1], organisation].append(person)
            groups["surname", words[:-1], words[-1][0], organisation].append(person)
        for document in person.documents:
            groups["document", words[0], words[-1], document].append(person)
    for group in groups.values():
        yield from combinations(sorted(group, key=lambda person: person.id), 2)


def _are_one(a: Person, b: Person) -> bool:
    if not a.organisations.isdisjoint(b.organisations):
        return is_variant(a.words, b.words) or misspelt(a.words, b.words)
    if not same_but_initials(a.words, b.words):
        return False
    both = a.documents.keys() & b.documents.keys()
    return bool(both) and not any(a.documents[item] and b.documents[item] for item in both)


def _contradict(members: Iterable[Person]) -> bool:
    """Whether two of `members` are of different parties."""
    parties = [member.parties for member in members if member.parties]
    return any(a.isdisjoint(b) for a, b in combinations(parties, 2))
