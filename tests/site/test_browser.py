"""The site in a real browser, on a phone and on a desk: a person reads, follows, switches, downloads, and nobody is kept out."""

from collections.abc import Iterator

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESK, PHONE, visiting
from built_site import Built
from playwright.sync_api import Browser, Page

SERIOUS = {"serious", "critical"}
PAGES = (
    "index.html",
    "soeg.html?q=ledelse",
    "dokumenter/index.html",
    "personer/index.html",
    "organisationer/index.html",
    "initiativer/index.html",
    "temaer/index.html",
    "hent.html",
    "ordbog.html",
    "kvalitet.html",
    "aendringer.html",
    "om.html",
)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, request: pytest.FixtureRequest, site: str) -> Iterator[Page]:
    """A page that fails the test where anything is said on the console, goes wrong, or is asked of another host."""
    with visiting(browser, site, request.param) as visit:
        yield visit.page


@pytest.fixture
def quote(built: Built) -> dict:
    quotes = pl.read_parquet(built.folder / "parquet" / "quotes.parquet")
    return quotes.filter(
        (pl.col("kind") == "direct") & pl.col("speaker_id").is_not_null() & pl.col("organisation_id").is_not_null()
    ).row(0, named=True)


def test_a_quote_is_followed_to_its_context(page: Page, site: str, quote: dict) -> None:
    page.goto(f"{site}personer/{quote['speaker_id']}.html")
    page.locator(f"a[href$='#{quote['quote_id']}']").click()
    card = page.locator(f"[id='{quote['quote_id']}']")
    assert card.get_attribute("open") is not None
    assert quote["speaker"] in card.inner_text()
    lit = page.locator("mark.lit")
    assert "".join("".join(lit.all_inner_texts()).split()) == "".join(quote["text"].split())
    assert lit.first.is_visible()
    page.go_back()
    assert page.url.endswith(f"{quote['speaker_id']}.html")


def test_a_marked_passage_opens_its_card(page: Page, site: str, quote: dict) -> None:
    page.goto(f"{site}dokumenter/{quote['document_id']}.html")
    page.locator(f"mark[data-rows='{quote['quote_id']}']").first.click()
    assert page.locator(f"[id='{quote['quote_id']}']").get_attribute("open") is not None


def test_the_frame_turns_english_and_stays_so(page: Page, site: str) -> None:
    page.goto(f"{site}index.html")
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("link", name="Documents").first.is_visible()
    page.get_by_role("link", name="Documents").first.click()
    assert page.locator("h1").inner_text() == "Documents, latest first"
    assert page.locator("h1 [lang=en]").count() == 1
    page.get_by_role("button", name="Dansk").click()
    assert page.locator("h1").inner_text() == "Dokumenter, nyeste først"


def test_light_and_dark_are_switched_and_kept(page: Page, site: str) -> None:
    def paper() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}index.html")
    dark = paper()
    page.locator("#lys").click()
    light = paper()
    assert light != dark
    page.goto(f"{site}om.html")
    assert paper() == light
    page.locator("#lys").click()
    assert paper() == dark


def test_a_file_is_downloaded_whole(page: Page, site: str, built: Built) -> None:
    page.goto(f"{site}hent.html")
    with page.expect_download() as told:
        page.locator("a[href$='csv/quotes.csv']").click()
    assert told.value.path().read_bytes() == (built.folder / "csv" / "quotes.csv").read_bytes()


def test_the_keyboard_reaches_content_and_cards(page: Page, site: str, quote: dict) -> None:
    page.goto(f"{site}dokumenter/{quote['document_id']}.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "indhold"
    summary = page.locator("details.row summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.row").first.get_attribute("open") is not None


def test_axe_finds_nothing_serious(page: Page, site: str, quote: dict) -> None:
    document = f"dokumenter/{quote['document_id']}.html#{quote['quote_id']}"
    theirs = [
        document,
        f"personer/{quote['speaker_id']}.html",
        f"organisationer/{quote['organisation_id']}.html",
        "temaer/styring.html",
    ]
    # All kinds of pages on a desk in light; on a phone in dark those that hold everything that colours and room can spoil.
    phone = page.viewport_size == PHONE
    page.emulate_media(color_scheme="dark" if phone else "light")
    found = {}
    for path in (document, *PAGES[:3]) if phone else (*PAGES, *theirs):
        page.goto(f"{site}{path}")
        if path.startswith("soeg"):
            page.wait_for_load_state("networkidle")
        told = (
            Axe()
            .run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
            .response
        )
        serious = [rule for rule in told["violations"] if rule["impact"] in SERIOUS]
        if serious:
            found[path] = [
                (rule["id"], rule["nodes"][0]["target"], rule["nodes"][0]["failureSummary"][:200]) for rule in serious
            ]
    assert not found


def test_axe_would_find_something_serious(page: Page, site: str) -> None:
    page.goto(f"{site}om.html")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<button></button><img src=\"data:,\">')"
    )
    assert {rule["id"] for rule in Axe().run(page).response["violations"]} >= {"button-name", "image-alt"}


def test_nothing_is_wider_than_the_screen(page: Page, site: str, quote: dict) -> None:
    for path in (*PAGES, f"dokumenter/{quote['document_id']}.html#{quote['quote_id']}"):
        page.goto(f"{site}{path}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
