"""What feeds and sitemaps list, and how soon hostile ones are done with.

What belongs here: bytes in, entries or an error out. Nothing is asked of a site.
"""

import gzip
import time
from datetime import UTC, date, datetime

import pytest

from pejlemaerker.fetching.entries import Entry, newest
from pejlemaerker.fetching.errors import ListingError
from pejlemaerker.fetching.feeds import read_feed
from pejlemaerker.fetching.sitemaps import read_sitemap

FEED = "https://www.strandby.example/rss.xml"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "' + "a" * 1000 + '">'
    + "".join(f'<!ENTITY {after} "{f"&{before};" * 100}">' for before, after in zip("abcde", "bcdef", strict=True))
    + "]>"
)  # fmt: skip


def rss(items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Nyt</title>{items}</channel></rss>'.encode()


def urlset(urls: str, opening: str = "") -> bytes:
    return f'<?xml version="1.0"?>{opening}<urlset xmlns="{SITEMAP}">{urls}</urlset>'.encode()


# feeds


def test_an_rss_feed():
    content = rss(
        "<item><title>Stopuret &amp; tilliden</title><link>/nyt/stopuret</link>"
        "<pubDate>Mon, 11 Mar 2024 23:00:00 GMT</pubDate></item>"
        "<item><guid isPermaLink='true'>https://www.strandby.example/nyt/to</guid></item><item><title>uden</title></item>"
    )
    assert read_feed(content, FEED) == [
        # midnight in Denmark
        Entry("https://www.strandby.example/nyt/stopuret", "Stopuret & tilliden", date(2024, 3, 12), None),
        Entry("https://www.strandby.example/nyt/to"),
    ]


def test_an_atom_feed():
    content = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Nyt</title><entry><title>Årsmødet</title>
        <link rel="enclosure" href="/lyd.mp3"/><link rel="alternate" href="https://www.strandby.example/aar"/>
        <published>2024-03-12T08:00:00+01:00</published><updated>2024-03-14T08:00:00+01:00</updated></entry></feed>"""
    changed = datetime(2024, 3, 14, 7, tzinfo=UTC)
    expected = Entry("https://www.strandby.example/aar", "Årsmødet", date(2024, 3, 12), changed)
    assert read_feed(content.encode(), FEED) == [expected]


def test_a_feed_with_a_fault_in_it_is_still_read():
    content = rss("<item><title>Kaffe & kage</title><link>https://www.strandby.example/a</link></item>")
    assert [entry.address for entry in read_feed(content, FEED)] == ["https://www.strandby.example/a"]


def test_a_feed_without_articles_is_empty():
    assert read_feed(rss(""), FEED) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"   ", b"<html><body><p>Siden findes ikke</p></body></html>", bytes(range(256)) * 100, b"%PDF-1.7", b"{}",
     b"/etc/passwd", b"https://www.strandby.example/rss.xml", b"<a>" * 400_000, b"x" * 6_000_000],
)  # fmt: skip
def test_what_is_no_feed(content: bytes):
    with pytest.raises(ListingError, match=r"\.$"):
        read_feed(content, FEED)


# sitemaps


def test_a_sitemap():
    content = urlset(
        "<url><loc> https://www.strandby.example/a </loc><lastmod>2024-03-12</lastmod></url><url><lastmod>2024</lastmod></url>"
        '<url xmlns:i="i" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><loc>https://www.strandby.example/b</loc>'
        "<lastmod>2024-03</lastmod><i:image><i:loc>https://www.strandby.example/b.png</i:loc><i:title>Billede</i:title></i:image>"
        "<n:news><n:publication_date>2024-03-11T23:30:00Z</n:publication_date><n:title>Nyt</n:title></n:news></url>"
    )
    expected = [
        Entry("https://www.strandby.example/a", changed=datetime(2024, 3, 12, tzinfo=UTC)),
        Entry("https://www.strandby.example/b", "Nyt", date(2024, 3, 12)),
    ]
    assert read_sitemap(content).pages == expected and read_sitemap(gzip.compress(content)).pages == expected


def test_an_index_of_sitemaps():
    below = "<sitemap><loc>https://www.strandby.example/1.xml.gz</loc></sitemap>"
    found = read_sitemap(f'<sitemapindex xmlns="{SITEMAP}">{below}</sitemapindex>'.encode())
    assert found.pages == [] and [entry.address for entry in found.sitemaps] == [
        "https://www.strandby.example/1.xml.gz"
    ]


def test_a_sitemap_is_read_to_the_length_that_sitemaps_may_have():
    content = urlset("<url><loc>https://www.strandby.example/a</loc></url>" * 60_000)
    assert len(read_sitemap(content).pages) == 50_000


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsens", b"<html><p>Siden findes ikke</p></html>", rss(""), urlset("<url><loc>https://a.example/")[:-20],
     gzip.compress(urlset(""), mtime=0)[:-9], gzip.compress(b"\0" * 60_000_000, mtime=0),
     f'<urlset xmlns="{SITEMAP}">'.encode() + b"<a>" * 400_000],
)  # fmt: skip
def test_what_is_no_sitemap(content: bytes):
    with pytest.raises(ListingError, match=r"\.$"):
        read_sitemap(content)


# bombs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_bombs_are_done_with_at_once(encoding: str):
    begun = time.process_time()
    url = "<url><loc>https://www.strandby.example/&f;</loc></url>"
    with pytest.raises(ListingError, match="DOCTYPE"):
        read_sitemap(urlset(url, BOMB).decode().encode(encoding))
    item = "<item><title>&f;</title><link>https://www.strandby.example/</link></item>"
    feed = rss(item).decode().replace("<rss", f"{BOMB}<rss")
    with pytest.raises(ListingError, match="ENTITY"):
        read_feed(feed.encode(encoding), FEED)
    assert time.process_time() - begun < 2


def test_a_feed_of_nothing_but_tags_is_done_with_at_once():
    begun = time.process_time()
    with pytest.raises(ListingError, match="too large"):
        read_feed(b"<a>" * 400_000, FEED)
    assert time.process_time() - begun < 1


def test_no_file_of_this_machine_is_read():
    entity = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(ListingError):
        read_sitemap(urlset("<url><loc>https://a.example/&f;</loc></url>", entity))
    with pytest.raises(ListingError):
        read_feed(rss("<item><title>&f;</title></item>").replace(b"<rss", entity.encode() + b"<rss"), FEED)


# which of them


def test_the_newest_come_first_and_those_without_a_date_last():
    entries = [
        Entry("uden"),
        Entry("marts", published=date(2024, 3, 1)),
        Entry("maj", changed=datetime(2024, 5, 1, tzinfo=UTC)),
        Entry("ogsaa-uden"),
    ]
    assert [entry.address for entry in newest(entries, 3)] == ["maj", "marts", "uden"]
