"""Which words of a Danish text tell of which theme, and where they stand.

What a word tells by itself is for `theme_list`; what a text is about, by where such words stand and how many they are, for
`extraction.themes`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .theme_list import NEVER, Entry, Opening, theme_list

_KNOWN = 100_000  # words that are remembered, each with the marks beside it
_LONGEST = 100  # characters of one that is looked up or remembered
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# What stands before the first word of a sentence, looked for so many characters back.
_BEFORE = re.compile(r"(?:[.!?:;–•\n]|\s-)[\s\d.)»«”“\"'’-]*$")
_BACK = 12


class Hit(NamedTuple):
    """Words at text[start:end] that tell of a theme (0-based, half-open, code points)."""

    start: int
    end: int
    entry: Entry


class _Word(NamedTuple):
    """A word between two spaces that tells something: its place there, its entries, and the phrases that it may open."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    opening: Opening | None


def theme_words(text: str) -> Iterator[Hit]:
    """The words of `text` that tell of a theme, in order.

    One word may tell of several themes; a phrase takes all its words. A word that its capital shows to be part of a name tells nothing.
    """
    known, at, behind = _TOKENS, 0, 0
    for token in text.split(" "):
        for word in known[token]:
            start = at + word.start
            if start < behind:
                continue
            phrase = word.opening and word.opening.pattern.match(text, start)
            if phrase:
                assert word.opening is not None
                assert phrase.lastindex is not None
                behind, entry = phrase.end(), word.opening.entries[phrase.lastindex - 1]
                if entry.weight != NEVER:
                    yield Hit(start, behind, entry)
            elif word.entries and not _in_name(text, start, at + word.end):
                for entry in word.entries:
                    yield Hit(start, at + word.end, entry)
        at += len(token) + 1


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether the word at text[start:end] has a capital that no sentence gave it; words in capitals alone are no names."""
    if not text[start].isupper() or text[start:end].isupper():
        return False
    return start > 0 and _BEFORE.search(text[max(0, start - _BACK) : start]) is None


class _Tokens(dict[str, tuple[_Word, ...]]):
    """What stands between two spaces, met so far; most is met again."""

    def __missing__(self, token: str) -> tuple[_Word, ...]:
        listed = theme_list()
        words = (
            _Word(*match.span(), listed.entries(low), listed.opening(low))
            for match in _WORD.finditer(token)
            for low in [match[0].lower()]
            if len(low) <= _LONGEST
        )
        found = tuple(word for word in words if word.entries or word.opening)
        if len(self) > _KNOWN:
            self.clear()
        if len(token) <= _LONGEST:
            self[token] = found
        return found


_TOKENS = _Tokens()
