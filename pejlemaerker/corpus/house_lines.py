"""Lines that stand in several documents of one publisher: what a house prints around every article it puts out.

Documents that share most of their words are the same article again, and tell nothing of the house.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from .claims import Claims
from .identifiers import normalised

MIN_DOCUMENTS = 3
_LONGEST = 400  # characters; a longer stretch is hardly printed around every article
_SAME_ARTICLE = 0.5


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as its house printed it: its identifier, the name of the `house`, and its lines.

    Lines that stand in no other document may be left out; then `letters` says how many all of them have.
    """

    id: str
    house: str
    lines: tuple[str, ...]
    letters: int | None = None


def house_of(claims: Claims, stated: Claims) -> str | None:
    """The name under which documents of one publisher are put together: the site, else the publisher; None if neither is known."""
    address = stated.url or claims.url
    host = urlsplit(address).netloc.removeprefix("www.") if address else ""
    return host or normalised(stated.publisher or claims.publisher or "") or None


def house_lines(documents: Iterable[Printed]) -> dict[str, frozenset[str]]:
    """For each document the lines of it that stand in at least three documents of its house; those without any are left out."""
    houses: dict[str, list[Printed]] = defaultdict(list)
    for document in documents:
        houses[document.house].append(document)
    found: dict[str, frozenset[str]] = {}
    for members in houses.values():
        if len(members) >= MIN_DOCUMENTS:
            found |= _of_house(members)
    return found


def _of_house(members: list[Printed]) -> dict[str, frozenset[str]]:
    repeated = _shared(members)
    shared = _shared([document for document in members if not _is_again(document, repeated)])
    lines = {document.id: frozenset(line for line in document.lines if line in shared) for document in members}
    return {name: own for name, own in lines.items() if own}


def _shared(members: list[Printed]) -> frozenset[str]:
    times = Counter(line for document in members for line in set(document.lines) if len(line) <= _LONGEST)
    return frozenset(line for line, n in times.items() if n >= MIN_DOCUMENTS)


def _is_again(document: Printed, shared: frozenset[str]) -> bool:
    whole = sum(map(len, document.lines)) if document.letters is None else document.letters
    return sum(len(line) for line in document.lines if line in shared) > _SAME_ARTICLE * whole
