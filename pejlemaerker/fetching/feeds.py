"""Feeds, RSS and Atom: bytes in, entries out. Only the list is read; what the feed quotes of the articles is left alone."""

import calendar
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import urljoin

import feedparser

from .entries import Entry, danish_day, refuse_declarations
from .errors import ListingError

_LARGEST = 5_000_000
# feedparser takes a second for 100,000 elements, and longer the deeper they stand in each other.
_MOST_ELEMENTS = 200_000


def read_feed(content: bytes, address: str) -> list[Entry]:
    """The entries of the feed that lies at `address`, in its order; ListingError when it is none."""
    if len(content) > _LARGEST or content.count(b"<") > _MOST_ELEMENTS:
        raise ListingError("It is too large to be a feed. Give the address of a feed with the newest articles only.")
    refuse_declarations(content, "ENTITY")
    try:
        # As a file: of a text feedparser would believe that it is the name of one, or an address to ask.
        feed = feedparser.parse(BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
        entries = [entry for one in feed.entries if (entry := _entry(one, address)) is not None]
    except Exception as error:  # feedparser promises nothing about what it raises on bytes that are no feed
        raise ListingError(f"It cannot be read as a feed ({type(error).__name__}). Check the address.") from None
    if not entries and not feed.get("version"):
        raise ListingError("It is no feed. Check the address: a feed opens with <rss> or <feed>, a page with <html>.")
    return entries


def _entry(one: feedparser.FeedParserDict, address: str) -> Entry | None:
    link = one.get("link")
    if not isinstance(link, str) or not link.strip():
        return None
    published = _moment(dict.get(one, "published_parsed"))
    title = one.get("title")
    return Entry(
        address=urljoin(address, link.strip()),
        title=title if isinstance(title, str) and title.strip() else None,
        published=danish_day(published) if published else None,
        changed=_moment(dict.get(one, "updated_parsed")),
    )


def _moment(parsed: object) -> datetime | None:
    """A time as feedparser gives it, in UTC; None where there is none or it is nonsense."""
    if not isinstance(parsed, tuple):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None
