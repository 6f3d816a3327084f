"""What a reader of the site meets: every link leads somewhere, every row has its card, marked words are its words, pages are light."""

from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import polars as pl
import pytest
from built_site import Built

from pejlemaerker.publication.site.documents.reading import MARKED, ROW_ID

HEAVIEST = 150_000  # bytes


def rows(built: Built, edition: str, table: str) -> list[dict]:
    return pl.read_parquet(built.edition(edition) / "parquet" / f"{table}.parquet").to_dicts()


def test_every_link_leads_to_a_file_and_a_place(built: Built, edition: str) -> None:
    places: dict[Path, set[str]] = {}
    for path, page in built.pages(edition):  # a long document goes on; its first page leads to the others
        places.setdefault(path.with_stem(path.stem[:17]) if path.parent.name == "dokumenter" else path, set()).update(
            page.xpath("//@id")
        )
    lost = []
    for path, page in built.pages(edition):
        for address in [
            *page.xpath("//a/@href"),
            *page.xpath("//link/@href"),
            *page.xpath("//script/@src"),
            *page.xpath("//form/@action"),
        ]:
            link = urlsplit(address)
            if link.scheme:
                continue
            target = (path.parent / unquote(link.path)).resolve() if link.path else path
            if not target.is_file() or (
                link.fragment and target in places and unquote(link.fragment) not in places[target]
            ):
                lost.append((path.name, address))
    assert not lost


def test_other_hosts_are_only_linked_to_never_loaded(built: Built, edition: str) -> None:
    for _, page in built.pages(edition):
        assert not page.xpath(
            "//script[not(@src)] | //style | //*[@style] | //@*[starts-with(name(), 'on')] | //iframe | //img"
        )
        loaded = [*page.xpath("//script/@src"), *page.xpath("//link/@href")]
        assert not [address for address in loaded if urlsplit(address).netloc or urlsplit(address).scheme]
        for link in page.xpath("//a[starts-with(@href, 'http')]"):
            assert "noopener" in (link.get("rel") or "")


def test_pages_are_light(built: Built, edition: str) -> None:
    assert not {path.name: path.stat().st_size for path, _ in built.pages(edition) if path.stat().st_size > HEAVIEST}


@pytest.mark.parametrize("table", sorted(MARKED, key=lambda table: table.name), ids=lambda table: table.name)
def test_every_row_has_its_card_on_the_page_of_its_document(built: Built, edition: str, table: object) -> None:
    kind = MARKED[table]
    cards = Counter(
        (path.stem[:17], place)
        for path, page in built.pages(edition)
        for place in page.xpath("//details[@class='row']/@id")
    )
    for row in rows(built, edition, table.name):
        assert cards[row["document_id"][:17], row[ROW_ID[kind]]] == 1


def test_the_words_marked_for_a_row_are_its_words(built: Built) -> None:
    marked: dict[str, str] = {}
    for _, page in built.pages("full"):
        for mark in page.xpath("//mark[@data-rows]"):
            for row_id in mark.get("data-rows").split():
                marked[row_id] = marked.get(row_id, "") + mark.text_content()
    for table, kind in MARKED.items():
        for row in rows(built, "full", table.name):
            assert "".join(marked[row[ROW_ID[kind]]].split()) == "".join(row["text"].split())


def test_a_card_says_how_the_speaker_was_found_how_to_cite_and_how_to_report(built: Built) -> None:
    quote = next(
        row for row in rows(built, "full", "quotes") if row["attribution"] == "same_sentence" and row["speaker_role"]
    )
    page = next(page for path, page in built.pages("full") if path.stem == quote["document_id"])
    card = page.get_element_by_id(quote["quote_id"])
    said = " ".join(card.text_content().split())
    assert quote["speaker"] in said and quote["speaker_role"] in said
    assert "nævnt i samme sætning" in said and "Sikkerhed" in said
    assert card.find_class("cite")[0].text_content().startswith(quote["speaker"])
    assert f"række {quote['quote_id']}" in said and "Meld en fejl" in said
    assert card.xpath(f".//a[@href='mailto:data@example.org?subject={quote['quote_id']}']")


def test_names_that_are_not_in_the_open_edition_stand_nowhere_on_its_site(built: Built) -> None:
    hidden = {row["name"] for row in rows(built, "full", "people")} - {
        row["name"] for row in rows(built, "open", "people")
    }
    assert hidden
    shown = "".join(page.text_content() for _, page in built.pages("open"))
    assert not [name for name in hidden if name in shown]


def test_pages_of_documents_do_not_name_the_release(built: Built) -> None:
    version = rows(built, "full", "releases")[0]["version"]
    assert not [
        path
        for path, _ in built.pages("full")
        if path.parent.name == "dokumenter" and version in path.read_text("utf-8")
    ]
    assert version in (built.site("full") / "statisk" / "udgave.js").read_text("utf-8")


def test_each_page_has_one_heading_a_title_and_a_language(built: Built, edition: str) -> None:
    for path, page in built.pages(edition):
        assert len(page.xpath("//h1")) == 1, path
        assert page.get("lang") == "da" and page.xpath("//title/text()")[0].strip()


def test_the_same_release_gives_the_same_site(built: Built, tmp_path: Path) -> None:
    from pejlemaerker.publication.policy.about import read_about
    from pejlemaerker.publication.site import write_site

    for name in ("parquet", "pejlemaerker.duckdb"):
        (tmp_path / name).symlink_to(built.folder / name)
    write_site(tmp_path, "full", read_about(built.folder.parents[2] / "policy" / "dataset.toml"))
    first = {
        path.relative_to(built.site("full")): path.read_bytes()
        for path in built.site("full").rglob("*")
        if path.is_file()
    }
    again = {
        path.relative_to(tmp_path / "site"): path.read_bytes()
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    assert again == first
