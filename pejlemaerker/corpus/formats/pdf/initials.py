"""Initials: the large first letter of an article, several lines high, put before the word it belongs to."""

from dataclasses import replace
from statistics import median

from .marks import Piece

_LARGE = 1.8
_MANY = 12  # on a page; more are no initials
_AFTER_I = frozenset(
    ("alt", "dag", "de", "den", "det", "dette", "en", "et", "går", "løbet", "mange", "over", "sidste", "år")
)


def with_initials(pieces: list[Piece]) -> list[Piece]:
    """`pieces` in which each initial is the first letter of the words that stand at its right."""
    if not pieces:
        return []
    large = _LARGE * median(piece.size for piece in pieces)
    initials = [p for p in pieces if len(p.text) == 1 and p.text.isupper() and p.size >= large]
    found = list(pieces)
    for initial in initials[:_MANY]:
        beside = [piece for piece in found if _is_beside(initial, piece)]
        if beside:
            first = min(beside, key=lambda piece: piece.y)
            found[found.index(first)] = replace(first, text=_prefixed(initial.text, first.text))
            found.remove(initial)
    return found


def _is_beside(initial: Piece, piece: Piece) -> bool:
    level = initial.y - initial.size < piece.y <= initial.y + 0.1 * piece.size
    return level and initial.size > _LARGE * piece.size and -2 < piece.x0 - initial.x1 < 2 * piece.size


def _prefixed(initial: str, text: str) -> str:
    """The letter before the words; it is a word by itself before a name (`I Birkerød`) and where `I` makes sense (`I dag`)."""
    word = text.split(" ", 1)[0]
    alone = (initial == "I" and word.lower() in _AFTER_I) or (word[0].isupper() and word[1:].islower())
    return f"{initial} {text}" if alone else initial + text
