"""Number words that measure nothing: places (`to hundrede og femte`), years and times of the clock."""

import re

from pejlemaerker.danish.number_grammar import ORDINAL, words_of
from pejlemaerker.danish.quantities.contexts import counted
from pejlemaerker.danish.quantities.model import Term
from pejlemaerker.danish.quantities.sides import Left
from pejlemaerker.danish.quantities.windows import GAP, word_after

_HUNDREDS = tuple(words_of("hundred", "scale"))
_AND_NTH = re.compile(rf"{GAP}og{GAP}(?!and)(?:første|{ORDINAL})(?!\w)")
_HUNDREDTH = frozenset(["hundrede", "tusinde"])
_DATED = frozenset(["i", "fra", "siden", "år", "året", "anno", "årene"])
_TO_TWELVE = re.compile(rf"{GAP}i{GAP}(?:tolv|12)(?!\w)")


def is_worded_ordinal(low: str, term: Term, left: Left) -> bool:
    """`to hundrede og femte`, `det hundrede besøg`, `for tusinde gang`: hundreds that tell a place."""
    written = low[term.start : term.number_end]
    if written.endswith(_HUNDREDS) and _AND_NTH.match(low, term.number_end):
        return True
    word = left.words[-1] if left.words and not left.phrase else ""
    if written not in _HUNDREDTH:
        return False
    return (term.bare and word == "det") or low[term.number_end : term.end].endswith(" gang")


def is_worded_year(low: str, term: Term, left: Left) -> bool:
    """`i nitten hundrede og firs`."""
    dated = bool(left.words) and left.words[-1] in _DATED and not left.phrase
    inside = 1100 <= (term.value or 0) < 2100 and (term.value or 0) % 100 != 0
    following = word_after(low, term.end)
    return dated and inside and term.bare and not counted(following) and following != "til"


def is_clock_time(low: str, term: Term, left: Left) -> bool:
    """`halv fire`, `kvart over tre`, and both numbers of `fem minutter i tolv`."""
    if term.unit == "minutes":
        return bool(_TO_TWELVE.match(low, term.end))
    if not term.bare or not term.whole or (term.value or 0) > 12:
        return False
    if left.words[-1:] == ("halv",) or left.words[-2:] == ("kvart", "i"):
        return True
    if left.phrase == "over":
        return low[max(0, left.start - 9) : left.start].split()[-1:] in (["kvart"], ["minutter"])
    return term.value == 12 and low[max(0, term.start - 11) : term.start].split()[-2:] == ["minutter", "i"]
