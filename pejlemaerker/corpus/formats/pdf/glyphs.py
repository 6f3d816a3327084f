"""The characters of a page, upright and from the top left corner: which one, where, how large. Only what a reader sees."""

from collections import Counter
from typing import NamedTuple

import pypdfium2 as pdfium

from .objects import Box, Style, text_objects

_SOME_TEXT = 200


class Glyph(NamedTuple):
    """A character between `x0` and `x1`; `y` is its baseline, in points from the top of the page."""

    char: str
    x0: float
    x1: float
    y: float
    style: Style


def page_glyphs(page: pdfium.PdfPage) -> tuple[list[Glyph], float, float]:
    """The characters of `page` in the file's order, and the width and height of the page as it is read."""
    objects = text_objects(page)
    box = page.get_cropbox()
    turn = _reading_turn(objects, page.get_rotation() // 90 % 4)
    width, height = box[2] - box[0], box[3] - box[1]
    if turn % 2:
        width, height = height, width
    hidden = sum(len(boxes) for style, boxes in objects if not style.seen)
    # A scan that has been read by a machine holds its text as hidden text, and next to nothing else.
    all_seen = hidden * 2 > sum(len(boxes) for _, boxes in objects)
    glyphs: list[Glyph] = []
    for style, boxes in objects:
        if style.turn == turn and (style.seen or all_seen):
            glyphs += _upright(style, boxes, box)
    inside = [g for g in glyphs if g.x0 >= -2 and g.x1 <= width + 2 and -2 <= g.y <= height + 2]
    return inside, width, height


def _reading_turn(objects: list[tuple[Style, list[Box]]], page_turn: int) -> int:
    """The direction most of a page's text is written in; that of the page itself when there is little text."""
    counts: Counter[int] = Counter()
    for style, boxes in objects:
        counts[style.turn] += len(boxes)
    turn, count = max(counts.items(), key=lambda item: (item[1], item[0] == page_turn), default=(page_turn, 0))
    return turn if turn >= 0 and (count >= _SOME_TEXT or not counts[page_turn]) else page_turn


def _upright(style: Style, boxes: list[Box], page: tuple[float, float, float, float]) -> list[Glyph]:
    """The characters of an object, turned as they are read, on a page of which `page` is left, bottom, right and top."""
    x, y = style.origin
    if style.turn == 0:
        left, y = page[0], page[3] - y
        return [Glyph(char, x0 - left, x1 - left, y, style) for char, x0, _, x1, _ in boxes]
    if style.turn == 1:
        return [Glyph(char, bottom - page[1], top - page[1], x - page[0], style) for char, _, bottom, _, top in boxes]
    if style.turn == 2:
        return [Glyph(char, page[2] - x1, page[2] - x0, y - page[1], style) for char, x0, _, x1, _ in boxes]
    return [Glyph(char, page[3] - top, page[3] - bottom, page[2] - x, style) for char, _, bottom, _, top in boxes]
