"""The list `theme_words`: which theme a Danish word or phrase tells of, whatever its form and in compounds.

Looking words up belongs here; finding them in a text belongs to `theme_words`.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pejlemaerker.danish.lexicon import rows

STRONG, WEAK, NEVER = "strong", "weak", "never"
_ANY = "-"
# The endings of nouns, adjectives and verbs, each also with the s of the genitive or the passive.
_BARE = "|de|e|ede|en|ende|ene|er|ere|erne|et|n|ne|r|re|rne|t|te"
_ENDINGS = tuple(dict.fromkeys(form for ending in _BARE.split("|") for form in (ending, f"{ending}s")))
_DOUBLED = re.compile(r"[^aeiouyæøå]$")
_SPARE = 2  # letters of a compound before its last part


class Entry(NamedTuple):
    """A row of the list: a word or phrase that tells of a theme, `strong` or `weak`; one that `never` does keeps others from it."""

    theme: str
    entry: str
    weight: str


class Opening(NamedTuple):
    """The phrases that one word may open: a pattern in which each of `entries`, in order, has a group; the longest stand first."""

    pattern: re.Pattern[str]
    entries: tuple[Entry, ...]


class ThemeList:
    """The entries of a `table` (theme, entry, match, weight) by what a word has to be, to begin with or to end in."""

    def __init__(self, table: Iterable[tuple[str, ...]]) -> None:
        self._whole: dict[str, list[Entry]] = {}
        self._starts: dict[str, list[Entry]] = {}
        self._ends: dict[str, list[Entry]] = {}
        opened: dict[str, list[Entry]] = {}
        for theme, written, match, weight in table:
            entry = Entry(theme, written, weight)
            if match == "phrase":
                _put(opened, written.split(" ")[0].split("/"), entry)
            else:
                self._add(entry, match)
        self._openings = {first: _opening(entries) for first, entries in opened.items()}

    def _add(self, entry: Entry, match: str) -> None:
        for form in entry.entry.split("/"):
            inflected = (form,) if match == "form" else _inflected(form)
            if match != "tail":
                _put(self._whole, inflected, entry)
            if match in ("first", "part"):
                _put(self._starts, (form,), entry)
            if match in ("last", "tail", "part"):
                _put(self._ends, inflected, entry)

    def opening(self, word: str) -> Opening | None:
        """The phrases that `word` (lower case) may open."""
        return self._openings.get(word)

    def entries(self, word: str) -> tuple[Entry, ...]:
        """What `word` (lower case) tells: for each theme one entry, of the whole word rather than of a part of it.

        A part tells nothing of a theme that the word, or another part of it, never tells of.
        """
        whole = self._whole.get(word, [])
        parts: list[Entry] = []
        for size in range(1, len(word)):
            parts += self._starts.get(word[:size], ())
            if size >= _SPARE:
                parts += self._ends.get(word[size:], ())
        best: dict[str, Entry] = {}
        for entries, refused in ((whole, _never(whole)), (parts, _never([*whole, *parts]))):
            for entry in sorted(entries, key=_telling):
                if entry.weight != NEVER and not refused & {entry.theme, _ANY}:
                    best.setdefault(entry.theme, entry)
        return tuple(best[theme] for theme in sorted(best))


@cache
def theme_list() -> ThemeList:
    """The list as it is filed."""
    return ThemeList(rows("theme_words"))


def _never(entries: Iterable[Entry]) -> set[str]:
    return {entry.theme for entry in entries if entry.weight == NEVER}


def _telling(entry: Entry) -> tuple[int, bool, str]:
    """The longest entry first, then the stronger."""
    return -len(entry.entry), entry.weight != STRONG, entry.entry


def _inflected(form: str) -> tuple[str, ...]:
    """All that may be a form of a word, also with its last consonant doubled: more than there are of any one word."""
    doubled = _DOUBLED.sub(lambda last: last[0] * 2, form)
    return tuple(dict.fromkeys(stem + ending for stem in (form, doubled) for ending in _ENDINGS))


def _put(known: dict[str, list[Entry]], forms: Iterable[str], entry: Entry) -> None:
    for form in forms:
        known.setdefault(form, []).append(entry)


def _opening(entries: Iterable[Entry]) -> Opening:
    ordered = tuple(sorted(entries, key=_telling))
    rests = (r"\s+".join(map(_one_of, entry.entry.split(" ")[1:])) for entry in ordered)
    return Opening(re.compile(rf"\w+\s+(?:{'|'.join(f'({rest})' for rest in rests)})(?![\w-])", re.IGNORECASE), ordered)


def _one_of(word: str) -> str:
    """A word of a phrase as a pattern: one of its forms, `*` standing for letters, or alone for any word."""
    forms = [r"[\w-]+" if form == "*" else re.escape(form).replace(r"\*", r"[\w-]*") for form in word.split("/")]
    return f"(?:{'|'.join(forms)})"
