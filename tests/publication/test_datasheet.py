"""What people read of a release: the datasheet, how to cite it, and its licences."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml
from described import PLAIN, STATED, edition_in

from pejlemaerker.publication.descriptions.citation import bibtex, citation
from pejlemaerker.publication.descriptions.datasheet import datasheet
from pejlemaerker.publication.descriptions.facts import read_facts
from pejlemaerker.publication.descriptions.licences import licence_url
from pejlemaerker.publication.descriptions.tabulated import listed
from pejlemaerker.publication.policy.about import Agent
from pejlemaerker.storage.files import read_parquet, to_arrow, write_parquet
from schemas import PUBLISHED, QUALITY

Sample = Callable[..., tuple[dict[str, pl.DataFrame], pl.DataFrame]]
SECTIONS = ("Motivation", "Composition", "Collection", "Preprocessing", "Uses", "Distribution", "Maintenance")


@pytest.fixture
def full(tmp_path: Path, sample: Sample) -> Path:
    return edition_in(tmp_path, sample("Ane", "Bo")[0], "full", STATED, csv=False)


def text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_the_datasheet_answers_the_seven_questions(described: tuple[str, Path]):
    headings = [line for line in text(described[1], "DATASHEET.md").splitlines() if line.startswith("## ")]
    assert len(headings) == 7
    assert all(heading.startswith(f"## {section}") for heading, section in zip(headings, SECTIONS, strict=True))


def test_the_datasheet_counts_this_release(described: tuple[str, Path]):
    _, folder = described
    sheet = text(folder, "DATASHEET.md")
    for table in PUBLISHED:
        rows = read_parquet(folder / "parquet" / f"{table.name}.parquet").height
        assert f"| `{table.name}` | {rows} |" in sheet
    assert "2 documents, dated 2024-05-01 to 2024-05-01" in sheet
    assert "news 2" in sheet and "empty 1" in sheet and "50% of its text" in sheet and "apostrophe" in sheet
    assert STATED.contact.email and STATED.contact.email in sheet


def test_the_datasheet_of_an_edition_says_what_it_may_be_used_for(tmp_path: Path, sample: Sample):
    rows = sample("Ane")[0]
    full, openly = (text(edition_in(tmp_path / e, rows, e, csv=False), "DATASHEET.md") for e in ("full", "open"))
    assert "must not be passed on" in full and "must not be passed on" not in openly
    assert "made for publication" in openly and "No address is stated" in openly


def test_the_datasheet_gives_error_rates_where_they_were_measured_and_else_says_so(full: Path):
    path = full / "parquet" / "quality.parquet"
    own = read_parquet(path).filter(measured_on="release")
    write_parquet(path, to_arrow(own))
    assert "was not measured for this release" in datasheet(read_facts(full, "full"), PLAIN)
    rows = [
        QUALITY.row(measured_on=name, measure=measure, value=0.91, low=0.88, high=0.94, n=120, description="Of quotes.")
        for name, measure in (("aside", "quotes.f1"), ("worked_on", "quotes.role"), ("aside", "quotes.direct.f1"))
    ]
    write_parquet(path, to_arrow(QUALITY.sort(pl.concat([own, QUALITY.frame(rows)]))))
    sheet = datasheet(read_facts(full, "full"), PLAIN)
    assert "| measure | aside | worked_on |" in sheet
    assert "| `quotes.f1` | 0.91 (0.88 to 0.94; n = 120) |  |" in sheet and "quotes.direct.f1" not in sheet
    assert "was not measured" not in sheet


def test_a_release_can_be_cited(full: Path):
    found = yaml.safe_load(text(full, "CITATION.cff"))
    assert {
        "cff-version": "1.2.0",
        "type": "dataset",
        "title": STATED.title.en,
        "license": "CC0-1.0",
    }.items() <= found.items()
    assert [author["name"] for author in found["authors"]] == ["Ane Holm", "Færgeselskabet"]
    assert found["message"] and found["version"] == read_facts(full, "full").version
    assert "date-released" not in found and "repository-artifact" not in found


def test_the_day_of_publication_stands_where_it_is_stated(full: Path):
    facts, about = read_facts(full, "full"), replace(STATED, issued=date(2026, 5, 1))
    assert yaml.safe_load(citation(facts, about))["date-released"] == "2026-05-01"
    assert "year = {2026}" in bibtex(facts, about) and "year" not in bibtex(facts, STATED)


def test_a_version_that_looks_like_a_number_stays_a_text(full: Path):
    facts = read_facts(full, "full")
    for version in ("012345678901", "12345e678901", "true"):
        text = citation(replace(facts, release={**facts.release, "version": version}), STATED)
        assert f'version: "{version}"' in text and yaml.safe_load(text)["version"] == version


def test_a_bibtex_entry_holds_any_name(full: Path):
    entry = bibtex(read_facts(full, "full"), replace(STATED, creators=(Agent("A & B {50 %}"), Agent("C", person=True))))
    assert r"author = {{A \& B \{50 \%\}} and C}" in entry


def test_a_licence_is_named_with_the_place_of_its_text(tmp_path: Path, sample: Sample):
    folder = edition_in(tmp_path, sample("Ane")[0], "open", PLAIN, csv=False) / "LICENSES"
    assert licence_url("CC-BY-4.0") in text(folder, "CC-BY-4.0.md")
    assert "quotation (1 documents)" in text(folder, "QUOTED-WORDS.md")
    assert "remain their authors'" in text(folder, "QUOTED-WORDS.md")
    assert licence_url("EUPL-1.2") == "https://spdx.org/licenses/EUPL-1.2.html"


def test_a_long_list_shows_the_most_frequent_and_says_how_many_more():
    text = listed({f"licens_{i}": 100 - i for i in range(25)})
    assert text.startswith("licens 0 100, licens 1 99") and text.endswith("licens 19 81, and 5 others")
    assert listed({}) == "none"
