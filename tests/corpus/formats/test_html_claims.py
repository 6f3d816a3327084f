"""What a web page claims of itself in its metadata, in whatever vocabulary, and what of it is not believed."""

import json
from datetime import date

import pytest
from making_html import ARTICLE, TITLE, WHO, page, reading_of

from pejlemaerker.corpus.claims import Claims
from pejlemaerker.corpus.formats.html import read_html


def claims(head: str, body: str = ARTICLE) -> Claims:
    return read_html(page(body, head))[0].claims


def og(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{value}">'


def linked_data(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **values})}</script>'


NEWS = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-03-12T06:30:00+01:00",
    "dateModified": "2024-04-01T06:30:00+01:00",
    "author": [{"@type": "Person", "name": "Ditte Lyngholm"}, {"@type": "Person", "name": "Asger Dal"}],
    "publisher": {"@type": "Organization", "name": "Strandby Avis"},
}


def test_a_page_that_claims_nothing_has_no_claims():
    assert claims("") == Claims()


@pytest.mark.parametrize(
    "head",
    [
        og("og:title", TITLE)
        + og("og:site_name", "Strandby Avis")
        + og("article:published_time", "2024-03-12T06:30:00+01:00"),
        meta("DC.title", TITLE) + meta("DC.publisher", "Strandby Avis") + meta("DC.date", "2024-03-12"),
        linked_data(**NEWS),
        og("og:title", f"{TITLE} | Strandby Avis") + linked_data(**NEWS),
    ],
    ids=["open graph", "dublin core", "linked data", "both"],
)
def test_title_publisher_and_date_are_read_in_any_vocabulary(head: str):
    found = claims(head)
    assert (found.title, found.publisher) == (TITLE, "Strandby Avis")
    assert (found.published, found.published_precision) == (date(2024, 3, 12), "day")


@pytest.mark.parametrize(
    "script", ['{"@type": "NewsArticle", "headline": ', "[]", "null", '"Nyt"', "{" * 500, '{"@graph": [1, null]}']
)
def test_linked_data_that_is_none_claims_nothing(script: str):
    assert claims(f'<script type="application/ld+json">{script}</script>') == Claims()


# address


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://strandby.example/nyt?utm_source=x#top">', "https://strandby.example/nyt"),
        (og("og:url", "https://strandby.example/nyt"), "https://strandby.example/nyt"),
        (
            '<link rel="canonical" href="https://strandby.example/a">' + og("og:url", "https://strandby.example/b"),
            "https://strandby.example/a",
        ),
        ('<link rel="canonical" href="/nyt">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="alternate" hreflang="en" href="https://strandby.example/en">', None),
    ],
)
def test_the_address_is_the_one_the_page_calls_its_own(head: str, address: str | None):
    assert claims(head).url == address


# title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"<title>{TITLE}</title>", TITLE),
        (f"<title>{TITLE} | Strandby Avis</title>", TITLE),
        (f"<title>{TITLE} - Strandby Avis</title>", TITLE),
        (f"<title>\n  {TITLE}\n</title>", TITLE),
        ("<title>Råd &amp; dåd i byen</title>", "Råd & dåd i byen"),
        (
            "<title>Planen – sådan gør vi på alle kommunens skoler fra næste år</title>",
            "Planen – sådan gør vi på alle kommunens skoler fra næste år",
        ),
        (og("og:title", f"{TITLE} | Strandby Avis") + og("og:site_name", "Strandby Avis"), TITLE),
        (og("og:title", "Ledelse - et fag") + og("og:site_name", "Strandby Avis"), "Ledelse - et fag"),
        (og("og:title", "") + "<title></title>", None),
        (og("og:title", "Ledelse - et fag") + "<title>Ledelse - et fag | Strandby Avis</title>", "Ledelse - et fag"),
    ],
)
def test_the_title_is_the_headline_without_the_name_of_the_site(head: str, title: str | None):
    assert claims(head).title == title


def test_the_title_of_a_drawing_is_not_that_of_the_page():
    assert claims("", f"<svg><title>Logo</title></svg>{ARTICLE}").title is None


# publisher


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (og("og:site_name", " Strandby  Avis "), "Strandby Avis"),
        (meta("application-name", "Strandby Avis"), "Strandby Avis"),
        (og("og:site_name", "https://strandby.example"), None),
        (og("og:site_name", " "), None),
        (og("og:site_name", "Strandby " * 30), None),
        *((head, None) for head in (meta("twitter:site", "@strandbyavis"), og("og:site_name", "strandby.example"))),
    ],
)
def test_the_publisher_is_the_site_where_it_has_a_name(head: str, publisher: str | None):
    assert claims(head).publisher == publisher


# authors


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Ditte Lyngholm", ["Ditte Lyngholm"]),
        ("Ditte Lyngholm; Asger Dal", ["Ditte Lyngholm", "Asger Dal"]),
        ("Ditte Lyngholm, journalist", ["Ditte Lyngholm"]),
        ("Redaktionen", []),
        ("Strandby Kommune", []),
        ("admin", []),
        ("ditte@strandby.example", []),
        ("https://strandby.example/ditte", []),
        ("", []),
    ],
)
def test_authors_are_those_that_bear_the_name_of_a_person(stated: str, names: list[str]):
    assert [author.name for author in claims(meta("author", stated)).authors] == names


def test_authors_of_linked_data_come_in_order():
    assert [author.name for author in claims(linked_data(**NEWS)).authors] == ["Ditte Lyngholm", "Asger Dal"]


def test_a_byline_in_the_text_is_no_claim():
    assert claims("", f'<h1>{TITLE}</h1><div class="author">Af Ditte Lyngholm</div><p>{WHO}</p>').authors == ()


# date

OTHERS = '<aside class="teaser"><time datetime="2020-01-01">1. januar</time> <a href=/x>En anden sag</a></aside>'


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (og("article:published_time", "2024-03-12T23:30:00+01:00"), ARTICLE, date(2024, 3, 12)),
        (meta("date", "12-03-2024"), ARTICLE, date(2024, 3, 12)),
        (meta("date", "04/03/2024"), ARTICLE, date(2024, 3, 4)),
        ("", f'<time datetime="2024-03-12">12. marts</time>{ARTICLE}', date(2024, 3, 12)),
        (
            og("article:modified_time", "2024-04-01") + og("article:published_time", "2024-03-12"),
            ARTICLE,
            date(2024, 3, 12),
        ),
        (meta("date", "i går"), ARTICLE, None),
        (og("article:published_time", "2999-03-12"), ARTICLE, None),
        (og("article:published_time", "1850-03-12"), ARTICLE, None),
        ("", f"{ARTICLE}<p>Det skete den 3. maj 2019 i Strandby.</p>", None),
        ("", f"{ARTICLE}<footer>Copyright 2018</footer>", None),
        (og("article:modified_time", "2024-04-01T06:30:00+01:00"), ARTICLE, None),
        ("", ARTICLE + OTHERS, None),
    ],
)
def test_the_date_is_the_one_of_publication_that_the_markup_states(head: str, body: str, day: date | None):
    found = claims(head, body)
    assert (found.published, found.published_precision) == (day, "day" if day else None)


def test_a_month_is_not_made_a_day():
    found = claims(meta("date", "2024-03"))
    assert (found.published, found.published_precision) in ((date(2024, 3, 1), "month"), (None, None))


# licence


@pytest.mark.parametrize(
    ("body", "licence"),
    [
        (
            f'{ARTICLE}<a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA</a>',
            "CC BY-SA 4.0",
        ),
        (f'{ARTICLE}<a href="/vilkaar">Vilkår for brug</a>', None),
        (f"{ARTICLE}<p>Alle rettigheder forbeholdes.</p>", None),
    ],
)
def test_the_licence_is_the_one_that_is_linked_to_as_such(body: str, licence: str | None):
    assert claims("", body).licence == licence


# what comes of it


def test_claims_stand_in_the_document():
    head = linked_data(**NEWS) + '<link rel="canonical" href="https://strandby.example/nyt">'
    found = reading_of(page(f"<article>{ARTICLE}</article>", head))
    names = ("title", "url", "publisher", "published", "published_precision", "format")
    assert found.document is not None
    assert [found.document[name] for name in names] == [
        TITLE,
        "https://strandby.example/nyt",
        "Strandby Avis",
        date(2024, 3, 12),
        "day",
        "html",
    ]
    assert [author["name"] for author in found.authors] == ["Ditte Lyngholm", "Asger Dal"]


def test_what_a_reader_sees_counts_before_what_a_program_claims():
    byline = "<p>Af Signe Holm</p><p>1. maj 2023</p>"
    found = reading_of(page(f"<article>{ARTICLE.replace('</h1>', f'</h1>{byline}')}</article>", linked_data(**NEWS)))
    assert found.document is not None and found.document["published"] == date(2023, 5, 1)
    assert [author["name"] for author in found.authors] == ["Signe Holm"]


@pytest.mark.parametrize(
    ("name", "value"), [("og:title", "Ring til rådet på 55 55 43 21"), ("og:site_name", "Strandby, tlf. 55 55 43 21")]
)
def test_contact_details_in_metadata_are_masked(name: str, value: str):
    found = reading_of(page(f"<p>{WHO}</p><p>{WHO}</p>", og(name, value)))
    assert "55 55 43 21" not in str(found.document)
