"""The written forms of one organisation's name: what is folded away before two names are compared.

Case, marks, digraphs (`Århus`, `Aarhus`), the definite form of the word that says what it is, and that word's genitive.
"""

from functools import lru_cache

from pejlemaerker.corpus.identifiers import normalised
from pejlemaerker.danish.organisations import organisation_kind

_DIGRAPHS = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "é": "e", "ü": "y", "ö": "oe", "ä": "ae"})
_DEFINITE = ("en", "et", "n")


def parts(name: str) -> tuple[str, ...]:
    """Words of `name`, in lower case and each noun that says what it is in its plain form; letters are left as they are."""
    return tuple(_plain(word) for word in normalised(name.replace("&", " og ")).replace("å", "aa").split())


def key(name: str) -> str:
    """What all variants of `name` share."""
    return key_of(parts(name))


def key_of(words: tuple[str, ...]) -> str:
    """What all variants of a name of `words` share."""
    return " ".join(words).translate(_DIGRAPHS)


@lru_cache(maxsize=200_000)
def kind_word(word: str) -> str | None:
    """The kind of organisation that `word` (lower case) says it is; None if it says none."""
    return organisation_kind(word[:1].upper() + word[1:])


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    """A noun that says what an organisation is, without genitive and article; another word as it is."""
    kind = kind_word(word)
    if kind is not None and word.endswith("s") and kind_word(word[:-1]) == kind:
        word = word[:-1]
    stems = (word.removesuffix(ending) for ending in _DEFINITE if word.endswith(ending))
    return next((stem for stem in stems if kind_word(stem) is not None and kind in (None, kind_word(stem))), word)
