"""Names and roles that many hold: what is too common to tell who somebody is."""

import re
from functools import cache

from pejlemaerker.corpus.identifiers import normalised
from pejlemaerker.danish.lexicon import rows, words

_ROLES = frozenset(normalised(role) for role in words("roles"))
_HEADS = tuple(sorted((row[0].removeprefix("-") for row in rows("role_suffixes")), key=lambda end: (-len(end), end)))
_RARE_LENGTH = 16  # letters of an unlisted compound from which on few hold the role
_ONE_AT_A_TIME = re.compile(r"\w{3,}minister$")
_NAMED = re.compile(r"\s\S*[A-ZÆØÅ]")  # `rådmand for Børn og Unge`


def is_common(name: str) -> bool:
    """Whether many may be called `name` (normalised): first names in use, and surnames that very many share."""
    parts = name.split(" ")
    middle = parts[1:-1]
    return (
        parts[-1] in _surnames()[1]
        and parts[0] in _first_names()
        and all(len(part) == 1 or part in _first_names() or part in _surnames()[1] for part in middle)
    )


def is_surname(word: str) -> bool:
    """Whether `word` (normalised) is a surname in use."""
    return word in _surnames()[0]


def is_rare(role: str) -> bool:
    """Whether so few hold `role` (as written) at a time that two of one name who do are one.

    Told from the words alone, not from how often they occur, so that no new document changes it.
    """
    low = normalised(role)
    if _ONE_AT_A_TIME.search(low) or _NAMED.search(role):
        return True
    return low not in _ROLES and " " not in low and len(low) >= _RARE_LENGTH


def role_kind(role: str) -> str:
    """What kind of role it is: `ordfører` for `sundhedsordfører` and `finansordfører`."""
    first = normalised(role).split(" ")[0]
    return next((head for head in _HEADS if first.endswith(head)), first)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(part for name in words("first_names") for part in normalised(name).split())


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames in use, and those of them that very many share."""
    found = rows("surnames")
    common = frozenset(normalised(row[0]) for row in found if row[1:] == ("common",))
    return frozenset(normalised(row[0]) for row in found), common
