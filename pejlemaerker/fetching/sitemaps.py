"""Sitemaps and indexes of sitemaps: bytes in, entries out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree

from .bodies import unpacked
from .entries import Entry, danish_day, refuse_declarations
from .errors import ListingError, WebError

_LARGEST = 50_000_000  # unpacked; this and the number are what the protocol allows
_MOST_ENTRIES = 50_000
_ITEMS = {"urlset": "url", "sitemapindex": "sitemap"}


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that a sitemap lists, or the sitemaps that an index lists."""

    pages: list[Entry]
    sitemaps: list[Entry]


def read_sitemap(content: bytes) -> Sitemap:
    """What the sitemap in `content`, packed or not, lists, in its order; ListingError when it is none."""
    try:
        plain = unpacked(content, _LARGEST)
    except WebError as error:
        raise ListingError(str(error)) from None
    refuse_declarations(plain, "DOCTYPE", "ENTITY")
    try:
        kind, entries = _entries(plain)
    except etree.LxmlError:
        raise ListingError("It is no sitemap: it is not whole XML. Check the address in a browser.") from None
    return Sitemap(entries, []) if kind == "urlset" else Sitemap([], entries)


def _entries(content: bytes) -> tuple[str, list[Entry]]:
    kind, entries = "", []
    for event, element in _events(content):
        name = _name(element)
        if not kind:
            kind = name
            if kind not in _ITEMS:
                raise ListingError(
                    "It is no sitemap: it opens with neither <urlset> nor <sitemapindex>. Check the address."
                )
        elif event == "end" and name == _ITEMS[kind]:
            entries += _entry(element)
            element.clear()
            if len(entries) >= _MOST_ENTRIES:
                break
    return kind, entries


def _events(content: bytes) -> Iterator[tuple[str, etree._Element]]:
    yield from etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _entry(element: etree._Element) -> list[Entry]:
    # Only direct children: pictures and films that a page shows have a <loc> and a <title> of their own.
    said = _texts(element)
    address = said.get("loc", "")
    if not address:
        return []
    news = next((_texts(below) for below in element if _name(below) == "news"), {})
    published = _moment(news.get("publication_date", ""))
    return [
        Entry(
            address=address,
            title=news.get("title") or None,
            published=danish_day(published) if published else None,
            changed=_moment(said.get("lastmod", "")),
        )
    ]


def _texts(element: etree._Element) -> dict[str, str]:
    return {_name(below): (below.text or "").strip() for below in reversed(element)}


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _moment(text: str) -> datetime | None:
    """A date or time of a sitemap, in UTC; None for a mere year or month."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
