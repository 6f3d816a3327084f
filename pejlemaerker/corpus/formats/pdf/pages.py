"""A PDF opened, and its pages read one by one: their pieces of text and the rules drawn on them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pejlemaerker.corpus.decoding import UnreadableError

from .drawings import Rule, drawings
from .glyphs import page_glyphs
from .marks import Piece
from .pieces import page_pieces

MAX_PAGES = 3000
MAX_PIECES = 10_000  # of a page; more is a drawing
_LOCKED = UnreadableError("encrypted", "The PDF is locked with a password. Save it again without one.")
_BROKEN = "The PDF is damaged or cut off and cannot be opened. Fetch it again or export it once more."
_LONG = f"The PDF has more than {MAX_PAGES} pages. Split it into parts."


@dataclass(slots=True)
class Page:
    """A page: its width and height in points, its `pieces` from the top down, its rules; `scanned` when a picture fills it."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    scanned: bool = False

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high, as slides are."""
        return self.width > self.height * 1.1


def read_pages(content: bytes) -> list[Page]:
    """The pages of the PDF `content` that can be read; raises UnreadableError (encrypted, broken, limit) when none can."""
    document = _opened(content)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableError("limit", _LONG)
        pages = [page for i in range(count) for page in _page(document, i)]
    finally:
        document.close()
    if not pages:
        raise UnreadableError("broken", _BROKEN)
    return pages


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise _LOCKED from error
        raise UnreadableError("broken", _BROKEN) from error


def _page(document: pdfium.PdfDocument, i: int) -> Iterator[Page]:
    """Page `i`; nothing when it is damaged, for one bad page should not cost the others."""
    try:
        page = document[i]
    except pdfium.PdfiumError:
        return
    try:
        glyphs, width, height = page_glyphs(page)
        drawn = drawings(page, width, height)
    except pdfium.PdfiumError:
        return
    finally:
        page.close()
    yield Page(width, height, page_pieces(glyphs, drawn.dots)[:MAX_PIECES], drawn.rules, drawn.scanned)
