"""Pieces, and the marks of lists before them: the bullet or the number that stands apart from the words of an item."""

import re
from dataclasses import dataclass, replace

from .drawings import Dot
from .glyphs import Glyph

_BULLETS = frozenset("•◆●▪■○◦▸►✓➢‣·∙⁃❖◾▶➔→\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8")
_DASHES = frozenset("-–—o")
_NUMBER = re.compile(r"\(?(\d{1,3}|[a-zæøå]|[ivx]{1,4})[.)]$")
_ORDINAL = re.compile(r"(?:\d{1,2}\.)*\d{1,2}\.?$")
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before the words of an item: a bullet or a `number`, as it is `written`.

    Not `sure`: no more than a word space parts it from the words, so it may as well be a dash that opens an utterance.
    """

    written: str
    number: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text from `x0` to `x1` on the baseline `y`, with the `mark` before it.

    `text_x` is where the words begin, behind the mark. All places are in points from the top left corner.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    symbol: bool = False
    mark: Mark | None = None
    text_x: float = 0.0


def opening_mark(run: list[Glyph]) -> tuple[Mark | None, list[Glyph]]:
    """The mark that opens `run`, and the rest of it; None and all of it where there is no mark."""
    size = run[0].style.size
    end = 1
    while end < min(len(run), 7) and not run[end].char.isspace() and run[end].x0 - run[end - 1].x1 < size * 0.18:
        end += 1
    start = next((i for i in range(end, len(run)) if not run[i].char.isspace()), None)
    if start is None:
        return None, run
    mark = _mark("".join(glyph.char for glyph in run[:end]), run[0].style.symbol, run[start].x0 - run[end - 1].x1, size)
    return (mark, run[start:]) if mark is not None else (None, run)


def _mark(word: str, symbol: bool, room: float, size: float) -> Mark | None:
    """`word` as a mark with `room` between it and the next word."""
    if _is_bullet(word, symbol):
        return Mark(BULLET)
    if word in _DASHES and (room > size * 0.6 or word != "o"):
        return Mark(word, sure=room > size * 0.6)
    number = _NUMBER.match(word)
    return Mark(word, number[1], sure=room > size * 0.45) if number else None


def with_marks(pieces: list[Piece], dots: list[Dot]) -> list[Piece]:
    """`pieces` in which a bullet or number that stands alone, and a dot that is drawn, belong to the words behind it."""
    found: list[Piece] = []
    for piece in pieces:
        if found and (mark := _before(found[-1], piece)) is not None:
            found[-1] = replace(piece, x0=found[-1].x0, mark=mark, text_x=piece.x0)
        elif found and _counts(found[-1], piece):
            found[-1] = replace(piece, text=f"{found[-1].text} {piece.text}", x0=found[-1].x0, text_x=found[-1].x0)
        else:
            found.append(piece)
    return [_dotted(piece, dots) for piece in found if not _is_bullet(piece.text, piece.symbol)]


def _is_bullet(word: str, symbol: bool) -> bool:
    return len(word) == 1 and (word in _BULLETS or (symbol and not word.isdigit()) or "\ue000" <= word <= "\uf8ff")


def _beside(mark: Piece, piece: Piece) -> bool:
    near = abs(mark.y - piece.y) < piece.size * 0.35 and 0 < piece.x0 - mark.x1 < piece.size * 4
    return near and piece.mark is None and mark.mark is None


def _before(mark: Piece, piece: Piece) -> Mark | None:
    if not _beside(mark, piece):
        return None
    found = _mark(mark.text, mark.symbol, piece.x0 - mark.x1, piece.size)
    return found if found is None or found.number is None or piece.text[0].isalpha() else None


def _counts(number: Piece, piece: Piece) -> bool:
    """Whether `number` is that of the heading behind it (`2.1 Ledelse`)."""
    near = _beside(number, piece) and piece.x0 - number.x1 < piece.size * 2.6 and number.bold == piece.bold
    return near and bool(_ORDINAL.match(number.text)) and piece.text[0].isupper()


def _dotted(piece: Piece, dots: list[Dot]) -> Piece:
    for dot in dots:
        if 0 < piece.x0 - dot.x1 < piece.size * 2 and piece.y - piece.size * 0.75 < dot.y < piece.y:
            small = dot.x1 - dot.x0 < piece.size * 0.75
            return replace(piece, x0=dot.x0, mark=Mark(BULLET), text_x=piece.x0) if small and not piece.mark else piece
    return piece
