"""When two texts count as the same: tokens, how much they overlap, and whether one holds the other.

Case, punctuation and white space never count. Names must agree word for word; descriptions may be longer or shorter.
"""

import difflib
import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_HALF = 0.5


@lru_cache(maxsize=20_000)
def tokens(text: str | None) -> tuple[str, ...]:
    """Words and numbers of `text` in lower case; a number keeps its decimals (`4,5` is one token)."""
    return tuple(TOKEN.findall(unicodedata.normalize("NFC", text or "").lower()))


@lru_cache(maxsize=20_000)
def joined(text: str | None) -> str:
    """The tokens of `text` with one space between them."""
    return " ".join(tokens(text))


def overlap(a: str | None, b: str | None) -> float:
    """Share of the tokens of both that stand in both in the same order, 0 to 1; 0 where one has none."""
    first, second = tokens(a), tokens(b)
    if not first or not second:
        return 0.0
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def contains(a: str | None, b: str | None) -> bool:
    """Whether one of the texts holds the other, inside words too (`kommune` in `kommunerne`)."""
    first, second = joined(a), joined(b)
    return bool(first and second) and (first in second or second in first)


def same_name(a: str | None, b: str | None) -> bool:
    """Whether both are the same words, or both are missing."""
    if not a or not b:
        return not a and not b
    return tokens(a) == tokens(b)


def same_words(a: str | None, b: str | None) -> bool:
    """Whether one holds the other or half of the tokens agree, or both are missing."""
    if not a or not b:
        return not a and not b
    return contains(a, b) or overlap(a, b) >= _HALF
