"""Finding long patterns fast: a sentence is looked through only where one of its words may open a pattern.

`re` tries a pattern at each character. Here every word of a sentence is looked at once, for all patterns together: each pattern has a bit,
and the bits of a word say which patterns it may open and which it is needed by. Most words have none. What is found is the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_WORD = re.compile(r"[\w-]+")
_LETTERS = re.compile(r"\w+")
_SENTENCES = 2_048  # about as many as a long article has, since one extractor reads it after another
_KNOWN = 100_000  # words that are remembered, each with the marks beside it
_LONGEST = 100  # characters of one that is remembered
_TELLING = 4  # letters of a word that tells a phrase
_MARKS = ',.:;!?)”»"'  # that stand behind a word
_SHORTEST = 3  # letters of an ending
Scanned = tuple[int, Sequence[tuple[int, int]]]


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
        room = len(word) - spare
        for ending in self._by_tail.get(word[-self._size :], ()):
            if len(ending) <= room and word.endswith(ending):
                return ending
        return None


class _Bits:
    """The bits of words, by what they are, begin with, end in or hold."""

    def __init__(self) -> None:
        self._next = 1
        self._whole: dict[str, int] = {}
        self._parts: dict[str, int] = {}
        self._starts: dict[str, int] = {}  # beginnings, and all that they begin with
        self._ends: dict[str, int] = {}  # endings, and all that they end in
        self._hyphened = 0
        self.placed = 0  # the bits of which it counts where a word with them stands, not only that it does

    def opener(self, words: Iterable[str], endings: Iterable[str], *, hyphens: bool) -> int:
        """A new bit for words of these kinds."""
        bit = self._new(placed=True)
        _add(self._whole, words, bit)
        for ending in endings:
            if len(ending) < _SHORTEST:
                raise ValueError(f"too short an ending: {ending}")
            _add(self._ends, (ending[-size:] for size in range(_SHORTEST, len(ending))), 0)
            _add(self._ends, [ending], bit)
        self._hyphened |= bit if hyphens else 0
        return bit

    def starter(self, beginnings: Iterable[str]) -> int:
        """A new bit for words, and parts of words with hyphens, that begin so."""
        bit = self._new(placed=True)
        for beginning in beginnings:
            _add(self._starts, (beginning[:size] for size in range(1, len(beginning))), 0)
            _add(self._starts, [beginning], bit)
        return bit

    def needed(self, words: Iterable[str]) -> int:
        """A new bit for these words, which may also be parts of words with hyphens."""
        bit = self._new(placed=False)
        for word in words:
            _add(self._whole, [word], bit)
            _add(self._parts, [word], bit)
        return bit

    def _new(self, *, placed: bool) -> int:
        forget()
        self._next <<= 1
        self.placed |= self._next if placed else 0
        return self._next

    def of(self, word: str) -> int:
        """The bits of a word; where it has a hyphen, what its parts begin with is not among them."""
        low = word.lower()
        bits = self._whole.get(low, 0)
        size, found = _SHORTEST, self._ends.get(low[-_SHORTEST:])
        while found is not None:  # followed from its end only as far as an ending goes
            bits |= found
            size += 1
            found = self._ends.get(low[-size:]) if size <= len(low) else None
        if "-" not in low:
            return bits | self.of_start(low)
        bits |= self._hyphened
        for part in low.split("-"):
            bits |= self._parts.get(part, 0)
        return bits

    def of_start(self, low: str) -> int:
        """The bits of what a word in lower case begins with; it is followed only as far as a beginning goes."""
        size = 2 if low.isalpha() else 1  # a beginning of one character is a figure
        bits, found = 0, self._starts.get(low[:size])
        while found is not None:
            bits |= found
            size += 1
            found = self._starts.get(low[:size]) if size <= len(low) else None
        return bits


def _add(known: dict[str, int], words: Iterable[str], bit: int) -> None:
    for word in words:
        known[word] = known.get(word, 0) | bit


class _Tokens(dict[str, Scanned]):
    """What stands between two spaces, met so far, as `_scan` tells of a sentence; most is met again."""

    def __missing__(self, token: str) -> Scanned:
        word = token.rstrip(_MARKS)
        found: Scanned
        if not word.isalpha():
            found = _parted(token)
        elif len(word) < len(token):
            found = self[word]
        else:
            bits = _BITS.of(word)
            found = bits, ((0, bits),) if bits & _BITS.placed else ()
        if len(self) > _KNOWN:
            self.clear()
        if len(token) <= _LONGEST:
            self[token] = found
        return found


def _parted(token: str) -> Scanned:
    """The same of a token with marks before or inside it: one of several words, or with hyphens."""
    union, places = 0, []
    for word in _WORD.finditer(token):
        here = [(word.start(), _BITS.of(word[0]))]
        if "-" in word[0]:
            here += [(part.start(), _BITS.of_start(part[0].lower())) for part in _LETTERS.finditer(token, *word.span())]
        for start, bits in here:
            union |= bits
            if bits & _BITS.placed:
                places.append((start, bits))
    return union, places


@lru_cache(_SENTENCES)
def _scan(text: str) -> Scanned:
    """The bits of all words of a sentence together, and the words that may open a pattern: where they start, and their bits."""
    tokens, union, at = _TOKENS, 0, 0
    found = []
    for token in text.split(" "):
        bits, places = tokens[token]
        if bits:
            union |= bits
            for offset, opening in places:
                found.append((at + offset, opening))
        at += len(token) + 1
    return union, found


def forget() -> None:
    """Empty what is remembered of sentences and words, as in a process that has read nothing yet."""
    _scan.cache_clear()
    _TOKENS.clear()


_TOKENS = _Tokens()
_BITS = _Bits()


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The words that `forms` of one or more words open with, in lower case."""
    return frozenset(match[0] for form in forms if (match := _LETTERS.match(form.lower())))


class WordAnchored:
    """A pattern that opens at the start of a word (`[\\w-]+`): one of `openers`, or one that ends in one of `endings`, or has a hyphen.

    `phrases`: forms in several words, whose first word opens the pattern too, but not in a sentence that holds none of the words behind.
    `leading`: words that may stand before any of those in a match; without one of those in the sentence they open nothing.
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
        phrases: Iterable[str] = (),
        leading: Iterable[str] = (),
        needs: Iterable[str] = (),
    ) -> None:
        self.pattern = re.compile(pattern, flags)
        heads, telling, plain = _divided(phrases)
        self._opens = _BITS.opener({*openers, *plain}, endings, hyphens=hyphens)
        heads |= set(leading)
        self._heads = _BITS.opener(heads, (), hyphens=False) if heads else 0
        self._telling = (_BITS.needed(telling) if telling else 0) | (self._opens if leading else 0)
        wanted = frozenset(needs)
        self._needs = _BITS.needed(wanted) if wanted else self._opens | self._heads

    def may_match(self, text: str) -> bool:
        """Whether a word that may open it, and one that it needs, stand in the sentence `text`."""
        return self._openers_in(_scan(text)[0]) != 0

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.finditer` gives, in the same order."""
        union, words = _scan(text)
        opens = self._openers_in(union)
        return self._tried(text, words, opens) if opens else iter(())

    def _openers_in(self, union: int) -> int:
        """The bits of words that may open it in a sentence whose words have the bits `union`; 0 where it cannot match."""
        opens = self._opens | self._heads if union & self._telling else self._opens
        return opens if union & opens and union & self._needs else 0

    def _tried(self, text: str, words: Sequence[tuple[int, int]], opens: int) -> Iterator[re.Match[str]]:
        behind, match = 0, self.pattern.match
        for start, bits in words:
            if bits & opens and start >= behind and (found := match(text, start)) is not None:
                yield found
                behind = found.end()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, None if there is none."""
        union, words = _scan(text)
        opens = self._openers_in(union)
        return next(self._tried(text, words, opens), None) if opens else None

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
        self._needs = _BITS.needed(words)

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in the sentence `text`."""
        return bool(_scan(text)[0] & self._needs)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that `re.finditer` gives."""
        return self.pattern.finditer(text) if _scan(text)[0] & self._needs else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, None if there is none."""
        return self.pattern.search(text) if _scan(text)[0] & self._needs else None


class Beginnings:
    """Words, and parts of words with hyphens (`\\w+`), that begin in one of these ways."""

    def __init__(self, beginnings: Iterable[str]) -> None:
        self._bit = _BITS.starter(beginnings)

    def places(self, text: str) -> list[int]:
        """Where such words start in `text`."""
        union, words = _scan(text)
        return [start for start, bits in words if bits & self._bit] if union & self._bit else []


def opened_by(
    pattern: str, words: Iterable[str], flags: int = 0, *, phrases: Iterable[str] = (), needs: Iterable[str] = ()
) -> WordAnchored:
    """A pattern each match of which opens with one of `words` (lower case) or as one of `phrases`; it may need others of its words too."""
    return WordAnchored(pattern, flags, openers=words, phrases=phrases, needs=needs)


def _divided(phrases: Iterable[str]) -> tuple[set[str], set[str], set[str]]:
    """The first words of `phrases` that count only beside another word of theirs, those other words, and first words that always count,
    since no word behind them is long enough to be a rare one: `er nødt til` is told by `nødt`, `kalder på` by `kalder`.
    """
    heads, telling, plain = set(), set(), set()
    for phrase in phrases:
        head, *others = phrase.lower().split()
        longest = max(others, key=len)
        if len(longest) < _TELLING:
            plain.add(head)
        else:
            heads.add(head)
            telling.add(longest)
    return heads, telling, plain
