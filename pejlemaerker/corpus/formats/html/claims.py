"""What a web page claims in its metadata: title, address, publisher, authors, date and licence, in whatever vocabulary.

trafilatura and htmldate know the vocabularies (Open Graph, Dublin Core, JSON-LD, microdata). Only what markup states is taken;
their guesses from the running text are not asked for.
"""

import re
from contextlib import suppress

from lxml.html import HtmlElement

from pejlemaerker.danish.people import people

from ...byline import Author
from ...claims import Claims
from ...web_addresses import canonical
from .libraries import trafilatura
from .published import published_day

_MARKS = (" | ", " - ", " – ", " — ", " · ", " » ")
_PARTING = re.compile(r"\s[|»–—·-]\s")
_SITE_WORDS = 4
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def page_claims(root: HtmlElement) -> Claims:
    """The claims of the page `root`; what it does not state is None."""
    library = trafilatura().metadata
    stated = library.examine_meta(root)
    with suppress(RecursionError, ValueError, TypeError, KeyError, AttributeError):  # JSON-LD may hold anything
        stated = library.extract_meta_json(root, stated)
    address = canonical(library.extract_url(root) or stated.url)
    day = published_day(root)
    return Claims(
        title=_title(root, stated.title, stated.sitename),
        url=address,
        publisher=_publisher(stated.sitename),
        published=day,
        published_precision="day" if day else None,
        licence=_licence(root),
        authors=tuple(_authors(stated.author)),
    )


def _title(root: HtmlElement, stated: str | None, site: str | None) -> str | None:
    """The headline without the name of the site behind it, where that is known."""
    title = " ".join((stated or root.findtext(".//head/title") or "").split())
    parts = _PARTING.split(title)
    if not stated and len(parts) > 1 and len(parts[-1].split()) <= _SITE_WORDS:
        return title[: -len(parts[-1])].rstrip(" |–—·»-") or None
    for name in (site, (root.findtext(".//head/title") or "").split(" | ")[-1]):
        for mark in _MARKS:
            if name and title.casefold().endswith(f"{mark}{name.strip()}".casefold()):
                title = title[: -len(f"{mark}{name.strip()}")]
    return title.strip() or None


def _licence(root: HtmlElement) -> str | None:
    """The licence that a link names as such: its usual name where it has one, else its address."""
    extract_license = trafilatura().metadata.extract_license
    for element in root.iter("a", "link"):
        if "license" in (element.get("rel") or "").lower().split() and (element.get("href") or "").startswith("http"):
            return _text(extract_license(root)) or canonical(element.get("href"))
    return _text(extract_license(root))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _publisher(site: str | None) -> str | None:
    """The name of the site, where it is a name and no address or account."""
    name = " ".join((site or "").split())
    is_name = name and not name.startswith("@") and "/" not in name and len(name) <= 80
    return name if is_name and not _HOST.fullmatch(name) else None


def _authors(stated: str | None) -> list[Author]:
    """Those of the authors stated that bear a person's name; desks and agencies sign as authors too."""
    found = []
    for name in (stated or "").split("; "):
        named = people(name, anyone=True)
        if len(named) == 1 and named[0].name == name and 2 <= len(name.split()) <= 5:
            found.append(Author(name, None, None))
    return found
