"""Finding a long pattern fast: it is tried only at words that may open it.

`re` tries each alternative of a pattern at each character. A pattern built from a lexicon of hundreds of words costs so more than all
other reading. A look at how a word ends tells nearly always that the pattern cannot open there. What is found is the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator

_WORD = re.compile(r"[\w-]+")


class Endings:
    """A set of word endings that is asked fast: `ending in endings`, for a word in lower case."""

    def __init__(self, endings: Iterable[str]) -> None:
        found = frozenset(endings)
        self._size = min(map(len, found), default=1)
        self._by_tail: dict[str, tuple[str, ...]] = {}
        for ending in sorted(found):
            tail = ending[-self._size :]
            self._by_tail[tail] = (*self._by_tail.get(tail, ()), ending)

    def close(self, word: str) -> bool:
        """Whether `word` ends in one of them."""
        candidates = self._by_tail.get(word[-self._size :])
        return candidates is not None and word.endswith(candidates)


class WordAnchored:
    """A pattern that opens at the start of a word (`[\\w-]+`), and only at a word of which `may_open(word.lower())` is true."""

    def __init__(self, pattern: str, may_open: Callable[[str], bool], flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self._may_open = may_open

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.finditer` gives, in the same order."""
        behind = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < behind or not self._may_open(word[0].lower()):
                continue
            match = self.pattern.match(text, start)
            if match is not None:
                yield match
                behind = match.end()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, None if there is none."""
        return next(self.finditer(text), None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match at `start`, None if there is none."""
        return self.pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text, None if there is none."""
        return self.pattern.fullmatch(text)
