"""From the bytes of a web page to blocks."""

from collections.abc import Iterable
from dataclasses import replace

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser

from ...blocks import Block
from ...claims import Layout
from ...decoding import UnreadableError, declared_charset, decode
from ...markup import normalise
from .claims import page_claims
from .judging import kinds
from .pieces import Piece, pieces

_QUOTED_MAIL = {"gmail_quote", "gmail_quote_container", "moz-cite-prefix", "yahoo_quoted"}


def read_html(content: bytes, charset: str | None = None) -> tuple[Layout, str]:
    """Layout of a web page and the encoding it was read in; `charset` is what a container says of it.

    UnreadableError when it is no text or when no words are in it.
    """
    text, encoding = decode(content, charset or declared_charset(content))
    root = parse(text)
    claims = page_claims(root)
    found = pieces(root)
    if not found:
        raise UnreadableError("no_text", "The web page shows no words without its scripts. Save it from the browser.")
    return Layout(blocks(found, kinds(root, found, claims.title)), claims), encoding


def parse(text: str) -> HtmlElement:
    """The tree of a page; UnreadableError when there is none."""
    parser = HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(normalise(text).encode("utf-8"), parser=parser)
    except (LxmlError, AssertionError, ValueError):
        if any(entry.type_name == "ERR_NO_MEMORY" for entry in parser.error_log):
            raise MemoryError from None
        raise UnreadableError("broken", "The web page is damaged. Save it anew.") from None
    if any(entry.type_name == "ERR_NO_MEMORY" for entry in parser.error_log):
        raise MemoryError
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError("limit", "The web page is nested too deeply to be read whole. Save it as text.")
    return root


def blocks(found: list[Piece], zones: Iterable[str | None]) -> list[Block]:
    """Blocks of `found`: the parts of an item put together, and neighbours that are the same furniture."""
    made: list[Block] = []
    item: HtmlElement | None = None
    for piece, zone in zip(found, zones, strict=True):
        last = made[-1] if made else None
        gap = piece.gap and not (piece.shape == "list_item" and last is not None and last.shape == "list_item")
        block = Block(piece.text, piece.shape, piece.level, piece.marker, gap, zone)
        if last is not None and zone is not None and zone == last.zone and zone not in ("caption", "contact"):
            made[-1] = replace(last, text=f"{last.text}\n{piece.text}", shape="line", level=None, marker=None)
        elif last is not None and piece.item is not None and piece.item is item and zone is None and last.zone is None:
            made[-1] = replace(last, text=f"{last.text} {piece.text}")
        else:
            made.append(block)
        item = piece.item if piece.shape == "list_item" else None
    return made


def read_message_page(content: bytes, charset: str | None) -> tuple[list[Block], str]:
    """Blocks of the page inside a mail, and its encoding: all of it is the message, but for the mail it answers."""
    text, encoding = decode(content, charset or declared_charset(content))
    root = parse(text)
    for quoted in [*root.iter("blockquote", "div")]:
        if quoted.get("type") == "cite" or _QUOTED_MAIL & set((quoted.get("class") or "").split()):
            quoted.drop_tree()
    found = pieces(root)
    return blocks(found, [None] * len(found)), encoding
