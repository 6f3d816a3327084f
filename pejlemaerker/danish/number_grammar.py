"""How Danish number words make phrases: the words by kind, and regular expressions for a whole number phrase."""

import re
from collections.abc import Iterable

from pejlemaerker.danish.lexicon import rows

VALUES: dict[str, float] = {word: float(value) for word, value, kind in rows("numbers") if kind != "ordinal"}
ORDINALS: dict[str, int] = {word: int(value) for word, value, kind in rows("numbers") if kind == "ordinal"}


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def words_of(*kinds: str) -> list[str]:
    """The number words of these kinds of the lexicon `numbers`."""
    return [word for word, _, kind in rows("numbers") if kind in kinds]


def any_of(*kinds: str) -> str:
    """A regular expression for one number word of these kinds."""
    return f"(?:{alternatives(words_of(*kinds))})"


_TENTHS = alternatives(word for word, value in ORDINALS.items() if 20 <= value < 100)
# `femte`, and of those that are built of two words `femogtyvende`
ORDINAL = rf"(?:{any_of('one', 'unit')}og(?:{_TENTHS})|{alternatives(ORDINALS)})"
HALF = rf"(?:{any_of('one')}\s*(?:halvt?|kvart)|tre\s*kvart)"


def _many(gap: str, apart: bool) -> str:
    linked = f"{gap}og{gap}" if apart else "og"
    return f"{any_of('one', 'unit')}{linked}{any_of('ten')}|{any_of('ten', 'teen')}|{any_of('unit')}"


def _halves(gap: str, many: str) -> str:
    one = any_of("one")
    led = f"(?:(?:{many}){gap}(?:og{gap})?|{one}{gap}og{gap})?{one}{gap}(?:halvt?|kvart)"
    return f"{any_of('half')}|{led}|(?:(?:{many}|{one}){gap}og{gap})?tre{gap}kvart"


def decimals(gap: str, apart: bool) -> str:
    """A regular expression for what is said behind `komma`: one by one (`nul fem`), the last two as one (`fem`)."""
    one_by_one = any_of("zero", "one", "unit")
    return f"(?:{one_by_one}{gap}){{0,4}}(?:{_many(gap, apart)}|{any_of('zero', 'one')})"


def grammar(gap: str, apart: bool, loose: bool) -> str:
    """A regular expression for a number phrase whose parts may be parted by `gap`.

    `apart`: tens may stand as `fem og tyve`, which could be two numbers. `loose`: so may `hundrede en`, for `hundrede
    og en`. The language it describes is finite, so matching takes bounded time.
    """
    one, hundred, scale, many = any_of("one"), any_of("hundred"), any_of("scale"), _many(gap, apart)
    alone = rf"|[^\S\n]{{1,2}}{one}" if loose else ""
    last = f"(?:{gap}(?:og{gap})?(?:{many})|{gap}og{gap}{one}(?!{gap}(?:halv|kvart)){alone})"
    half = _halves(gap, many)
    counted = f"{half}|{one}|{_many(gap, False)}"
    hundreds = f"(?:(?:{counted}){gap})?{hundred}{last}?"
    rest = f"(?:{gap}(?:og{gap})?(?:{hundreds}|{one}(?={gap}tusind))|{last})"
    lots = f"(?:{half}|{one}|{any_of('unit', 'teen')}){gap}{any_of('lot')}"
    group = f"(?:{hundreds}|{lots}|{half}|{many}|{one}|{any_of('zero')})"
    comma = f"{gap}komma{gap}{decimals(gap, apart)}(?:{gap}{scale})?"
    scaled = f"{gap}{scale}{rest}?"
    return f"(?:{group}(?:{comma}|(?:{scaled}){{0,5}})|(?=tusind)(?:{scaled}){{1,5}})"
