"""Which words of a Danish text tell of which theme, by the list `theme_words`.

Only what a word tells by itself belongs here. What a text is about, by where such words stand and how many they are, is for
`extraction.themes`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pejlemaerker.danish.lexicon import rows

STRONG, _NEVER, _ANY = "strong", "never", "-"
# The endings of nouns, adjectives and verbs, each also with the s of the genitive or the passive.
_BARE = "|de|e|ede|en|ende|ene|er|ere|erne|et|n|ne|r|re|rne|t|te"
_ENDINGS = tuple(dict.fromkeys(form for ending in _BARE.split("|") for form in (ending, f"{ending}s")))
_DOUBLED = re.compile(r"[^aeiouyæøå]$")
_SPARE = 2  # letters of a compound before its last part
_KNOWN = 100_000  # words that are remembered, each with the marks beside it
_LONGEST = 100  # characters of one that is remembered
_BEFORE = re.compile(r"(?:^|[.!?:;–•\n]|\s-)[\s\d.)»«”“\"'’-]*$")
_OPENING = 12  # characters before a word in which its sentence would end the one before
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Entry(NamedTuple):
    """A row of the list: a word or phrase that tells of a theme, `strong` or `weak`."""

    theme: str
    entry: str
    weight: str


class Hit(NamedTuple):
    """Words at text[start:end] that tell of a theme (0-based, half-open, code points)."""

    start: int
    end: int
    entry: Entry


class _Phrase(NamedTuple):
    pattern: re.Pattern[str]
    entry: Entry


class _Word(NamedTuple):
    """A word between two spaces that tells something: its place there, its entries, and the phrases that it may open."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    phrases: tuple[_Phrase, ...]


def theme_words(text: str) -> Iterator[Hit]:
    """The words of `text` that tell of a theme, in order; one word may tell of several, and a phrase takes all its words."""
    known, at, behind = _TOKENS, 0, 0
    for token in text.split(" "):
        for word in known[token]:
            start = at + word.start
            if start < behind:
                continue
            phrase = next((found for item in word.phrases if (found := _match(item, text, start))), None)
            if phrase is not None:
                behind = phrase.end
                if phrase.entry.weight != _NEVER:
                    yield phrase
            elif word.entries and not _in_name(text, start, at + word.end):
                for entry in word.entries:
                    yield Hit(start, at + word.end, entry)
        at += len(token) + 1


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether the word at text[start:end] has a capital that no sentence gave it, and so is part of a name."""
    return (
        text[start].isupper()
        and not text[start:end].isupper()
        and _BEFORE.search(text[max(0, start - _OPENING) : start]) is None
    )


def _match(phrase: _Phrase, text: str, start: int) -> Hit | None:
    found = phrase.pattern.match(text, start)
    return found and Hit(start, found.end(), phrase.entry)


class _List:
    """The entries by what a word has to be, to begin with or to end in."""

    def __init__(self, table: Iterable[tuple[str, ...]]) -> None:
        self._whole: dict[str, list[Entry]] = {}
        self._starts: dict[str, list[Entry]] = {}
        self._ends: dict[str, list[Entry]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        for theme, written, match, weight in table:
            entry = Entry(theme, written, weight)
            if match == "phrase":
                self._add_phrase(entry)
                continue
            for form in written.split("/"):
                inflected = (form,) if match == "form" else _inflected(form)
                _put(self._whole, inflected, entry)
                if match in ("first", "part"):
                    _put(self._starts, (form,), entry)
                if match in ("last", "part"):
                    _put(self._ends, inflected, entry)

    def _add_phrase(self, entry: Entry) -> None:
        words = entry.entry.split(" ")
        pattern = re.compile(r"\s+".join(map(_one_of, words)) + r"(?![\w-])", re.IGNORECASE)
        for first in words[0].split("/"):
            found = [*self._phrases.get(first, []), _Phrase(pattern, entry)]
            self._phrases[first] = sorted(found, key=lambda item: (-len(item.entry.entry), item.entry))

    def phrases(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that `word` (lower case) may open, the longest first."""
        return tuple(self._phrases.get(word, ()))

    def entries(self, word: str) -> tuple[Entry, ...]:
        """What `word` (lower case) tells: for each theme one entry, by the whole word rather than by a part of it.

        A part tells nothing of a theme that the word, or another part of it, never tells of.
        """
        whole = self._whole.get(word, [])
        parts: list[Entry] = []
        for size in range(1, len(word)):
            parts += self._starts.get(word[:size], ())
            if size >= _SPARE:
                parts += self._ends.get(word[size:], ())
        never = {entry.theme for entry in whole if entry.weight == _NEVER}
        never_part = never | {entry.theme for entry in parts if entry.weight == _NEVER}
        best: dict[str, Entry] = {}
        for entry in [*sorted(whole, key=_telling), *sorted(parts, key=_telling)]:
            if entry.weight != _NEVER and not {entry.theme, _ANY} & (never if entry in whole else never_part):
                best.setdefault(entry.theme, entry)
        return tuple(best[theme] for theme in sorted(best))


def _telling(entry: Entry) -> tuple[int, bool, str]:
    """The longest entry first, then the stronger."""
    return -len(entry.entry), entry.weight != STRONG, entry.entry


def _inflected(form: str) -> tuple[str, ...]:
    """All that may be a form of a word, also with its last consonant doubled; more than there are, none of which is another word."""
    doubled = _DOUBLED.sub(lambda last: last[0] * 2, form)
    return tuple(dict.fromkeys(stem + ending for stem in (form, doubled) for ending in _ENDINGS))


def _put(known: dict[str, list[Entry]], forms: Iterable[str], entry: Entry) -> None:
    for form in forms:
        known.setdefault(form, []).append(entry)


def _one_of(word: str) -> str:
    """A word of a phrase as a pattern: one of its forms, `*` standing for letters, or alone for any word."""
    forms = [r"[\w-]+" if form == "*" else re.escape(form).replace(r"\*", r"[\w-]*") for form in word.split("/")]
    return f"(?:{'|'.join(forms)})"


@cache
def _list() -> _List:
    return _List(rows("theme_words"))


class _Tokens(dict[str, tuple[_Word, ...]]):
    """What stands between two spaces, met so far; most is met again."""

    def __missing__(self, token: str) -> tuple[_Word, ...]:
        known = _list()
        words = (_Word(*match.span(), *_told(known, match[0].lower())) for match in _WORD.finditer(token))
        found = tuple(word for word in words if word.entries or word.phrases)
        if len(self) > _KNOWN:
            self.clear()
        if len(token) <= _LONGEST:
            self[token] = found
        return found


def _told(known: _List, word: str) -> tuple[tuple[Entry, ...], tuple[_Phrase, ...]]:
    return known.entries(word), known.phrases(word)


_TOKENS = _Tokens()
