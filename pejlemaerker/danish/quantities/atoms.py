"""Where a number may begin: one pattern over the whole text, and the shapes that figures can take."""

import re

from pejlemaerker.danish.number_grammar import ORDINAL, alternatives, any_of, grammar, words_of
from pejlemaerker.danish.numbers import FIGURES, GLYPHS
from pejlemaerker.danish.quantities.windows import GAP
from pejlemaerker.danish.scanning import Beginnings

_SPACED = r"[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3}){1,4}(?!\w)(?![ \xa0][0-9])"
_HEAD = rf"(?:{_SPACED}|[0-9]+)"
_GLYPH = f"[{''.join(GLYPHS)}]"
_PHONE = r"(?:[0-9]{2}[ \xa0]){3,4}[0-9]{2}(?!\w)|[0-9]{4}[ \xa0][0-9]{4}(?!\w)"
PART = rf"(?:{ORDINAL})del(?:en|ene|e)?s?(?!\w)"
SIZE = r"(?:god|stor|lille|stiv|knap|rigelig)"
# `en` and `et` are articles, unless what follows can only follow a number.
_ONE = (
    rf"(?:en|et|een|eet)(?={GAP}(?:{SIZE}{GAP})?{PART}|{GAP}ud{GAP}af{GAP}|{GAP}(?:procent|pct|%|promille)"
    rf"|{GAP}til{GAP}(?:to|halvand)|-to(?!\w))"
)
_BIG = any_of("hundred", "scale", "lot")
_BEHIND_ONE = (
    rf"{GAP}(?:halv|kvart(?!\w)|komma|{_BIG}|mill|(?:mi[ao]|mrd)(?!\w)|og{GAP}{any_of('ten')}"
    rf"|og{GAP}(?:en|et){GAP}(?:halvt?|kvart)(?!\w))"
)
_SCALED = rf"(?!{GAP}{_BIG}(?!\w))"
# `en god million`, `et par hundrede`: what stands between the article and the number makes it a rough one.
_ROUGH = (
    rf"(?:(?P<pair>et{GAP}par)|e[nt]{GAP}(?:{SIZE}|rund)t?){GAP}"
    rf"(?P<core>(?:(?:halvt?|kvart)(?:{GAP}{_BIG})?|{_BIG})(?:[^\S\n]{{0,2}}{any_of('scale')})?)(?!\w){_SCALED}"
)
_FIRST = [*words_of("zero", "one", "unit", "teen", "ten", "half", "hundred"), "tusind"]
_SHORT = alternatives({word for word in _FIRST if len(word) == 2})
_SECOND = alternatives(
    {"og", "en", "et", "ha", "kv", "ko", *(word[:2] for word in words_of("hundred", "scale", "lot"))}
)
# Three letters tell almost every other word from a number word, which makes the search three times as fast.
_LETTERS = {*(word[:3] for word in _FIRST if len(word) > 2), "hal", "hve"}
_START = rf"(?=[0-9]|{_GLYPH}|{alternatives(_LETTERS)}|(?:{_SHORT})(?:(?!\w)|{_SECOND}))"
# What each number begins with; only where a word does so need one be looked for.
BEGINNINGS = Beginnings({*"0123456789", *GLYPHS, *_LETTERS, *(word for word in _FIRST if len(word) == 2)})


def _pattern(apart: bool) -> re.Pattern[str]:
    words = grammar(r"[^\S\n]{0,2}", apart, loose=False)
    return re.compile(
        rf"(?<!\w){_START}(?:(?P<phone>{_PHONE})"
        rf"|(?P<mixed>[0-9]{{1,3}}[ \xa0](?:[1-3]/[2-4](?![\w/])|{_GLYPH}))"
        rf"|(?P<spoken>[0-9]{{1,9}}{GAP}komma{GAP}[0-9]{{1,4}}(?!\w))"
        rf"|(?P<digits>{_HEAD}(?:[.,:/–—-]{_HEAD})*+{_GLYPH}?|{_GLYPH})"
        rf"|(?P<half>halvdelen|halvparten)(?!\w)"
        rf"|(?P<every>hvert?{GAP}(?:(?:{ORDINAL})(?!\w)|[0-9]{{1,4}}\.(?=\s)))"
        rf"|(?P<one>{_ONE})"
        rf"|(?P<rough>{_ROUGH})"
        rf"|(?P<few>et{GAP}par(?!\w))"
        rf"|(?P<words>(?!(?:en|et|een|eet)(?!\w)(?!{_BEHIND_ONE}))(?:{words})(?:(?!\w)|(?={PART})){_SCALED}))"
    )


ATOM = _pattern(apart=True)
STRICT_ATOM = _pattern(apart=False)  # reads `fem og tyve` as two numbers
DASH = r"[–—-]"
RANGE = re.compile(rf"({FIGURES}){DASH}({FIGURES})")
SLASHED = re.compile(r"([1-9])/([2-9]|1[0-2])")
POINTED = re.compile(r"([0-9]{1,3})\.([0-9]{1,2})")
FRACTION = re.compile(rf"(?:{GAP})?(?P<size>{SIZE}{GAP})?-?(?P<ordinal>{ORDINAL})del(?:en|ene|e)?s?(?!\w)")
APART = re.compile(rf"{any_of('one', 'unit')}{GAP}og{GAP}{any_of('ten')}")
