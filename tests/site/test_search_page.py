"""The search in a browser: what a reader finds, narrows down, shares and reads, with a mouse, a keyboard, on a phone, in English."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESK, PHONE, Visit, served, visiting
from built_site import Built
from playwright.sync_api import Browser, expect

from pipelines.building import build_release

SERIOUS = {"serious", "critical"}


def found(visit: Visit) -> int:
    """How many results the page says there are."""
    status = visit.page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"\d"))
    return int(re.findall(r"\d+", (status.text_content() or "").replace(".", ""))[0])


def test_a_word_is_found_in_all_its_forms_and_marked(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html")
        visit.page.get_by_role("searchbox", name="Søg i det hele").fill("ledelse")
        visit.page.get_by_role("button", name="Søg", exact=True).click()
        assert found(visit) > 5
        marks = {mark.lower() for mark in visit.page.locator("#fund mark").all_text_contents()}
        assert {"ledelse", "ledelsen"} <= marks and all("ledelse" in mark for mark in marks)
        assert "q=ledelse" in visit.page.url


def test_facets_narrow_down_and_stand_in_the_address(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html?q=kommune")
        whole = found(visit)
        box = visit.page.get_by_role("checkbox", name=re.compile("^Citat"))
        counted = int(re.findall(r"\d+", box.locator("xpath=..").inner_text())[0])
        box.check()
        expect(visit.page.locator("#fund .badge").first).to_contain_text("Citat")
        assert found(visit) == counted < whole
        assert "slags=quote" in visit.page.url
        visit.page.get_by_role("button", name="Fjern Citat").click()
        expect(visit.page.get_by_role("status")).to_contain_text(str(whole))
        visit.page.go_back()
        expect(visit.page.get_by_role("status")).to_contain_text(str(counted))


def test_each_facet_counts_what_it_would_leave(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        for name in ("slags", "taler", "rolle", "organisation", "teksttype", "aar", "tema"):
            visit.go("soeg.html?q=ledelse")
            found(visit)
            box = visit.page.locator(f"input[id^='{name}-']").first
            counted = int(re.findall(r"(\d+)$", box.locator("xpath=..").inner_text().strip())[0])
            box.check()
            expect(visit.page.locator("#valgt button")).to_have_count(1)
            expect(visit.page.get_by_role("status")).to_have_text(re.compile(rf"^{counted} fundet"))
            assert f"{name}=" in visit.page.url


def test_a_quote_is_followed_to_its_place_in_the_text(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html?q=ledelse&slags=quote")
        link = visit.page.locator("#fund a").first
        said = (link.text_content() or "").strip(" …")
        link.click()
        visit.page.wait_for_url("**/dokumenter/*.html#*")
        lit = "".join(visit.page.locator("mark.lit").all_text_contents())
        assert " ".join(said.split())[:60] in " ".join(lit.split())


def test_links_of_other_pages_lead_to_as_many_results_as_they_say(browser: Browser, site: str, built: Built) -> None:
    quotes = pl.read_parquet(built.folder / "parquet/quotes.parquet")
    documents = pl.read_parquet(built.folder / "parquet/documents.parquet").filter(pl.col("duplicate_of").is_null())
    quotes = quotes.join(documents, on="document_id", how="semi").drop_nulls("speaker_id")
    busiest = quotes["speaker_id"].value_counts().sort("count", "speaker_id")["speaker_id"][-1]
    name = pl.read_parquet(built.folder / "parquet/people.parquet").filter(pl.col("person_id") == busiest)["name"][0]
    with visiting(browser, site) as visit:
        visit.go(f"soeg.html?taler={name}&slags=quote")
        assert found(visit) == quotes.filter(pl.col("speaker_id") == busiest).height
        visit.go("soeg.html?tema=styring&slags=document")
        themes = pl.read_parquet(built.folder / "parquet/document_themes.parquet").join(
            documents, on="document_id", how="semi"
        )
        assert found(visit) == themes.filter(pl.col("theme") == "styring").height > 0


def test_long_lists_are_narrowed_by_typing(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html")
        field = visit.page.get_by_role("searchbox", name="Find i listen: Organisation")
        field.fill("region")
        names = visit.page.locator("input[id^='organisation-'] + .name")
        expect(names.first).to_contain_text(re.compile("region", re.IGNORECASE))
        assert all("region" in name.lower() for name in names.all_text_contents())
        field.fill("findes ikke")
        expect(visit.page.get_by_text("Ingen i dette resultat.")).to_be_visible()


def test_more_results_are_shown_with_the_keyboard_alone(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html")
        visit.page.get_by_role("searchbox", name="Søg i det hele").focus()
        visit.page.keyboard.type("kommune")
        visit.page.keyboard.press("Enter")
        assert found(visit) > 20
        expect(visit.page.locator("#fund > li")).to_have_count(20)
        visit.page.get_by_role("button", name="Vis flere").focus()
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("#fund > li")).to_have_count(40)
        expect(visit.page.locator("#fund > li").nth(20).locator("a").first).to_be_focused()
        visit.page.get_by_role("checkbox", name=re.compile("^Anbefaling")).focus()
        visit.page.keyboard.press("Space")
        expect(visit.page.locator("#valgt button")).to_have_count(1)
        expect(visit.page.get_by_role("checkbox", name=re.compile("^Anbefaling"))).to_be_focused()


def test_what_is_not_there_is_told_and_examples_help(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html?q=xylofonorkester")
        expect(visit.page.get_by_role("status")).to_contain_text("Ingen tekst har ordet »xylofonorkester«")
        visit.page.get_by_role("link", name="sygefravær").click()
        assert found(visit) > 0
        visit.go("soeg.html?q=ledelse+xylofonorkester")
        expect(visit.page.get_by_role("status")).to_contain_text("nogle af dem")


@pytest.mark.parametrize(
    ("asked", "word"),
    [("sygefravaer", "sygefravær"), ("LEDELSENS", "ledelse"), ("ledelsesr", "ledelse"), ("i ledelse", "ledelse")],
)
def test_other_spellings_beginnings_and_common_words_are_understood(
    browser: Browser, site: str, asked: str, word: str
) -> None:
    with visiting(browser, site) as visit:
        visit.go(f"soeg.html?q={asked}")
        assert found(visit) > 0
        assert word in visit.page.locator("#fund mark").first.inner_text().lower()


def test_the_frame_turns_english_and_the_results_stay(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.go("soeg.html?q=ledelse")
        before = found(visit)
        visit.page.get_by_role("button", name="English").click()
        expect(visit.page.get_by_role("status")).to_have_text(f"{before} found")
        assert visit.page.locator("legend").first.inner_text() == "What"
        expect(visit.page.get_by_role("checkbox", name=re.compile("^Quote"))).to_be_visible()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_out(browser: Browser, site: str, size: dict[str, int], scheme: str) -> None:
    with visiting(browser, site, size) as visit:
        visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in ("soeg.html", "soeg.html?q=ledelse&slags=quote"):
            visit.go(path)
            expect(visit.page.locator("#facetter fieldset").first).to_be_attached()
            visit.page.locator("#afgraens").evaluate("details => { details.open = true; }")
            faults = [fault for fault in Axe().run(visit.page).response["violations"] if fault["impact"] in SERIOUS]
            assert not [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_opened_as_a_file_it_says_what_to_do(browser: Browser, built: Built) -> None:
    # Modules are not loaded from files, which the console says; that is what the message is for.
    page = browser.new_page(locale="da-DK")
    page.goto((built.site("full") / "soeg.html").as_uri())
    expect(page.get_by_text("pejl serve")).to_be_visible()
    page.close()


def test_what_an_article_says_never_becomes_markup(browser: Browser, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="document.title=1"><b>svært</b>'
    (tmp_path / "articles").mkdir()
    article = (
        f"Skolen {hostile} åbner\n\n4. maj 2023\n\n»Ledelse er {hostile} for os alle«, siger rektor Ane Vibjerg.\n"
    )
    (tmp_path / "articles/a.txt").write_text(article, encoding="utf-8")
    with ThreadPoolExecutor(1) as elsewhere:  # a thread with a browser in it runs no other event loop
        built = elsewhere.submit(build_release, tmp_path / "articles", tmp_path / "outputs", quiet=True, wait=0)
    assert built.result() == 0
    with served(tmp_path / "outputs") as site, visiting(browser, site) as visit:
        visit.go("soeg.html?q=ledelse")
        assert found(visit) > 0
        assert "onerror" in visit.page.locator("#fund").inner_text()
        assert visit.page.locator("#fund img, #fund b, #facetter b").count() == 0
        visit.go("soeg.html?q=" + "%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&taler=%3Cb%3Ex%3C/b%3E")
        expect(visit.page.locator("#valgt button")).to_have_text("<b>x</b> ×")
        assert visit.page.locator("main img").count() == 0
