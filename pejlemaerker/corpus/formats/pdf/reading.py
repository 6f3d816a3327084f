"""From the bytes of a PDF to blocks in reading order."""

import re

from pejlemaerker.corpus.blocks import Block
from pejlemaerker.corpus.claims import Layout
from pejlemaerker.corpus.decoding import UnreadableError

from .body import type_of
from .columns import regions
from .furniture import drop_furniture
from .headings import mark_headings
from .hyphens import compounds, joined
from .joining import in_order
from .line import Line
from .lines import region_lines
from .lists import mark_depths
from .pages import Page, read_pages
from .paragraphs import Paragraph, paragraphs

_NO_TEXT = UnreadableError(
    "no_text",
    "The PDF has no text that can be read, only pictures of pages. Run text recognition first, for example ocrmypdf.",
)
_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(content: bytes) -> Layout:
    """The blocks of a PDF in reading order; raises UnreadableError (encrypted, broken, limit, no_text).

    Nothing is claimed: what PDFs say of their title and author is most often left over from another document.
    """
    pages = read_pages(content)
    _check_text(pages)
    drop_furniture(pages)
    known = _column_edges(pages)
    columns = [(i, lines) for i, page in enumerate(pages) for lines in _columns(page, known)]
    kind = type_of([lines for _, lines in columns])
    found = []
    for i, lines in columns:
        column = paragraphs(lines, kind)
        for paragraph in column:
            paragraph.page = i
        found.append(column)
    mark_headings(pages, found, kind)
    ordered = in_order(found, kind)
    mark_depths(ordered)
    spelt = compounds([line.text for _, lines in columns for line in lines])
    return Layout([_block(paragraph, ordered[i - 1] if i else None, spelt) for i, paragraph in enumerate(ordered)])


def _column_edges(pages: list[Page]) -> set[int]:
    """Where columns begin in the document, so that a page with two lines of each is read as the others are."""
    known: set[int] = set()
    for page in pages:
        regions(page.pieces, page.rules, known)
    return known


def _columns(page: Page, known: set[int]) -> list[list[Line]]:
    found = regions(page.pieces, page.rules, known)
    return [region_lines(region, page.rules) for region in found if region.pieces]


def _check_text(pages: list[Page]) -> None:
    letters = sum(len(_LETTER.findall(piece.text)) for page in pages for piece in page.pieces)
    scanned = sum(1 for page in pages if page.scanned)
    if letters == 0 or (letters < 30 * len(pages) and scanned > len(pages) * 0.5):
        raise _NO_TEXT


def _block(paragraph: Paragraph, before: Paragraph | None, known: frozenset[str]) -> Block:
    text = paragraph.lines[0].text
    for line in paragraph.lines[1:]:
        text = joined(text, line.text, known)
    mark = paragraph.lines[0].mark
    item = paragraph.shape == "list_item"
    gap = paragraph.gap and not (item and before is not None and before.shape == "list_item")
    level = None if paragraph.shape == "line" else paragraph.depth
    return Block(text, paragraph.shape, level, mark.number if item and mark is not None else None, gap)
