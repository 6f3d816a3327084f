"""Opening a file: from the bytes of an article in any format to its blocks, with what the file claims of itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .blocks import Block, placed
from .claims import Claims, Layout
from .decoding import UnreadableError, decode
from .formats.html import read_html
from .formats.mail import read_mail
from .formats.office.docx import read_docx
from .formats.office.odt import read_odt
from .formats.office.pptx import read_pptx
from .formats.pdf import read_pdf
from .formats.saved_page import read_saved_page
from .formats.text import read_text
from .markup import folded, normalise
from .recognising import format_of
from .statements import read_front_matter
from .typed_marks import with_typed_marks

MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened: its `format` and `encoding` (None where the format has its own), blocks and claims.

    `stated` is what a person wrote down, which is trusted over the text; `claims` is what a program put there.
    """

    format: str
    encoding: str | None
    blocks: list[Block]
    claims: Claims
    stated: Claims


def open_document(content: bytes) -> Opened:
    """The document in `content`; UnreadableError says why there is none."""
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise UnreadableError("too_large", f"The file is larger than {limit} MB. Split it into articles.")
    name = format_of(content)
    try:
        layout, encoding = _READERS[name](content)
    except RecursionError:
        raise UnreadableError("limit", "The file is nested too deeply to be read. Save it in another format.") from None
    blocks = list(placed(with_typed_marks(_clean(layout.blocks)) if name != "text" else layout.blocks))
    if not blocks:
        raise UnreadableError("empty", "The file holds nothing but marks of layout.")
    return Opened(name, encoding, blocks, layout.claims.cleaned(), layout.stated.cleaned())


def _clean(blocks: list[Block]) -> Iterator[Block]:
    """`blocks` with their characters in order; those without words are left out, but not the gap before them."""
    gap = False
    for block in blocks:
        text = folded(normalise(block.text))
        gap = gap or block.gap
        if text:
            yield replace(block, text=text, gap=gap)
            gap = False


def _read_plain(content: bytes) -> tuple[Layout, str]:
    text, encoding = decode(content)
    stated, rest = read_front_matter(normalise(text))
    return Layout(read_text(rest), stated=stated), encoding


def _alone(reader: Callable[[bytes], Layout]) -> Callable[[bytes], tuple[Layout, str | None]]:
    """A reader of a format whose encoding is its own affair."""
    return lambda content: (reader(content), None)


_READERS: dict[str, Callable[[bytes], tuple[Layout, str | None]]] = {
    "text": _read_plain,
    "html": read_html,
    "mhtml": read_saved_page,
    "eml": read_mail,
    "pdf": _alone(read_pdf),
    "docx": _alone(read_docx),
    "pptx": _alone(read_pptx),
    "odt": _alone(read_odt),
}
