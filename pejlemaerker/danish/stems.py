"""What a Danish word is looked up by: its stem, and the stems of the parts of a compound.

Stems are keys that all forms of a word share (`ledelse`, `ledelsens`); they need not be words themselves. They hang on the word and the
dictionary alone, not on other texts, so that a word has the same stem in every corpus. Looking for stems in texts belongs elsewhere.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from pejlemaerker.danish.lexicon import rows, words

_LINKS = ("s", "e", "")  # ledelse-s-reform, folk-e-skole, skole-leder
_HEAD, _TAIL, _PART = 3, 4, 4  # the fewest letters of either half of a compound, and of a part worth looking for
_LONG = 5  # letters of a tail that is told without a linking s; of a preposition that a noun may follow (mellem-leder)


@cache
def common_words() -> frozenset[str]:
    """Words that are in no index, since they stand in every text."""
    return words("common_words")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of `word` (lower case), lower case; the word itself where nothing is known of it."""
    word = word if word in _dictionary() else word.replace("aa", "å")  # names are written both ways
    if (lemma := _said().get(word, _dictionary().get(word))) is None:
        halves = _halves(word)
        lemma = halves[0] + stem(halves[1]) if halves else _bare(word)
    return lemma.lower().replace("aa", "å")


def parts(word: str) -> tuple[str, ...]:
    """Stems of the first and the last part of `word` (lower case), where it is a compound; none of them is its own stem."""
    lemma = _dictionary().get(word)
    halves = _halves(lemma or word)
    if halves is None:
        return ()
    head, tail = halves
    first = _word(head)
    linked = head != first and head.endswith("s")
    short = len(first) < _PART and first not in _affixes("short")
    if (first in _affixes("opening") and len(first) < _LONG) or (
        lemma and (short or (len(tail) < _LONG and not linked))
    ):
        return ()
    found = [stem(part) for part in (first, tail) if len(part) >= _PART and part not in _no_parts()]
    own = stem(word)
    return tuple(dict.fromkeys(part for part in found if part != own))


def _bare(word: str) -> str:
    """A word that is not known without the s of the genitive."""
    return word[:-1] if word.endswith("s") and len(word) > _LONG else word


@lru_cache(maxsize=100_000)
def _halves(word: str) -> tuple[str, str] | None:
    """Head, with the letter that links it, and tail of a compound: of all cuts that leave two known words, "
    "the one with the longest tail."""
    dictionary = _dictionary()
    for at in range(_HEAD, len(word) - _TAIL + 1):
        if (tail := word[at:]) in dictionary and _word(word[:at]) and tail not in _affixes("ending"):
            return word[:at], tail
    return None


def _word(head: str) -> str:
    """The word that a head is, without the letter that links it; empty where it is no word."""
    dictionary = _dictionary()
    for link in _LINKS:
        bare = head.removesuffix(link)
        if head.endswith(link) and len(bare) >= _HEAD and bare in dictionary:
            return bare
    return ""


@cache
def _affixes(kind: str) -> frozenset[str]:
    return frozenset(form for form, of in rows("compound_affixes") if of == kind)


@cache
def _no_parts() -> frozenset[str]:
    return _affixes("opening") | common_words()


@cache
def _said() -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows("stems")}


@cache
def _dictionary() -> Mapping[str, str]:
    """Lemmas by form. Loaded once, on first use, which takes most of a second."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("da")
