"""Letters that a PDF writes in another way than text does: ligatures, and marks that are drawn over a letter."""

import re
import unicodedata

from .glyphs import Glyph

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_MARKS = {
    "\u02da": "\u030a",
    "\u00b4": "\u0301",
    "\u00a8": "\u0308",
    "\u0060": "\u0300",
    "\u02c6": "\u0302",
    "\u02dc": "\u0303",
}


def spelled_out(text: str) -> str:
    """`text` with its ligatures as letters."""
    return _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def composed(run: list[Glyph]) -> list[Glyph]:
    """`run` in which a mark that is drawn on top of a letter (`˚` and `a`) stands behind it as a combining mark."""
    if not any(glyph.char in _MARKS for glyph in run):
        return run
    found: list[Glyph] = []
    waiting: Glyph | None = None
    for glyph in run:
        if waiting is not None:
            found += _over(waiting, glyph)
            waiting = None
        elif glyph.char in _MARKS and found and _covers(found[-1], glyph):
            found.append(glyph._replace(char=_MARKS[glyph.char], x1=found[-1].x1))
        elif glyph.char in _MARKS:
            waiting = glyph
        else:
            found.append(glyph)
    return [*found, waiting] if waiting is not None else found


def _over(mark: Glyph, letter: Glyph) -> list[Glyph]:
    if letter.char.isalpha() and _covers(letter, mark):
        return [letter, mark._replace(char=_MARKS[mark.char], x0=letter.x1, x1=letter.x1)]
    return [mark, letter]


def _covers(letter: Glyph, mark: Glyph) -> bool:
    middle = (mark.x0 + mark.x1) / 2
    return letter.char.isalpha() and letter.x0 <= middle <= letter.x1
