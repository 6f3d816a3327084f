"""The lists of a source: fetched only when they have changed, kept beside the articles, and read."""

from dataclasses import replace
from urllib.parse import urlsplit

from .archive import SourceArchive, timestamp
from .entries import Entry, newest
from .errors import ListingError, NoAnswerError, WebError
from .feeds import read_feed
from .sitemaps import Sitemap, read_sitemap
from .sources import FeedSource, SitemapSource, WebSource
from .web import PoliteClient

_MOST_SITEMAPS = 50

Broken = list[tuple[str, Exception]]


def listed(source: WebSource, archive: SourceArchive, client: PoliteClient) -> tuple[list[Entry], Broken]:
    """The newest pages that `source` lists, and those of its lists that could not be read.

    ListingError or WebError when there is no list at all.
    """
    if isinstance(source, FeedSource):
        content = _content(source.feed, archive, client)
        record = archive.find(source.feed)
        address = (record.final_address if record else None) or source.feed
        return newest(read_feed(content, address), source.limit), []
    pages, broken = _pages(source, archive, client)
    return newest((page for page in pages if _wanted(page, source.include)), source.limit), broken


def _pages(source: SitemapSource, archive: SourceArchive, client: PoliteClient) -> tuple[list[Entry], Broken]:
    """The pages of a sitemap, and of the sitemaps that it lists if it is an index."""
    top = read_sitemap(_content(source.sitemap, archive, client))
    pages = list(top.pages)
    broken: Broken = []
    if len(top.sitemaps) > _MOST_SITEMAPS:
        said = f"It lists {len(top.sitemaps)} sitemaps, of which the {_MOST_SITEMAPS} newest are read. Name one of them instead."
        broken.append((source.sitemap, ListingError(said)))
    for below in newest(top.sitemaps, _MOST_SITEMAPS):
        try:
            pages += _below(read_sitemap(_content(below.address, archive, client)))
        except (ListingError, WebError) as error:
            broken.append((below.address, error))
    return pages, broken


def _below(sitemap: Sitemap) -> list[Entry]:
    if sitemap.sitemaps:
        raise ListingError("It is an index inside an index, which is not followed. Name it as a source of its own.")
    return sitemap.pages


def _wanted(page: Entry, include: tuple[str, ...]) -> bool:
    try:
        return not include or urlsplit(page.address).path.startswith(include)
    except ValueError:
        return True  # no address at all, which is reported further on


def _content(address: str, archive: SourceArchive, client: PoliteClient) -> bytes:
    """The bytes of a list: those kept, if the site says that they are still the same."""
    record = archive.find(address)
    kept = archive.content(record)
    held = record if kept is not None else None
    answer = client.get(address, etag=held.etag if held else None, last_modified=held.last_modified if held else None)
    now = client.clock.now()
    if answer.status == 304 and held is not None and kept is not None:
        archive.note(replace(held, asked=timestamp(now), status=304, error=None))
        return kept
    if answer.status != 200:
        raise NoAnswerError(f"The list could not be fetched (status {answer.status}). Check its address in a browser.")
    archive.keep(address, answer, now)
    return answer.content
