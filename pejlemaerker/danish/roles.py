"""Titles and roles: `kommunaldirektør`, `konstitueret chef`, `KL-næstformand`, and their definite forms.

Which role belongs to whom is for `people`. The words stand in `lexicons/roles.tsv`, `role_suffixes.tsv`, `role_modifiers.tsv`.
"""

import re
from collections.abc import Iterable

from .alternatives import alternatives
from .lexicon import rows, words
from .scanning import Endings, WordAnchored

_ROLES = frozenset(role.lower() for role in words("roles"))
_SUFFIXES = tuple(sorted((row[0].removeprefix("-") for row in rows("role_suffixes")), key=lambda end: -len(end)))
_MODIFIERS = words("role_modifiers")

_ENDINGS = alternatives(_SUFFIXES)
_SEVERAL = alternatives((role for role in _ROLES if not role.isalpha()), space=" ")
_SINGLE = alternatives(role for role in _ROLES if role.isalpha() and not role.endswith(_SUFFIXES))
# A capital opens a role at the start of a sentence; a prefix with a hyphen may be an organisation's name (`KL-næstformand`).
ROLE_WORD = (
    rf"(?:(?:[A-ZÆØÅ][\wÆØÅæøå]{{1,12}}-)?(?i:{_SEVERAL}|{_SINGLE}|"
    rf"(?:[a-zæøå]+-(?:\s?(?:og|,)\s)?)*[a-zæøå]*(?:{_ENDINGS})))(?![\w-])"
)
MODIFIER = rf"(?:(?i:{alternatives(_MODIFIERS, space=' ')})\s+)"
_FIRST_WORD = re.compile(r"[\w-]+")
ROLE = rf"(?<![\w-]){MODIFIER}{{0,3}}{ROLE_WORD}"
_ROLE_ENDINGS = Endings(_SUFFIXES)


def _first_words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(match[0] for form in forms if (match := _FIRST_WORD.match(form.lower())))


ROLES = WordAnchored(
    ROLE, openers=_first_words(_ROLES), leading=_first_words(_MODIFIERS), endings=_SUFFIXES, hyphens=True
)

_DEFINITE = (
    ("manden", "mand"),
    ("kvinden", "kvinde"),
    ("sonen", "son"),
    ("lederen", "leder"),
    ("chefen", "chef"),
    ("eren", "er"),
    ("øren", "ør"),
    ("oren", "or"),
    ("enten", "ent"),
    ("isten", "ist"),
    ("omen", "om"),
    ("kken", "k"),
    ("gen", "ge"),
    ("gten", "gt"),
    ("atet", "at"),
    ("gogen", "gog"),
    ("medlemmet", "medlem"),
    ("æren", "ær"),
    ("sken", "ske"),
    ("iteren", "iter"),
    ("arten", "art"),
    ("atten", "at"),
    ("en", ""),
    ("en", "e"),
)
_DEFINITE_LETTERS = tuple({ending[-2:] for ending, _ in _DEFINITE})


def is_role(word: str) -> bool:
    """Whether `word` (one word, any case, indefinite) is a title or role."""
    low = word.lower()
    if low in _ROLES:
        return True
    low = low.rpartition("-")[2] if "-" in low else low
    if low in _ROLES:
        return True
    end = _ROLE_ENDINGS.of(low)
    return end is not None and (len(low) >= len(end) + 2 or low == end)


def indefinite(word: str) -> str | None:
    """The role of which `word` is the definite form (`borgmesteren` -> `borgmester`), in lower case; None if it is none."""
    low = word.lower()
    if not low.endswith(_DEFINITE_LETTERS):
        return None
    for ending, base in _DEFINITE:
        if low.endswith(ending) and is_role(low[: len(low) - len(ending)] + base):
            return low[: len(low) - len(ending)] + base
    return None


def starts_with_role(text: str) -> int:
    """Length of the role that `text` opens with, modifiers included; 0 if it opens with none."""
    match = ROLES.match(text)
    return match.end() if match else 0
