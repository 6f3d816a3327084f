"""A web page cut into pieces: stretches of words between the elements that break the line, with what the markup says of them.

What is the article and what is not is for `judging`. Elements that no reader sees (scripts, hidden ones, controls) give no piece.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from .elements import BREAKING, HEADINGS, is_link, is_note_mark, is_unseen, raised
from .lists import Lists
from .tables import is_data_table

_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Piece:
    """Words of a page in one stretch; `element` is the innermost element that breaks the line around them.

    `linked` is the number of characters inside links, `item` the item of a list that it is a part of. The other fields
    are those of a `Block`.
    """

    text: str
    element: HtmlElement
    shape: str = "line"
    level: int | None = None
    marker: str | None = None
    gap: bool = True
    linked: int = 0
    item: HtmlElement | None = None


@dataclass(slots=True)
class _Page:
    """The state of a walk through a page."""

    lists: Lists = field(default_factory=Lists)
    words: list[str] = field(default_factory=list)
    open: list[HtmlElement] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    gap: bool = True
    row: list[str] | None = None
    skipped: HtmlElement | None = None
    data_table: HtmlElement | None = None


def pieces(root: HtmlElement) -> list[Piece]:
    """The pieces of the page in reading order. Each element is looked at once, however deep it stands."""
    page = _Page()
    found: list[Piece] = []
    for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if page.skipped is None:
                _say(page, element.tail)
        elif event == "start":
            found += _enter(page, element)
        else:
            found += _leave(page, element)
    return [piece for piece in found if piece.text]


def _enter(page: _Page, element: HtmlElement) -> Iterator[Piece]:
    if page.skipped is not None:
        return
    if is_unseen(element) or (element.tag == "sup" and is_note_mark(element, "".join(page.words[-1:]))):
        page.skipped = element
        return
    tag = element.tag
    if tag == "br" and page.row is not None:
        page.words.append(" ")
    elif tag == "br":
        yield from _flush(page, gap=not page.words or not "".join(page.words).strip())
    elif tag in BREAKING and page.row is None:
        yield from _flush(page)
        page.open.append(element)
        page.lists.enter(element)
        if tag == "table" and is_data_table(element):
            page.data_table = element
    if page.data_table is not None and tag == "tr":
        page.row = []
    if is_link(element):
        page.links += 1
    _say(page, raised(element.text) if tag == "sup" else element.text)


def _leave(page: _Page, element: HtmlElement) -> Iterator[Piece]:
    if page.skipped is not None:
        if page.skipped is element:
            page.skipped = None
            _say(page, element.tail)
        return
    tag = element.tag
    if is_link(element):
        page.links = max(0, page.links - 1)
    if page.row is not None:
        yield from _leave_row(page, element)
    elif tag in BREAKING and page.open and page.open[-1] is element:
        yield from _flush(page)
        page.open.pop()
        page.lists.leave(element)
        if page.data_table is element:
            page.data_table = None
    _say(page, element.tail)


def _leave_row(page: _Page, element: HtmlElement) -> Iterator[Piece]:
    """Inside a row of a table of data: its cells make up one line."""
    assert page.row is not None
    if element.tag in ("td", "th"):
        page.row.append(_folded(page.words))
        page.words = []
    elif element.tag == "tr":
        page.words = [" | ".join(page.row)] if any(page.row) else []
        page.row = None
        yield from _flush(page)
        page.open.pop()


def _say(page: _Page, text: str | None) -> None:
    if text:
        page.words.append(text)
        if page.links:
            page.linked += len(text)
    elif page.row is not None:
        page.words.append(" ")


def _flush(page: _Page, *, gap: bool = True) -> Iterator[Piece]:
    """The words heard so far as a piece; `gap` says whether the next one stands apart."""
    text = _folded(page.words)
    element = page.open[-1] if page.open else None
    if text and element is not None:
        heading = next((open_.tag for open_ in reversed(page.open[-3:]) if open_.tag in HEADINGS), None)
        shape, level, marker = page.lists.item(page.open)
        if heading is not None:
            shape, level, marker = "heading", HEADINGS[heading], None
        yield Piece(text, element, shape, level, marker, page.gap, min(page.linked, len(text)), page.lists.open_item)
    if text or gap:
        page.gap = gap
    page.words, page.linked = [], 0


def _folded(words: list[str]) -> str:
    return _WHITE.sub(" ", "".join(words)).strip()
