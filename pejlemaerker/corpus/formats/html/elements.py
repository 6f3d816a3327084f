"""The elements of web pages: which break the line, which no reader sees, what a link and a raised number are."""

import re
from itertools import islice

from lxml.html import HtmlElement

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BREAKING = HEADINGS.keys() | set(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr "  # noqa: SIM905 - a list of so many words is easier to read as a text
    "legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
# Elements that hold words, as against those that hold parts of a page.
OF_WORDS = HEADINGS.keys() | {"p", "li", "td", "th", "blockquote", "dd", "dt", "pre", "ul", "ol", "tr", "tbody"}
_UNSEEN = frozenset(
    "audio button canvas datalist head iframe input math noscript object script select style svg template textarea title video".split()  # noqa: SIM905
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?")
_UNITS = ("m", "km", "cm", "dm", "mm")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def is_unseen(element: HtmlElement) -> bool:
    """Whether no reader of the page sees an element and what is in it."""
    if element.tag in _UNSEEN or not isinstance(element.tag, str):
        return True
    attributes = element.attrib
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN.search(attributes["style"]) is not None)
    )


def is_link(element: HtmlElement) -> bool:
    """Whether an element is a link; one that makes a heading a place to link to is none."""
    if element.tag != "a" or not element.get("href"):
        return False
    own = element.get("href").startswith("#")
    return not (own and any(above.tag in HEADINGS for above in islice(element.iterancestors(), 3)))


def is_note_mark(element: HtmlElement, before: str) -> bool:
    """Whether a raised number behind the text `before` points to a note; after a ten or a unit of length it belongs to that."""
    word = before.rsplit(" ", 1)[-1]
    text = "".join(element.itertext())
    measure = word in _UNITS or word == "10"
    return bool(_NOTE_MARK.fullmatch(text.strip())) and not (measure and element.find(".//a") is None)


def raised(text: str | None) -> str | None:
    """A raised number in characters of its own, so that `10` and a raised `6` are not taken for 106."""
    return text.translate(_RAISED) if text and text.strip().isdecimal() else text
