"""Runs of the fetcher: what is kept, what is asked for again, and what one fault costs.

What belongs here: lists and articles of a whole source and the archive after them. How one page is asked for belongs to the
tests of the polite client.
"""

import gzip
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from site_with_faults import Behaviour, FakeClock, Reply, Site, client, page, redirect, versioned

from pejlemaerker.corpus.statements import read_sidecar
from pejlemaerker.fetching import archive as archives
from pejlemaerker.fetching.archive import RECORD
from pejlemaerker.fetching.fetching import OUTCOMES, FetchReport, fetch
from pejlemaerker.fetching.listing import found_in
from pejlemaerker.fetching.sources import FeedSource, SitemapSource, SourceList, WebSource
from pejlemaerker.storage.lock import BusyError, hold
from pipelines.fetching import fetch_sources


class Nightly:
    """A site, its sources, and runs that each come a night after the one before, if nothing else is said."""

    def __init__(self, site: Site, clock: FakeClock, folder: Path) -> None:
        self.site, self.clock, self.archive = site, clock, folder / "archive"
        self.sources: list[WebSource] = []
        self.new: list[str] = []

    def feed(self, *paths: str, name: str = "nyheder", publisher: str | None = "Strandby Kommune") -> None:
        items = "".join(
            f"<item><title>Om {path}</title><link>{self.site.address}{path}</link></item>" for path in paths
        )
        self.site.pages[f"/{name}.xml"] = Reply(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
        if name not in [source.name for source in self.sources]:
            self.sources.append(FeedSource(name, f"{self.site.address}/{name}.xml", publisher, "CC BY 4.0", 200))

    def sitemap(
        self, urls: dict[str, str], *, include: tuple[str, ...] = (), limit: int = 500, name: str = "kommunen"
    ) -> None:
        self.site.pages[f"/{name}.xml"] = Reply(self.urlset(urls))
        address = f"{self.site.address}/{name}.xml"
        self.sources = [source for source in self.sources if source.name != name]
        self.sources.append(SitemapSource(name, address, include, None, None, limit))

    def urlset(self, urls: dict[str, str], kind: tuple[str, str] = ("urlset", "url")) -> bytes:
        dated = [
            (f"<loc>{self.site.address}{path}</loc>", f"<lastmod>{day}</lastmod>" * bool(day))
            for path, day in urls.items()
        ]
        inside = "".join(f"<{kind[1]}>{loc}{lastmod}</{kind[1]}>" for loc, lastmod in dated)
        return f"<{kind[0]}>{inside}</{kind[0]}>".encode()

    def run(self, hours: float = 24) -> FetchReport:
        self.clock.seconds += hours * 3600
        self.site.requests.clear()
        with client(self.clock) as asking:
            return fetch(SourceList(tuple(self.sources)), self.archive, asking)

    def counts(self, hours: float = 24) -> dict[str, int]:
        report = self.run(hours)
        for source, counts in report.counts.items():
            stated = [problem for problem in report.problems if problem.source == source]
            assert sum(counts[name] for name in ("gone", "refused", "failed")) == len(stated)
            assert set(counts) == set(OUTCOMES) and all(problem.reason.endswith(".") for problem in stated)
        return {name: report.total(name) for name in OUTCOMES if report.total(name)}

    def record(self, path: str) -> dict[str, Any]:
        """What is written down of a page."""
        rows = json.loads((self.archive / "nyheder" / RECORD).read_text())
        return next(row for row in rows if row["address"] == f"{self.site.address}{path}")

    def texts(self) -> set[str]:
        """The words of all articles in the archive, each with its metadata beside it."""
        listed = SourceList(tuple(self.sources))
        beside = {found.path: found.content for found in found_in(listed, self.archive, sidecars=True)}
        found = list(found_in(listed, self.archive))
        for file in found:
            stem = file.path.partition(".")[0]
            assert read_sidecar(beside[f"{stem}.meta.toml"] or b"").url
        return {(file.content or b"").decode().removeprefix("<html><p>").removesuffix("</p></html>") for file in found}


@pytest.fixture
def nightly(site: Site, clock: FakeClock, tmp_path: Path) -> Nightly:
    return Nightly(site, clock, tmp_path)


# what is kept


def test_articles_of_a_feed_are_kept_with_what_is_known_of_them(nightly: Nightly):
    nightly.feed("/a", "/b")
    nightly.site.pages |= {
        "/a": redirect("/nyt/a?utm_source=rss"),
        "/nyt/a?utm_source=rss": page("Første"),
        "/b": page("Anden"),
    }
    assert nightly.counts() == {"new": 2} and nightly.texts() == {"Første", "Anden"}
    claims = {
        (claims := read_sidecar(path.read_bytes())).title: claims for path in nightly.archive.rglob("*.meta.toml")
    }
    assert claims["Om /a"].url == f"{nightly.site.address}/nyt/a", "where it stood in the end, without trackers"
    assert (claims["Om /b"].publisher, claims["Om /b"].licence) == ("Strandby Kommune", "CC BY 4.0")
    rows = {row["address"]: row for row in json.loads((nightly.archive / "nyheder" / RECORD).read_text())}
    row = rows[f"{nightly.site.address}/b"]
    assert row["status"] == 200 and row["fetched"].endswith("+00:00") and row["error"] is None
    assert (nightly.archive / "nyheder" / row["file"]).read_bytes() == b"<html><p>Anden</p></html>"


def test_titles_cannot_break_the_file_beside_the_article(nightly: Nightly):
    title = '""" \\ [x] = 1 # \'é\N{GRINNING FACE}\x7f\u2028\x85'
    escaped = title.replace("&", "&amp;")
    link = f"{nightly.site.address}/a"
    item = f"<item><title>{escaped}</title><link>{link}</link><pubDate>2024-03-12</pubDate></item>"
    nightly.feed(publisher='Bo "B" \\ Søn')
    nightly.site.pages |= {
        "/nyheder.xml": Reply(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode()),
        "/a": page("x"),
    }
    assert nightly.counts() == {"new": 1}
    claims = read_sidecar(next(nightly.archive.rglob("*.meta.toml")).read_bytes())
    assert claims.publisher == 'Bo "B" \\ Søn' and claims.published == date(2024, 3, 12)
    assert claims.title and claims.title.startswith('""" \\ [x] = 1 #')


def test_an_article_is_kept_in_the_format_it_came_in(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages["/a"] = page("x")
    nightly.run()
    nightly.site.pages["/a"] = Reply(b"%PDF-1.7 x", 200, {"Content-Type": "application/pdf"})
    assert nightly.counts() == {"changed": 1}
    kept = sorted((nightly.archive / "nyheder").glob("?" * 16 + ".*"))
    assert [path.suffix for path in kept] == [".toml", ".pdf"]


# the next night


def test_what_has_not_changed_is_not_sent_again(nightly: Nightly):
    nightly.feed("/a", "/b")
    nightly.site.pages |= {"/a": versioned("Første", '"1"'), "/b": page("Anden")}
    nightly.run()
    listing = nightly.site.pages["/nyheder.xml"]
    assert isinstance(listing, Reply)
    listing.headers = {"ETag": '"f"'}
    assert nightly.counts() == {"unchanged": 2}
    nightly.site.pages["/nyheder.xml"] = Reply(b"", 304)
    assert nightly.counts() == {"unchanged": 2}
    asked = dict(nightly.site.requests)
    assert asked["/a"]["if-none-match"] == '"1"' and asked["/nyheder.xml"]["if-none-match"] == '"f"'
    assert nightly.texts() == {"Første", "Anden"}


def test_a_changed_article_takes_the_place_of_the_old_one(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages["/a"] = versioned("Før", '"1"')
    nightly.run()
    nightly.site.pages["/a"] = versioned("Efter", '"2"')
    assert nightly.counts() == {"changed": 1} and nightly.texts() == {"Efter"}


def test_an_article_that_left_the_feed_stays(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages |= {"/a": page("Første"), "/b": page("Anden")}
    nightly.run()
    nightly.feed("/b")
    assert nightly.counts() == {"new": 1} and nightly.texts() == {"Første", "Anden"}
    assert nightly.site.paths() == ["/nyheder.xml", "/b"]


# pages that are gone


def test_a_page_that_is_not_found_is_gone_when_the_site_says_so_for_a_day(nightly: Nightly):
    nightly.feed("/a", "/b")
    nightly.site.pages |= {"/a": page("Første"), "/b": page("Anden")}
    nightly.run()
    nightly.site.pages["/a"] = Reply(b"", 404)
    assert nightly.counts() == {"unchanged": 1, "failed": 1}
    nightly.site.pages["/a"] = Reply(b"", 500)
    nightly.run()
    nightly.site.pages["/a"] = Reply(b"", 404)
    for hours in (24, 6, 17):
        assert nightly.counts(hours) == {"unchanged": 1, "failed": 1}, "the other answer in between began the day anew"
        assert nightly.texts() == {"Første", "Anden"}
    assert nightly.counts(2) == {"unchanged": 1, "gone": 1} and nightly.texts() == {"Anden"}
    moment = nightly.record("/a")["gone_since"]
    assert moment == nightly.record("/a")["asked"]
    assert nightly.run().gone == {"nyheder": 1} and nightly.record("/a")["gone_since"] == moment
    assert (
        nightly.archive / "nyheder" / nightly.record("/a")["file"]
    ).read_bytes() == b"<html><p>F\xc3\xb8rste</p></html>"


def test_a_page_that_is_gone_for_good_is_gone_at_once(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages["/a"] = [page("Første"), Reply(b"", 410)]
    nightly.run()
    assert nightly.counts() == {"gone": 1} and nightly.texts() == set()
    assert list((nightly.archive / "nyheder").glob("*.html")), "its bytes are kept"


@pytest.mark.parametrize(
    "between", [Reply(b"", 403), page("x"), lambda handler: setattr(handler, "close_connection", True)]
)
def test_only_silence_does_not_stand_between_two_answers_that_there_is_no_such_page(
    nightly: Nightly, between: Behaviour
):
    nightly.feed("/a")
    nightly.site.pages["/a"] = [page("Første"), Reply(b"", 404), between, Reply(b"", 404)]
    for _ in range(3):
        nightly.run()
    assert nightly.counts() == ({"gone": 1} if callable(between) else {"failed": 1})


@pytest.mark.parametrize(
    ("back", "outcome"),
    [(page("Igen"), "changed"), (page("Første"), "unchanged"), (versioned("Første", '"1"'), "unchanged")],
)
def test_a_page_that_answers_again_is_read_again(nightly: Nightly, back: Behaviour, outcome: str):
    nightly.feed("/a")
    nightly.site.pages["/a"] = [versioned("Første", '"1"'), Reply(b"", 410), back, Reply(b"", 404)]
    assert [nightly.counts(), nightly.counts(), nightly.texts()] == [{"new": 1}, {"gone": 1}, set()]
    assert nightly.counts() == {outcome: 1} and nightly.texts() == {"Igen" if outcome == "changed" else "Første"}
    assert (nightly.record("/a")["gone"], nightly.record("/a")["gone_since"]) == (False, None)
    assert nightly.counts() == {"failed": 1}, "and it takes a day again until it is gone"
    assert nightly.run().gone == {"nyheder": 1}


def test_a_page_that_no_list_names_any_more_is_asked_for_once_a_month_and_keeps_what_was_said_of_it(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages |= {"/a": versioned("Før", '"1"'), "/b": page("b")}
    nightly.run()
    nightly.feed("/b")
    assert nightly.counts(29 * 24) == {"new": 1} and "/a" not in nightly.site.paths()
    assert nightly.counts(24) == {"unchanged": 2}
    assert dict(nightly.site.requests)["/a"]["if-none-match"] == '"1"'
    assert nightly.counts(29 * 24) == {"unchanged": 1} and "/a" not in nightly.site.paths()
    nightly.site.pages["/a"] = page("Efter")
    assert nightly.counts(24) == {"unchanged": 1, "changed": 1} and nightly.texts() == {"Efter", "b"}
    beside = nightly.archive / "nyheder" / nightly.record("/a")["file"].replace(".html", ".meta.toml")
    claims = read_sidecar(beside.read_bytes())
    assert (claims.title, claims.publisher) == ("Om /a", "Strandby Kommune")


def test_a_page_that_left_the_list_and_then_the_site_is_gone(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages |= {"/a": page("Første"), "/b": page("Anden")}
    nightly.run()
    nightly.feed("/b")
    nightly.run()
    nightly.site.pages["/a"] = Reply(b"", 404)
    assert nightly.counts(30 * 24) == {"unchanged": 1, "failed": 1} and nightly.texts() == {"Første", "Anden"}
    assert nightly.counts(6) == {"unchanged": 1}, "too soon to ask again"
    assert nightly.counts() == {"unchanged": 1, "gone": 1} and nightly.texts() == {"Anden"}
    assert nightly.counts() == {"unchanged": 1}, "what is known to be gone is not asked for every night"
    nightly.site.pages["/a"] = page("Første")
    assert nightly.counts(30 * 24) == {"unchanged": 2} and nightly.texts() == {"Første", "Anden"}


def test_the_front_page_does_not_take_the_place_of_an_article_that_the_site_took_away(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages |= {"/a": [page("Første"), redirect("/"), Reply(b"", 410), redirect("/")], "/": page("Forside")}
    nightly.run()
    nightly.feed()
    report = nightly.run(30 * 24)
    assert [(problem.outcome, "sends on to" in problem.reason) for problem in report.problems] == [("failed", True)]
    assert nightly.texts() == {"Første"}, "it may still be there somewhere"
    assert nightly.counts() == {}, "that is an answer; it is not asked for every night"
    assert nightly.counts(30 * 24) == {"gone": 1} and nightly.texts() == set()
    assert nightly.counts(30 * 24) == {"failed": 1} and nightly.texts() == set(), "this is not how a page comes back"
    assert (
        nightly.archive / "nyheder" / nightly.record("/a")["file"]
    ).read_bytes() == b"<html><p>F\xc3\xb8rste</p></html>"


def test_of_many_pages_that_no_list_names_some_are_asked_for_in_each_run(nightly: Nightly):
    names = {f"/{number}" for number in range(60)}
    nightly.feed(*names)
    nightly.site.pages |= {name: page(name) for name in names}
    nightly.run()
    nightly.feed()
    asked = []
    for hours in (31 * 24, 24):
        nightly.run(hours)
        asked.append(names.intersection(nightly.site.paths()))
    assert (len(asked[0]), asked[0] | asked[1], asked[0] & asked[1]) == (50, names, set())


def test_an_archive_of_before_pages_were_timed_goes_on(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages["/a"] = [page("Første"), Reply(b"", 404)]
    nightly.run()
    nightly.run()
    row = {name: value for name, value in nightly.record("/a").items() if not name.endswith("_since")}
    assert row["missing"] == 1
    (nightly.archive / "nyheder" / RECORD).write_text(json.dumps([row]))
    assert nightly.counts() == {"gone": 1}


def test_the_command_says_how_many_are_gone(
    nightly: Nightly, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    file = nightly.archive.parent / "sources.toml"
    file.write_text(f'[[source]]\nname = "nyheder"\nfeed = "{nightly.site.address}/nyheder.xml"\n')
    monkeypatch.setattr("pipelines.fetching.PoliteClient", lambda _: client(nightly.clock))
    nightly.feed("/a", "/b", "/c")
    nightly.site.pages |= {f"/{name}": [page(name), Reply(b"", 410)] for name in "ab"} | {"/c": page("c")}
    said = []
    for listing in (("/a", "/b", "/c"), ("/a", "/c"), ("/b", "/c"), ("/c",)):
        nightly.feed(*listing)
        assert fetch_sources(file, nightly.archive.parent, quiet=False) == 0
        said.append(" ".join(capsys.readouterr().out.split()))
    assert "the archive" not in said[0] and "1 article in the archive is gone from the web: kept" in said[1]
    assert "2 articles in the archive are gone" in said[2]
    assert "2 articles in the archive are gone" in said[3], "also when no list names them any more"


def test_an_article_that_was_taken_out_of_the_archive_is_fetched_again(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages["/a"] = versioned("Første", '"1"')
    nightly.run()
    next(nightly.archive.rglob("*.html")).unlink()
    assert nightly.counts() == {"new": 1} and nightly.texts() == {"Første"}


def test_a_list_that_says_when_pages_changed_saves_asking(nightly: Nightly):
    day = nightly.clock.now().date()
    nightly.sitemap({"/a": str(day - timedelta(days=9)), "/b": str(day + timedelta(days=2)), "/c": ""})
    nightly.site.pages |= {path: page(path) for path in ("/a", "/b", "/c")}
    assert nightly.counts() == {"new": 3}
    assert nightly.counts() == {"unchanged": 3} and set(nightly.site.paths()) == {"/kommunen.xml", "/b", "/c"}
    nightly.clock.seconds += 31 * 86_400
    assert nightly.counts() == {"unchanged": 3} and "/a" in nightly.site.paths(), "but it is not believed for ever"


def test_a_licence_that_is_written_down_later_is_laid_beside_the_articles(nightly: Nightly):
    nightly.feed("/a")
    nightly.site.pages["/a"] = versioned("x", '"1"')
    nightly.run()
    nightly.sources = [FeedSource("nyheder", f"{nightly.site.address}/nyheder.xml", None, "CC0", 200)]
    assert nightly.counts() == {"unchanged": 1}
    claims = read_sidecar(next(nightly.archive.rglob("*.meta.toml")).read_bytes())
    assert (claims.publisher, claims.licence) == (None, "CC0")


# sitemaps


def test_a_sitemap_is_read_below_the_paths_asked_for_and_to_the_limit(nightly: Nightly):
    nightly.sitemap({"/nyheder/1": "2024-01-01", "/om": "2024-03-03", "/nyheder/2": "2024-02-02", "/nyheder/3": ""},
                    include=("/nyheder/",), limit=2)  # fmt: skip
    nightly.site.pages |= {f"/nyheder/{number}": page(str(number)) for number in (1, 2, 3)}
    assert nightly.counts() == {"new": 2} and nightly.texts() == {"1", "2"}


def test_an_index_of_sitemaps_is_followed_one_level_deep(nightly: Nightly):
    index = ("sitemapindex", "sitemap")
    nightly.sitemap({})
    nightly.site.pages |= {
        "/kommunen.xml": Reply(nightly.urlset({"/1.xml.gz": "", "/2.xml": "", "/3.xml": ""}, index)),
        "/1.xml.gz": Reply(
            gzip.compress(nightly.urlset({"/a": "", "/b": ""})), 200, {"Content-Type": "application/gzip"}
        ),
        "/2.xml": Reply(nightly.urlset({"/4.xml": ""}, index)),
        "/a": page("Første"),
        "/b": page("Anden"),
    }
    report = nightly.run()
    assert nightly.texts() == {"Første", "Anden"}
    reasons = {problem.address.rpartition("/")[2]: problem.reason for problem in report.problems}
    assert "index inside an index" in reasons["2.xml"] and "404" in reasons["3.xml"] and len(reasons) == 2
    assert "/4.xml" not in nightly.site.paths()


# faults


def test_a_broken_source_stops_no_other(nightly: Nightly):
    for name in ("vrøvl", "bombe", "lukket", "væk"):
        nightly.feed(name=name.encode("ascii", "ignore").decode())
    nightly.feed("/a", name="god")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aa">]><rss version="2.0"><channel/></rss>'
    nightly.site.pages |= {"/vrvl.xml": Reply(b"vr\xf8vl"), "/bombe.xml": Reply(bomb), "/vk.xml": Reply(b"", 404)}
    nightly.site.pages |= {"/robots.txt": Reply(b"User-agent: *\nDisallow: /lukket"), "/a": page("x")}
    report = nightly.run()
    assert report.counts["god"]["new"] == 1 and nightly.texts() == {"x"}
    reasons = {problem.source: (problem.outcome, problem.reason) for problem in report.problems}
    assert set(reasons) == {"vrvl", "bombe", "lukket", "vk"} and reasons["lukket"][0] == "refused"
    assert "no feed" in reasons["vrvl"][1] and "ENTITY" in reasons["bombe"][1] and "404" in reasons["vk"][1]


def test_a_broken_article_stops_no_other_and_its_reason_is_kept(nightly: Nightly):
    nightly.feed("/lukket/a", "/billede", "/tom", "/forbudt", "/privat", "/zip", "/god")
    nightly.site.pages |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /lukket"),
        "/billede": Reply(b"x", 200, {"Content-Type": "image/png"}),
        "/tom": Reply(b" \n"),
        "/forbudt": Reply(b"", 403),
        "/privat": redirect("http://10.0.0.1/"),
        "/zip": Reply(b"x", 200, {"Content-Type": "application/zip"}),
        "/god": page("Første"),
    }
    assert nightly.counts() == {"new": 1, "refused": 4, "failed": 2} and nightly.texts() == {"Første"}
    assert nightly.counts() == {"unchanged": 1, "refused": 4, "failed": 2}
    rows = json.loads((nightly.archive / "nyheder" / RECORD).read_text())
    assert sum(row["error"] is not None for row in rows) == 6


def test_what_is_no_address_and_what_has_a_password_in_it_is_not_asked(nightly: Nightly):
    nightly.feed()
    links = [
        "mailto:post@strandby.example",
        "javascript:alert(1)",
        nightly.site.address.replace("//", "//navn:kode@") + "/a",
    ]
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    nightly.site.pages["/nyheder.xml"] = Reply(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    counts = nightly.counts()
    assert "new" not in counts and sum(counts.values()) == 3 and nightly.site.paths() == ["/nyheder.xml"]


def test_a_page_that_is_listed_twice_is_asked_for_once(nightly: Nightly):
    nightly.feed("/a", "/a?utm_source=rss", "/a#top")
    nightly.site.pages["/a"] = page("x")
    assert nightly.counts() == {"new": 1} and nightly.site.paths() == ["/nyheder.xml", "/a"]


@pytest.mark.parametrize(
    "record",
    ['[{"address": "x", "asked": "2024-01-01"}]', '[{"address": "x", "asked": "2024-01-01T00:00:00Z", "gone_since": ""}]',
     "{", "[]]", "{}[", "7", '[{"address": "x"}]', '[{"address": 1, "asked": "2024-01-01"}]',
     '[{"address": "x", "asked": "snart"}]', '[{"address": "x", "asked": "2024-01-01", "file": "../../x.html"}]'],
)  # fmt: skip
def test_a_record_that_cannot_be_read_stops_its_source_only(nightly: Nightly, record: str):
    nightly.feed("/a", name="skadet")
    nightly.feed("/a", name="god")
    nightly.site.pages["/a"] = page("x")
    nightly.run()
    (nightly.archive / "skadet" / RECORD).write_text(record)
    report = nightly.run()
    assert [(problem.source, RECORD in problem.reason) for problem in report.problems] == [("skadet", True)]
    assert report.counts["god"]["unchanged"] == 1 and (nightly.archive / "skadet" / RECORD).read_text() == record


def test_a_run_that_is_killed_anywhere_leaves_whole_articles(nightly: Nightly, monkeypatch: pytest.MonkeyPatch):
    class KilledError(BaseException):
        """Stands for the end of the process."""

    real = archives.write_whole
    fuse = [0]

    def write(*given: object, **named: object) -> None:
        fuse[0] -= 1
        if fuse[0] < 0:
            raise KilledError
        real(*given, **named)  # type: ignore[arg-type]

    for module in ("pejlemaerker.fetching.archive.write_whole", "pejlemaerker.storage.files.write_whole"):
        monkeypatch.setattr(module, write)
    nightly.feed("/a", "/b", "/c")
    nightly.site.pages |= {"/a": versioned("a1", '"1"'), "/b": page("b1"), "/c": page("c1")}
    killed = 0
    for after in range(40):
        fuse[0] = after
        try:
            nightly.run()
            break
        except KilledError:
            killed += 1
        assert nightly.texts() <= {"a1", "b1", "c1"} if (nightly.archive / "nyheder").is_dir() else True
    assert killed >= 5 and nightly.texts() == {"a1", "b1", "c1"}
    fuse[0] = 100
    assert nightly.counts() == {"unchanged": 3}


def test_two_runs_do_not_write_one_archive(nightly: Nightly):
    nightly.feed("/a")
    with hold(nightly.archive / ".lock"), pytest.raises(BusyError):
        nightly.run()
    assert nightly.site.requests == []


def test_the_run_tells_how_far_it_is(nightly: Nightly):
    nightly.feed("/a", "/b")
    nightly.site.pages |= {"/a": page("a"), "/b": page("b")}
    told: list[tuple[str, int, int]] = []
    with client(nightly.clock) as asking:
        fetch(SourceList(tuple(nightly.sources)), nightly.archive, asking, lambda *step: told.append(step))
    assert told == [("nyheder", 1, 2), ("nyheder", 2, 2)]
