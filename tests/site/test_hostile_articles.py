"""Articles are not to be trusted: no markup, script or address of one becomes part of a page, whatever it says."""

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from browsing import served, visiting
from playwright.sync_api import Browser

from pipelines.building import build_release

MARK = "window.hostile = true"
ARTICLE = f"""</title><script>{MARK}</script> Byrådet & "budgettet"

Af Ib <img src=x onerror="{MARK}"> Skovgaard Holm

4. maj 2023

<script>{MARK}</script> Sundby Kommune har 12 procent færre sygedage, og målet er 5 procent i 2026 {{{{ 7 * 7 }}}}.

- Vi vil have <b onmouseover="{MARK}">ro</b> til arbejdet, og kommunerne bør slippe skemaerne </script><svg onload="{MARK}">, siger \
kommunaldirektør Ib Skovgaard Holm fra Sundby Kommune.

&lt;script&gt;{MARK}&lt;/script&gt; står der også i teksten om projektet "Ro nu".
"""
BESIDE = 'url = "javascript:window.hostile=true"\n'


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "articles").mkdir()
    (folder / "articles" / "ond<b>.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "adresse.txt").write_text(
        ARTICLE.replace("Byrådet", "Rådet").replace("12", "14"), encoding="utf-8"
    )
    (folder / "articles" / "adresse.txt.meta.toml").write_text(BESIDE, encoding="utf-8")
    assert build_release(folder / "articles", folder / "outputs", quiet=True, wait=0) == 0
    return folder / "outputs"


def pages(outputs: Path) -> Iterator[lxml.html.HtmlElement]:
    for path in sorted((outputs / "latest" / "site").rglob("*.html")):
        yield lxml.html.fromstring(path.read_text(encoding="utf-8"))


def test_what_stands_in_articles_stays_text(outputs: Path) -> None:
    found = list(pages(outputs))
    assert any(MARK in page.text_content() for page in found)
    for page in found:
        assert not page.xpath("//script[not(@src)] | //img | //b[@onmouseover] | //@*[starts-with(name(), 'on')]")
        assert not [
            address for address in page.xpath("//@href") if address.lower().startswith(("javascript:", "data:"))
        ]
        assert "49" not in "".join(page.xpath("//mark/text()"))


def test_nothing_of_it_runs_in_a_browser(outputs: Path, browser: Browser) -> None:
    documents = sorted((outputs / "latest" / "site" / "dokumenter").glob("d*.html"))
    assert documents
    with served(outputs) as site, visiting(browser, site) as visit:
        for path in ("index.html", "soeg.html?q=%3Cscript%3E", "soeg.html?q=sygedage", "dokumenter/index.html"):
            visit.go(path)
            visit.page.wait_for_load_state("networkidle")
            assert visit.page.evaluate("window.hostile") is None
        for document in documents:
            visit.go(f"dokumenter/{document.name}")
            visit.page.locator("details.row summary").first.click()
            assert visit.page.evaluate("window.hostile") is None
