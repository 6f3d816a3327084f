"""The text of a page as pypdfium2 gives it: its text objects, what holds for each of them, and the boxes of their characters.

Each call into the library costs time, so what holds for a whole object is asked once.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MAX_GLYPHS = 300_000  # more than any page that is for reading holds
_BOLD = re.compile(r"bold|black|heavy|semibd|demi(?!le)|,bd|-bd\b|\b(?:cm|sf|ec)bx", re.IGNORECASE)
_SYMBOL = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)
_HYPHENS = dict.fromkeys((0xFFFE, 0x02, 0x2010, 0x2011), "-")
_INVISIBLE = 3
_STROKED = 2
_SMALLEST = 2.0
_Pointer: TypeAlias = "ctypes._Pointer[ctypes.Structure]"
Box: TypeAlias = tuple[str, float, float, float, float]  # a character; left, bottom, right, top

# The same function with an address for its answer: comparing addresses is much cheaper than making pointers.
_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


class Style(NamedTuple):
    """What the characters of a text object share: size in points, baseline, quarter turns; `seen` is False for hidden text."""

    size: float
    bold: bool
    symbol: bool
    seen: bool
    turn: int
    origin: tuple[float, float]


def text_objects(page: pdfium.PdfPage) -> list[tuple[Style, list[Box]]]:
    """The text objects of `page` in the file's order, with their characters; raises PdfiumError when the page is damaged."""
    textpage = page.get_textpage()
    try:
        return list(_objects(textpage))
    finally:
        textpage.close()


def _objects(textpage: pdfium.PdfTextPage) -> Iterator[tuple[Style, list[Box]]]:
    text, box, last = textpage.raw, raw.FS_RECTF(), None
    code_at, box_at, filled = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, ctypes.byref(box)
    address_of = ctypes.cast(text, ctypes.c_void_p).value
    fonts: dict[int, tuple[bool, bool]] = {}
    boxes: list[Box] = []
    for i in range(min(raw.FPDFText_CountChars(text), MAX_GLYPHS)):
        found = _object_at(address_of, i)
        if found is None:
            continue  # spaces and line ends that the library puts in; where they belong is told by the places
        if found != last:
            last, boxes = found, []
            yield _style(textpage, i, fonts), boxes
        if box_at(text, i, filled):
            boxes.append((_char(code_at(text, i)), box.left, box.bottom, box.right, box.top))


def _char(code: int) -> str:
    """The character of a code; hyphens at the end of a line come as codes of their own."""
    if code > 0x7F or code < 0x20:
        return _HYPHENS.get(code) or (chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd")
    return chr(code)


def _style(textpage: pdfium.PdfTextPage, i: int, fonts: dict[int, tuple[bool, bool]]) -> Style:
    pointer = raw.FPDFText_GetTextObject(textpage, i)
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetMatrix(textpage, i, matrix)
    raw.FPDFText_GetCharOrigin(textpage, i, x, y)
    size = raw.FPDFText_GetFontSize(textpage, i) * math.hypot(matrix.c, matrix.d)
    mode = raw.FPDFTextObj_GetTextRenderMode(pointer)
    bold, symbol = _font(raw.FPDFTextObj_GetFont(pointer), fonts)
    seen = mode != _INVISIBLE and size >= _SMALLEST and _opaque(pointer)
    return Style(size, bold or mode == _STROKED, symbol, seen, _turn(matrix), (x.value, y.value))


def _turn(matrix: raw.FS_MATRIX) -> int:
    """Quarter turns against the clock; -1 for text that stands askew."""
    quarters = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else -1


def _opaque(pointer: _Pointer) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return not raw.FPDFPageObj_GetFillColor(pointer, red, green, blue, alpha) or alpha.value > 0


def _font(font: _Pointer, fonts: dict[int, tuple[bool, bool]]) -> tuple[bool, bool]:
    """Whether a font is bold, and whether it is one of symbols."""
    if not font:
        return False, False
    address = ctypes.addressof(font.contents)
    if address not in fonts:
        buffer = ctypes.create_string_buffer(256)
        raw.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", "replace")
        bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= 650
        fonts[address] = bold, bool(_SYMBOL.search(name))
    return fonts[address]
