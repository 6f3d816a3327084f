"""The site as a part of a release: verified with it, left out where nobody wants it, made anew where its program is."""

import shutil
from pathlib import Path

import pytest
from built_site import Built

from pejlemaerker.publication.descriptions import write_sums
from pejlemaerker.publication.releases import latest
from pejlemaerker.publication.verifying import verify
from pipelines.building import build_release


@pytest.fixture
def copy(built: Built, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built.folder, tmp_path / "release"))


def test_a_release_with_its_sites_is_without_fault(built: Built) -> None:
    assert not verify(built.folder)


def test_a_page_that_is_missing_is_told(copy: Path) -> None:
    page = next(path for path in sorted((copy / "open" / "site" / "dokumenter").glob("d*.html")))
    page.unlink()
    write_sums(copy / "open")
    write_sums(copy)
    assert [(fault.check, fault.place) for fault in verify(copy)] == [("site", f"open/site/dokumenter/{page.name}")]


def test_a_page_of_somebody_who_is_not_in_the_edition_is_told(copy: Path) -> None:
    shutil.copyfile(copy / "site" / "index.html", copy / "open" / "site" / "personer" / "p0123456789ab.html")
    write_sums(copy / "open")
    write_sums(copy)
    assert [(fault.check, fault.place) for fault in verify(copy)] == [("site", "open/site/personer/p0123456789ab.html")]


def test_a_page_with_other_bytes_is_told(copy: Path) -> None:
    page = copy / "site" / "om.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Om data", "Om alt"), encoding="utf-8")
    assert [(fault.check, fault.place) for fault in verify(copy)] == [("files", "site/om.html")]


def test_without_a_site_the_release_is_whole_and_a_site_comes_when_it_is_asked_for(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "kort.txt").write_text(
        "Skolen åbner\n\n4. maj 2023\n\n- Vi åbner nu, siger rektor Ane Vibjerg.\n", encoding="utf-8"
    )
    outputs = tmp_path / "outputs"
    assert build_release(articles, outputs, quiet=True, wait=0, site=False) == 0
    first = latest(outputs)
    assert first and not (first.folder / "site").exists() and not verify(first.folder)
    assert build_release(articles, outputs, quiet=True, wait=0) == 0
    second = latest(outputs)
    assert second and second.version != first.version and (second.folder / "site" / "index.html").is_file()
    assert build_release(articles, outputs, quiet=True, wait=0) == 0
    again = latest(outputs)
    assert again and again.version == second.version
