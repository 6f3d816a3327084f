"""Where a number may begin: one pattern over the whole text, and the shapes that figures can take."""

import re

from pejlemaerker.danish.numbers import FIGURES, ORDINALS, VALUES, alternatives, grammar
from pejlemaerker.danish.quantities.windows import GAP

_SPACED = r"[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3}){1,4}(?!\w)(?![ \xa0][0-9])"
_HEAD = rf"(?:{_SPACED}|[0-9]+)"
_PHONE = r"(?:[0-9]{2}[ \xa0]){3,4}[0-9]{2}(?!\w)|[0-9]{4}[ \xa0][0-9]{4}(?!\w)"
_ORDINAL = alternatives(set(ORDINALS))
PART = rf"(?:{_ORDINAL})del(?:en|ene|e)?s?(?!\w)"
SIZE = r"(?:god|stor|lille|stiv|knap|rigelig)"
# `en` and `et` are articles, unless what follows can only follow a number.
_ONE = (
    rf"(?:en|et|een|eet)(?={GAP}(?:{SIZE}{GAP})?{PART}|{GAP}ud{GAP}af{GAP}|{GAP}(?:procent|pct|%|promille)"
    rf"|{GAP}til{GAP}(?:to|halvand)|-to(?!\w))"
)
_WORDS = grammar(r"[^\S\n]{0,2}", joined=True)
_SCALED = rf"(?!{GAP}(?:hundred|tusind|million|milliard))"

# Three letters tell almost every other word from a number word, which makes the search three times as fast.
_START = rf"(?=[0-9½¼¾]|{alternatives({word[:3] for word in [*VALUES, 'halvdelen', 'hver']})})"

ATOM = re.compile(
    rf"(?<!\w){_START}(?:(?P<phone>{_PHONE})"
    rf"|(?P<mixed>[0-9]{{1,3}}[ \xa0][1-3]/[2-4](?![\w/]))"
    rf"|(?P<digits>{_HEAD}(?:[.,:/–—-]{_HEAD})*+[½¼¾]?|[½¼¾])"
    rf"|(?P<half>halvdelen|halvparten)(?!\w)"
    rf"|(?P<every>hvert?{GAP}(?:(?:{_ORDINAL})(?!\w)|[0-9]{{1,4}}\.(?=\s)))"
    rf"|(?P<one>{_ONE})"
    rf"|(?P<words>(?!(?:en|et|een|eet)(?!\w)(?!{GAP}(?:halv|hundred|tusind|mill)))(?:{_WORDS})(?:(?!\w)|(?={PART})){_SCALED}))"
)
DASH = r"[–—-]"
RANGE = re.compile(rf"({FIGURES}){DASH}({FIGURES})")
SLASHED = re.compile(r"([1-9])/([2-9]|1[0-2])")
POINTED = re.compile(r"([0-9]{1,3})\.([0-9]{1,2})")
FRACTION = re.compile(rf"(?:{GAP})?(?P<size>{SIZE}{GAP})?-?(?P<ordinal>{_ORDINAL})del(?:en|ene|e)?s?(?!\w)")
