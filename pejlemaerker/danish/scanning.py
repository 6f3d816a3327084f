"""Finding a long pattern fast: a sentence is looked through only where one of its words may open the pattern.

`re` tries a pattern at each character. A look at which words a sentence has, and how they end, tells nearly always that the pattern cannot
open there. What is found is the same.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[\w-]+")
_LETTERS = re.compile(r"\w+")
_KNOWN = 100_000  # words that are remembered
_SENTENCES = 2_048  # about as many as a long article has, since one extractor reads it after another


@lru_cache(_SENTENCES)
def _words(text: str) -> tuple[tuple[int, str], ...]:
    """Where the words (`[\\w-]+`) of a sentence start, and the words in lower case."""
    return tuple([(match.start(), match[0].lower()) for match in _WORD.finditer(text)])


@lru_cache(_SENTENCES)
def vocabulary(text: str) -> frozenset[str]:
    """The words of a sentence (`\\w+`) in lower case."""
    return frozenset(_LETTERS.findall(text.lower()))


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The words that `forms` of one or more words open with, in lower case."""
    return frozenset(match[0] for form in forms if (match := _LETTERS.match(form.lower())))


class Endings:
    """A set of word endings that is asked fast, for words in lower case."""

    def __init__(self, endings: Iterable[str]) -> None:
        found = frozenset(endings)
        self._size = min(map(len, found), default=1)
        self._by_tail: dict[str, tuple[str, ...]] = {}
        for ending in sorted(found, key=lambda ending: (-len(ending), ending)):
            tail = ending[-self._size :]
            self._by_tail[tail] = (*self._by_tail.get(tail, ()), ending)

    def close(self, word: str) -> bool:
        """Whether `word` ends in one of them."""
        return self.of(word) is not None

    def of(self, word: str, spare: int = 0) -> str | None:
        """The longest of them that `word` ends in with at least `spare` letters before it, None if there is none."""
        candidates = self._by_tail.get(word[-self._size :], ())
        room = len(word) - spare
        return next((ending for ending in candidates if len(ending) <= room and word.endswith(ending)), None)


class _Openers(dict[str, bool]):
    """Whether a pattern may open with a word, for the words met so far; most words of a text are met again."""

    def __init__(self, openers: frozenset[str], endings: Endings, hyphens: bool) -> None:
        super().__init__()
        self._openers, self._endings, self._hyphens = openers, endings, hyphens

    def __missing__(self, word: str) -> bool:
        found = word in self._openers or self._endings.close(word) or (self._hyphens and "-" in word)
        self[word] = found
        return found


class WordAnchored:
    """A pattern that opens at the start of a word (`[\\w-]+`): one of `openers`, or one that ends in one of `endings`, or has a hyphen.

    `needs`: words one of which stands in each match; a sentence without them is not looked through.
    """

    def __init__(
        self,
        pattern: str,
        flags: int = 0,
        *,
        openers: Iterable[str] = (),
        endings: Iterable[str] = (),
        hyphens: bool = False,
        needs: Iterable[str] = (),
    ) -> None:
        self.pattern = re.compile(pattern, flags)
        self._needs = frozenset(needs)
        self._may_open = _Openers(frozenset(openers), Endings(endings), hyphens)

    def may_match(self, text: str) -> bool:
        """Whether one of the words that it needs stands in the sentence `text`."""
        return not self._needs or not self._needs.isdisjoint(vocabulary(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.finditer` gives, in the same order."""
        if not self.may_match(text):
            return
        behind = 0
        for start in self._places(text):
            match = self.pattern.match(text, start) if start >= behind else None
            if match is not None:
                yield match
                behind = match.end()

    def _places(self, text: str) -> list[int]:
        """Where the pattern may open."""
        may_open = self._may_open
        if len(may_open) > _KNOWN:
            may_open.clear()
        return [start for start, word in _words(text) if may_open[word]]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, None if there is none."""
        return next(self.finditer(text), None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match at `start`, None if there is none."""
        return self.pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text, None if there is none."""
        return self.pattern.fullmatch(text)


class Gated:
    """A pattern each match of which holds one of `words`; a sentence without them is not looked through."""

    def __init__(self, pattern: str, words: Iterable[str], flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self._words = frozenset(words)

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in the sentence `text`."""
        return not self._words.isdisjoint(vocabulary(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.finditer` gives."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, None if there is none."""
        return self.pattern.search(text) if self.may_match(text) else None


def opened_by(pattern: str, words: Iterable[str], flags: int = 0, needs: Iterable[str] = ()) -> WordAnchored:
    """A pattern each match of which opens with one of `words` (lower case); what it `needs` are those words where nothing is said."""
    openers = frozenset(words)
    return WordAnchored(pattern, flags, openers=openers, needs=needs or openers)
