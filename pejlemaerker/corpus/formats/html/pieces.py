"""A web page cut into pieces: stretches of words between the elements that break the line, with what the markup says of them.

What is the article and what is not is for `judging`. Elements that no reader sees (scripts, hidden ones, controls) give no piece.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from .lists import Lists
from .tables import is_data_table

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKING = _HEADINGS.keys() | {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
    ),
    *(
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
    ),
    *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_UNSEEN = {
    *(
        "audio",
        "button",
        "canvas",
        "datalist",
        "head",
        "iframe",
        "input",
        "math",
        "noscript",
        "object",
        "script",
        "select",
    ),
    *("style", "svg", "template", "textarea", "title", "video"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?")
_UNITS = ("m", "km", "cm", "dm", "mm")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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
    if _is_unseen(element) or (element.tag == "sup" and _is_note_mark(page, element)):
        page.skipped = element
        return
    tag = element.tag
    if tag == "br" and page.row is not None:
        page.words.append(" ")
    elif tag == "br":
        yield from _flush(page, gap=not page.words or not "".join(page.words).strip())
    elif tag in _BREAKING and page.row is None:
        yield from _flush(page)
        page.open.append(element)
        page.lists.enter(element)
        if tag == "table" and is_data_table(element):
            page.data_table = element
    if page.data_table is not None and tag == "tr":
        page.row = []
    if _is_link(element):
        page.links += 1
    _say(page, _raised(element.text) if tag == "sup" else element.text)


def _leave(page: _Page, element: HtmlElement) -> Iterator[Piece]:
    if page.skipped is not None:
        if page.skipped is element:
            page.skipped = None
            _say(page, element.tail)
        return
    tag = element.tag
    if _is_link(element):
        page.links = max(0, page.links - 1)
    if page.row is not None:
        yield from _leave_row(page, element)
    elif tag in _BREAKING and page.open and page.open[-1] is element:
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
        heading = next((open_.tag for open_ in reversed(page.open[-3:]) if open_.tag in _HEADINGS), None)
        shape, level, marker = page.lists.item(page.open)
        if heading is not None:
            shape, level, marker = "heading", _HEADINGS[heading], None
        yield Piece(text, element, shape, level, marker, page.gap, min(page.linked, len(text)), page.lists.open_item)
    if text or gap:
        page.gap = gap
    page.words, page.linked = [], 0


def _folded(words: list[str]) -> str:
    return _WHITE.sub(" ", "".join(words)).strip()


def _is_unseen(element: HtmlElement) -> bool:
    if element.tag in _UNSEEN or not isinstance(element.tag, str):
        return True
    attributes = element.attrib
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN.search(attributes["style"]) is not None)
    )


def _is_link(element: HtmlElement) -> bool:
    """Whether an element is a link; one that makes a heading a place to link to is none."""
    if element.tag != "a" or not element.get("href"):
        return False
    own = element.get("href").startswith("#")
    return not (own and any(above.tag in _HEADINGS for above in islice(element.iterancestors(), 3)))


def _is_note_mark(page: _Page, element: HtmlElement) -> bool:
    """Whether a raised number points to a note; after a ten or a unit of length it belongs to that."""
    before = "".join(page.words[-1:]).rsplit(" ", 1)[-1]
    text = "".join(element.itertext())
    measure = before in _UNITS or before == "10"
    return bool(_NOTE_MARK.fullmatch(text.strip())) and not (measure and element.find(".//a") is None)


def _raised(text: str | None) -> str | None:
    """A raised number in characters of its own, so that `10` and a raised `6` are not taken for 106."""
    return text.translate(_RAISED) if text and text.strip().isdecimal() else text
