"""The day a web page says it was published, by its metadata and by nothing else.

htmldate knows the vocabularies; what it makes of a month alone, of the day of a change, or of the date of a teaser is not believed.
"""

import re
from contextlib import suppress
from copy import deepcopy
from datetime import date

from lxml.html import HtmlElement, fromstring

from pejlemaerker.danish.dates import dates

_CHANGED = re.compile(r"modif|updat|revis|expir|chang|opdater", re.IGNORECASE)
_BESIDE = {"aside", "nav", "footer", "ul", "ol", "form", "a"}
_FORMS = (
    "%Y-%m-%d",
    "%Y%m%d",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%Y/%m/%d",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
)


def published_day(root: HtmlElement) -> date | None:
    """The day of publication that the metadata of the page `root` states in full; None when it states none."""
    from htmldate import find_date

    metadata = _metadata(root)
    found = None
    with suppress(ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        found = find_date(metadata, extensive_search=False, original_date=True)
    day = date.fromisoformat(found) if found else None
    return day if day is not None and _is_stated(day, metadata) else None


def _metadata(root: HtmlElement) -> HtmlElement:
    """A page with nothing but the metadata of `root`: its head, its JSON-LD, and what is marked as the date of publication."""
    page = fromstring("<html><head></head><body></body></html>")
    for element in root.iter("meta", "script", "time", "span", "abbr"):
        if _is_metadata(element):
            copied = deepcopy(element)
            copied.tail = None
            page[0 if element.tag in ("meta", "script") else 1].append(copied)
    if len(times := [element for element in root.iter("time") if element.get("datetime") and _is_own(element)]) == 1:
        page[1].append(fromstring(f'<span itemprop="datePublished">{times[0].get("datetime")}</span>'))
    return page


def _is_own(element: HtmlElement) -> bool:
    """Whether a time stands in the article itself, not in a list of others or beside it."""
    above = {str(other.tag) for other in element.iterancestors()}
    named = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return not above & _BESIDE and _CHANGED.search(named) is None


def _is_metadata(element: HtmlElement) -> bool:
    if element.tag == "script":
        return str(element.get("type")) == "application/ld+json"
    named = " ".join(element.get(name, "") for name in ("name", "property", "itemprop", "http-equiv"))
    if element.tag == "meta":
        return not _CHANGED.search(named)
    return bool("datePublished" in named or "pubdate" in element.attrib)


def _is_stated(day: date, metadata: HtmlElement) -> bool:
    """Whether the whole of `day` stands in the metadata, in some form."""
    texts = [value for element in metadata.iter() for value in (element.text or "", *element.attrib.values())]
    whole = "\n".join(texts)
    forms = {day.strftime(form) for form in _FORMS} | {day.strftime(form).lstrip("0") for form in _FORMS}
    if any(form in whole for form in forms):
        return True
    return any(found.value == day and found.precision == "day" for text in texts for found in dates(text[:200]))
