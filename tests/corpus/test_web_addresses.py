"""Addresses of pages: one page has one address, and what is no page has none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.corpus.web_addresses import MAX_LENGTH, canonical

PAGE = "https://strandby.example/nyt"


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        f"{PAGE}?utm_source=brev&utm_medium=mail&utm_campaign=%F8",
        f"{PAGE}?fbclid=abc",
        f"{PAGE}?gclid=1&mc_cid=2",
        f"{PAGE}#kommentarer",
        f"{PAGE}#/side/2",
        f"{PAGE}?utm_source=brev#top",
        f"{PAGE}?",
        f" {PAGE}\n",
        "HTTPS://Strandby.Example/nyt",
        "https://strandby.example:443/nyt",
    ],
)
def test_what_only_one_visit_needs_is_left_out(address: str):
    assert canonical(address) == PAGE


@pytest.mark.parametrize("query", ["id=7", "p=123", "page=2", "lang=da", "a=1&b=2"])
def test_what_names_the_page_is_kept(query: str):
    assert canonical(f"{PAGE}?{query}") == f"{PAGE}?{query}"
    assert canonical(f"{PAGE}?{query}&utm_source=brev") == f"{PAGE}?{query}"


def test_the_order_of_what_is_asked_for_does_not_matter():
    assert canonical(f"{PAGE}?b=2&a=1") == canonical(f"{PAGE}?a=1&b=2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAGE, "http://strandby.example/nyt"),
        (PAGE, "https://strandby.example/Nyt"),
        (PAGE, "https://strandby.example/nyt.pdf"),
        (PAGE, "https://strandby.example:8443/nyt"),
        (PAGE, "https://www.strandby.example/nyt"),
    ],
)
def test_addresses_that_may_be_of_two_pages_stay_two(one: str, other: str):
    assert canonical(one) == one and canonical(other) == other


@pytest.mark.parametrize("host", ["blåbærby.dk", "www.rødgrød-på-øen.example"])
def test_danish_letters_in_the_name_of_a_site(host: str):
    ascii_host = host.encode("idna").decode()
    assert ascii_host != host
    assert canonical(f"https://{host}/nyt") == canonical(f"https://{ascii_host}/nyt") == f"https://{host}/nyt"


def test_danish_letters_in_a_path_have_one_spelling():
    spelled = "https://strandby.example/%C3%A6ndringer-p%C3%A5-%C3%B8en"
    assert canonical("https://strandby.example/ændringer-på-øen") == spelled == canonical(spelled)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "   ",
        "nyt",
        "Strandby Avis",
        "/nyt",
        "//strandby.example/nyt",
        "strandby.example/nyt",
        "https://",
        "https://[strandby.example/nyt",
        "javascript:alert(1)",
        "JavaScript:alert('https://strandby.example/nyt')",
        "data:text/html,<p>https://strandby.example/nyt</p>",
        "file:///home/ditte/nyt.html",
        "mailto:presse@strandby.example",
        "ftp://strandby.example/nyt",
        "about:blank",
        "cid:frame-1@mhtml.blink",
    ],
)
def test_what_is_no_address_of_a_page_is_none(address: str | None):
    assert canonical(address) is None


def test_very_long_addresses_are_none():
    opening = "https://strandby.example/"
    assert canonical(opening + "a" * (MAX_LENGTH - len(opening))) is not None
    assert canonical(opening + "a" * (MAX_LENGTH - len(opening) + 1)) is None
    assert canonical(opening + "?" + "a=1&" * 1_000_000) is None


@settings(deadline=None)
@given(st.text(max_size=60) | st.text(max_size=60).map("https://strandby.example/".__add__))
def test_any_text_is_an_address_in_one_form_or_none(text: str):
    found = canonical(text)
    if found is not None:
        assert found.startswith(("http://", "https://")) and "#" not in found
        assert (canonical(found) or "").rstrip("/") == found.rstrip("/")


@pytest.mark.parametrize("behind", ["#top", "?utm_source=brev", "?"])
def test_a_front_page_has_one_address(behind: str):
    front = "https://strandby.example/"
    assert canonical(front + behind) == canonical(front)


def test_a_password_in_an_address_is_not_published():
    assert canonical("https://ditte:hemmelig@strandby.example/nyt") in (None, PAGE)


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://strandby.example/en artikel", (None, "https://strandby.example/en%20artikel")),
        (
            "https://arkiv.example/2020/https://strandby.example/nyt",
            (None, "https://arkiv.example/2020/https://strandby.example/nyt"),
        ),
    ],
)
def test_an_address_is_never_changed_into_that_of_another_page(address: str, allowed: tuple[str | None, ...]):
    assert canonical(address) in allowed
