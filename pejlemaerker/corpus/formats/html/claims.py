"""What a web page claims in its metadata: title, address, publisher, authors, date and licence, in whatever vocabulary.

trafilatura and htmldate know the vocabularies (Open Graph, Dublin Core, JSON-LD, microdata). Only what markup states is taken;
their guesses from the running text are not asked for.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from lxml.html import HtmlElement

from pejlemaerker.danish.people import people

from ...byline import Author
from ...claims import Claims
from ...web_addresses import canonical
from .libraries import trafilatura

_SITE = re.compile(r"\s+[|»–—·-]\s+")
_FUTURE = timedelta(days=3650)


def page_claims(root: HtmlElement) -> Claims:
    """The claims of the page `root`; what it does not state is None."""
    library = trafilatura().metadata
    from htmldate import find_date

    stated = library.examine_meta(root)
    with suppress(RecursionError, ValueError, TypeError, KeyError, AttributeError):  # JSON-LD may hold anything
        stated = library.extract_meta_json(root, stated)
    address = canonical(library.extract_url(root) or stated.url)
    found = find_date(root, extensive_search=False, original_date=True, url=address)
    day = date.fromisoformat(found) if found else None
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
    """The headline without the name of the site behind it."""
    title = stated or (root.findtext(".//head/title") or "")
    parts = _SITE.split(" ".join(title.split()))
    if len(parts) > 1 and (site is None or parts[-1].casefold() == site.casefold() or not stated):
        parts = parts[:-1] if len(parts[-1].split()) <= 4 else parts
        return _SITE.search(title)[0].join(parts) if len(parts) > 1 else parts[0]  # type: ignore[index]
    return " ".join(title.split()) or None


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
    site = " ".join((site or "").lstrip("@").split())
    return site if site and "/" not in site and len(site) <= 80 else None


def _authors(stated: str | None) -> list[Author]:
    """Those of the authors stated that bear a person's name; desks and agencies sign as authors too."""
    found = []
    for name in (stated or "").split("; "):
        named = people(name, anyone=True)
        if len(named) == 1 and named[0].name == name and 2 <= len(name.split()) <= 5:
            found.append(Author(name, None, None))
    return found
