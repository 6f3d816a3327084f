"""The forms of a full name that are one for whoever looks for it: without case and marks, as file names and addresses write it.

Whether two names are one person's is for `extraction.actors`.
"""

import re
import unicodedata
from functools import lru_cache

from .lexicon import words

_LONG = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_SHORT = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
SLUG_WORD = re.compile(r"[^\W_]+")
_PARTICLE = "|".join(sorted(map(re.escape, words("name_particles")), key=lambda word: (-len(word), word)))
# A word that opens with a capital of any script: with no digit and none of the small letters of Danish and its neighbours.
_CAPITAL = r"[^\W\d_a-zæøåäöüéèáóíúßñç][\w'’-]*\.?"
_RUN = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:{_PARTICLE})\s+){{0,2}}{_CAPITAL})+")
_MOST = 6  # words of a name


@lru_cache(maxsize=100_000)
def slug_forms(name: str) -> tuple[str, ...]:
    """`name` as addresses write it, its words parted by a space: `Åse Holm-Ø` is `aase holm oe`, and also `ase holm o`."""
    low = unicodedata.normalize("NFC", name).casefold()
    return tuple(dict.fromkeys(_plain(low.translate(letters)) for letters in (_LONG, _SHORT)))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    return " ".join(SLUG_WORD.findall("".join(char for char in letters if not unicodedata.combining(char))))


def possible_names(text: str) -> set[str]:
    """Everything in `text` that may be a full name by its capitals, as written, also without a genitive."""
    found = set()
    for match in _RUN.finditer(text):
        run = match[0].split()
        for start in range(len(run) - 1):
            for end in range(start + 2, min(len(run), start + _MOST) + 1):
                name = " ".join(run[start:end]).rstrip(".’'-")
                found.add(name)
                if name.endswith("s"):
                    found.add(name[:-1].rstrip("’'"))
    return found


def possible_slugs(path: str) -> set[str]:
    """Everything in a file name or an address that may be a full name, as `slug_forms` writes it."""
    parts = SLUG_WORD.findall(_plain(unicodedata.normalize("NFC", path).casefold().translate(_LONG)))
    size = range(2, _MOST + 1)
    return {" ".join(parts[start : start + many]) for start in range(len(parts)) for many in size}
