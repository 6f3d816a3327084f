"""Misspelt names of organisations: which two names differ by a slip of the pen, and which only look alike.

One word may differ, by a letter left out, put in or swapped with its neighbour. A letter put for another makes a neighbour
(`Hørning`, `Herning`), not a slip, unless a Danish letter is written without its mark. Where numbers, compass points or
kinds differ, or the first letter or the last two, names are of two organisations. `neighbours` finds the pairs to ask about.
"""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from .forms import kind_word

Words = tuple[str, ...]
Block = tuple[int, Words, str, str]

_SHORTEST_WORD = 5
_SHORTEST_ALONE = 10  # letters of a name of one word, which else is soon another word
_LONG = 12  # letters, but for the word that says what it is, from which on two slips are allowed
_UNMARKED = str.maketrans({"æ": "e", "ø": "o", "w": "v", "z": "s"})
_COMPASS = ("nord", "syd", "sønd", "øst", "vest", "midt", "centr")


def likeness(a: Words, b: Words) -> float | None:
    """How alike the names of words `a` and `b` are, 0 to 1, if they may be one name misspelt; else None."""
    apart = [i for i, (one, other) in enumerate(zip(a, b, strict=False)) if one != other]
    if len(a) != len(b) or len(apart) != 1 or not _may_slip(a, b, apart[0]):
        return None
    most = 2 if min(_own_letters(a), _own_letters(b)) >= _LONG else 1
    one, other = a[apart[0]], b[apart[0]]
    distance = OSA.distance(one, other, score_cutoff=most)
    if distance > most or not _slip(one, other):
        return None
    return round(1 - distance / max(sum(map(len, a)), sum(map(len, b))), 4)


def blocks(words: Words) -> Iterator[Block]:
    """The groups of names within which `words` may have been misspelt: all but one word equal, and that one in its outer letters."""
    for i, word in enumerate(words):
        if len(word) >= (_SHORTEST_WORD if len(words) > 1 else _SHORTEST_ALONE):
            yield i, words[:i] + words[i + 1 :], *_ends(word)


def _may_slip(a: Words, b: Words, i: int) -> bool:
    one, other = a[i], b[i]
    shortest = _SHORTEST_WORD if len(a) > 1 else _SHORTEST_ALONE
    if min(len(one), len(other)) < shortest or not (one + other).isalpha():
        return False
    if _ends(one) != _ends(other) or kind_word(one) != kind_word(other):
        return False
    return _compass(one) == _compass(other)


def _ends(word: str) -> tuple[str, str]:
    plain = word.translate(_UNMARKED)
    return plain[0], plain[-2:]


def _compass(word: str) -> str | None:
    return next((point for point in _COMPASS if word.startswith(point)), None)


def _own_letters(words: Words) -> int:
    """Letters of a name but for the words that say what it is, where others stand beside them."""
    own = [word for word in words if kind_word(word) is None] if len(words) > 1 else list(words)
    return sum(map(len, own))


def _slip(one: str, other: str) -> bool:
    """Whether no letter of the one is put for another of the other."""
    a, b = Counter(one.translate(_UNMARKED)), Counter(other.translate(_UNMARKED))
    return not (a - b) or not (b - a)
