"""Pieces: stretches of text on one baseline with nothing but word spaces between them, made of the characters of a page."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from pejlemaerker.corpus.markup import normalise

from .drawings import Dot
from .glyphs import Glyph
from .initials import with_initials
from .letters import composed, spelled_out
from .marks import Piece, opening_mark, with_marks
from .runs import merged, runs_of

_LEADERS = re.compile(r"(?: ?[.…·]){4,} ?")
_SPACES = re.compile(r"\s+")
_AREA = re.compile(r"\b[kcm]?m$")


def page_pieces(glyphs: list[Glyph], dots: list[Dot]) -> list[Piece]:
    """The pieces that `glyphs` make, from the top down and from left to right; `dots` are drawn bullets."""
    runs = merged(sorted(runs_of(glyphs), key=lambda run: (run[0].y, run[0].x0)))
    found = [piece for run in runs if (piece := _piece(run)) is not None]
    return with_initials(with_marks(sorted(_once(found), key=lambda piece: (piece.y, piece.x0)), dots))


def _piece(run: list[Glyph]) -> Piece | None:
    mark, rest = opening_mark(run)
    ink = [glyph for glyph in rest if not glyph.char.isspace()]
    size, base, bold = _type(ink)
    text = normalise(spelled_out(_text(_without_references(rest, size, base), size)))
    text = _LEADERS.sub(" … ", _SPACES.sub(" ", text)).strip()
    right = max([glyph.x1 for glyph in ink])
    return Piece(text, run[0].x0, right, base, size, bold, ink[0].style.symbol, mark, ink[0].x0) if text else None


def _type(ink: list[Glyph]) -> tuple[float, float, bool]:
    """The size and the baseline of most of `ink`, and whether all its words are bold."""
    styles = {id(glyph.style): glyph.style for glyph in ink}
    if len(styles) == 1:
        return round(ink[0].style.size, 1), round(ink[0].y, 1), ink[0].style.bold
    size = Counter([round(glyph.style.size, 1) for glyph in ink]).most_common(1)[0][0]
    base = Counter([round(g.y, 1) for g in ink if abs(g.style.size - size) < 0.2]).most_common(1)[0][0]
    letters = [glyph for glyph in ink if glyph.char.isalnum()] or ink
    return size, base, sum([glyph.style.bold for glyph in letters]) >= len(letters) * 0.95


def _without_references(run: list[Glyph], size: float, base: float) -> list[Glyph]:
    """`run` without the small raised figures that point to a footnote; those of a measure (`m²`) stay."""
    if all(glyph.style.size >= size * 0.8 for glyph in run):
        return run
    kept: list[Glyph] = []
    for glyph in run:
        raised = glyph.style.size < size * 0.8 and base - glyph.y > size * 0.15 and glyph.char in "0123456789*,†"
        if raised and kept and not _AREA.search("".join(g.char for g in kept[-3:])):
            continue
        if kept and not raised and kept[-1].style.size < size * 0.8 and len(kept) <= 2 and kept[-1].char.isdigit():
            kept.append(kept[-1]._replace(char=" "))
        kept.append(glyph)
    return kept


def _text(run: list[Glyph], size: float) -> str:
    """The characters of `run`, with spaces where the places leave room for one."""
    glyphs = composed(run)
    gaps = [b[1] - a[2] for a, b in pairwise(glyphs)]
    room = size * 0.18
    if len(gaps) >= 4 and max(gaps) > room:
        # In spaced type there is some room after every letter.
        inside = [gap for gap, (a, b) in zip(gaps, pairwise(glyphs), strict=True) if a.char != " " != b.char]
        room += max(0.0, median(inside or [0.0]))
    text = glyphs[0].char
    for gap, glyph in zip(gaps, glyphs[1:], strict=True):
        text += f" {glyph.char}" if gap > room else glyph.char
    return text


def _once(pieces: list[Piece]) -> list[Piece]:
    """`pieces` without those that lie on top of the same words (bold and shadows made by printing twice)."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for piece in pieces:
        near = max(0.7 * piece.size, 1.0)
        x, y = piece.x0 / near, piece.y / near
        cells = {(piece.text, int(x + a), int(y + b)) for a in (-0.5, 0, 0.5) for b in (-0.5, 0, 0.5)}
        if seen.isdisjoint(cells):
            kept.append(piece)
            seen.add((piece.text, int(x), int(y)))
    return kept
