"""Metadata beside articles, documents of one house, copies and hostile files: what a run makes of them, and what a rerun reads.

What belongs here: what is seen of whole runs. How metadata, house lines and likeness are told belongs to the tests of corpus
and publication.
"""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from house import NEW, READING, House

from pejlemaerker import read
from pejlemaerker.publication.comparison import DATA
from pejlemaerker.publication.releases import DATABASE

FORMATS = Path(__file__).resolve().parents[1] / "gold" / "formats"
STATED = """title = "Et navn som redaktionen gav"
url = "https://strandby.example/nyt?utm_source=brev"
publisher = "Strandby Avis"
published = "2024-03"
licence = "CC BY 4.0"
authors = [{name = "Asger Dal", role = "rektor", organisation = "Strandby Skole"}]
"""


def article(name: str, *lines: str) -> str:
    """An article of its own for each name, with `lines` below."""
    said = [
        f"Rådet i {name} har sagt ja til en plan, som giver lederne på skoler og plejehjem mere tid sammen med deres folk.",
        f"Fra august holder {name} kun møder, når der er noget at beslutte, og dagsordenen bliver sendt ud dagen før.",
        f"Skemaerne i {name} bliver samtidig kortere, og den, der vil indføre et nyt, skal først finde et gammelt at fjerne.",
        f"Planen blev til, efter at fagforeningerne i {name} havde talt timer hos fyrre ledere gennem en hel vinter.",
    ]
    quote = f"- Vi vil gerne tale mere sammen i {name}, siger borgmester Ditte Lyngholm."
    return "\n\n".join([f"Plan giver {name} ro", *said, quote, *lines]) + "\n"


def of_house(name: str, *lines: str) -> str:
    """An article that says on which site it stands."""
    return f"---\nurl: https://avisen.example/{name}\n---\n{article(name, *lines)}"


def beside(site: str, day: int) -> str:
    return f'url = "https://{site}.example/{day}"\npublished = 2024-03-{day:02}\n'


def row(house: House, path: str) -> dict[str, object]:
    return house.table("documents").filter(source_path=path).row(0, named=True)


def lines_of(house: House) -> dict[str, set[str]]:
    """By file the lines that are content."""
    paths = house.table("documents").select("document_id", "source_path")
    content = house.table("segments").filter("is_content").join(paths, on="document_id")
    return {path: set(content.filter(source_path=path)["text"]) for path in paths["source_path"]}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A folder with articles, metadata beside some of them, copies and files that cannot be read; built once."""
    folder = tmp_path_factory.mktemp("shelf")
    house = House(folder / "articles", folder / "outputs")
    for name, content in {
        "stated.txt": NEW,
        "stated.meta.toml": STATED,
        "plain.txt": article("Sundby"),
        "broken.txt": article("Havneby"),
        "broken.txt.meta.toml": 'titel = "Nyt"',
        "2024/gone.meta.toml": 'title = "Nyt"',
        "copy-a.txt": article("Lyngby"),
        "copy-a.meta.toml": beside("sundby", 5),
        "copy-b.txt": article("Lyngby"),
        "copy-b.meta.toml": beside("lyngby", 1),
        "copy-c.txt": article("Lyngby"),
        "copy-c.meta.toml": beside("lyngby", 1),
        "short-a.txt": NEW.replace("Biblioteket", "Museet"),
        "short-a.meta.toml": beside("sundby", 7),
        "short-b.txt": NEW.replace("Biblioteket", "Museet"),
        "short-b.meta.toml": beside("lyngby", 8),
        "locked.docx": b"\xd0\xcf\x11\xe0" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "cut.docx": (FORMATS / "artikel.docx").read_bytes()[:3000],
        "cut.pdf": (FORMATS / "artikel.pdf").read_bytes()[:300],
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"Hej",
        "scripts.html": b"<html><body><script>vis()</script></body></html>",
        "picture.png": b"\x89PNG\r\n\x1a\n",
    }.items():
        house.put(name, content)
    assert house.build().code == 0, house.runs[0].err
    return house


# what is stated


def test_what_is_stated_beside_an_article_is_trusted_over_its_text(shelf: House):
    found = row(shelf, "stated.txt")
    assert (found["title"], found["url"]) == ("Et navn som redaktionen gav", "https://strandby.example/nyt")
    assert (found["publisher"], found["licence"]) == ("Strandby Avis", "CC-BY-4.0")
    assert (found["published"], found["published_precision"]) == (date(2024, 3, 1), "month")
    signed = shelf.table("authors").filter(document_id=found["document_id"])
    assert signed.select("name", "role", "organisation").rows() == [("Asger Dal", "rektor", "Strandby Skole")]
    assert "Biblioteket åbner tidligere" in lines_of(shelf)["stated.txt"]


def test_a_notebook_reads_what_lies_beside_too(shelf: House):
    reading = read(shelf.articles / "stated.txt")
    assert reading.document is not None and reading.document["licence"] == "CC BY 4.0"
    by_policy = {name: reading.document[name] for name in ("licence", "rights_basis", "excerpt_share")}
    assert reading.document == row(shelf, "stated.txt") | {"source_path": "stated.txt"} | by_policy


def test_a_text_with_nothing_beside_it_is_not_touched(shelf: House):
    found = row(shelf, "plain.txt")
    assert (found["title"], found["url"], found["publisher"]) == ("Plan giver Sundby ro", None, None)


def test_metadata_that_cannot_be_used_is_reported_and_its_article_read(shelf: House):
    reasons = dict(shelf.table("skipped").filter(code="metadata").select("source_path", "reason").iter_rows())
    assert set(reasons) == {"broken.txt.meta.toml", "2024/gone.meta.toml"}
    assert "titel" in reasons["broken.txt.meta.toml"] and "No article" in reasons["2024/gone.meta.toml"]
    assert row(shelf, "broken.txt")["title"] == "Plan giver Havneby ro"
    assert all(f"skipped {name}: " in shelf.runs[0].out for name in reasons)


# copies


def test_the_same_file_with_other_metadata_is_a_document_that_repeats_the_first_published(shelf: House):
    first, again = row(shelf, "copy-b.txt"), row(shelf, "copy-a.txt")
    assert first["duplicate_of"] is None and again["duplicate_of"] == first["document_id"] != again["document_id"]
    assert (first["published"], again["published"]) == (date(2024, 3, 1), date(2024, 3, 5))
    long = pl.col("source_path").str.starts_with("short").not_()
    assert shelf.table("documents").filter(long)["duplicate_of"].drop_nulls().len() == 1


def test_the_same_file_repeats_the_first_published_also_when_it_is_short(shelf: House):
    assert row(shelf, "short-b.txt")["duplicate_of"] == row(shelf, "short-a.txt")["document_id"]


def test_the_same_file_with_the_same_metadata_is_one_document(shelf: House):
    assert shelf.skipped()["copy-c.txt"] == "same_bytes"


def test_the_views_leave_out_what_repeats_another(shelf: House):
    again = row(shelf, "copy-a.txt")["document_id"]
    with duckdb.connect(shelf.latest / DATABASE, read_only=True) as connection:
        for name in ("quotes", "recommendations", "kpis"):
            counted = [
                connection.execute(f"SELECT count(*) FROM {table} WHERE document_id = ?", [again]).fetchone()
                for table in (name, f"{name}_full")
            ]
            assert counted[1] == (0,)
            assert name != "quotes" or counted[0] != (0,)
        paths = {path for (path,) in connection.execute("SELECT source_path FROM quotes_full").fetchall()}
    assert paths >= {"broken.txt", "copy-b.txt", "plain.txt", "stated.txt"} and "copy-a.txt" not in paths


# files that cannot be read


def test_files_that_cannot_be_read_cost_nothing_but_themselves(shelf: House):
    skipped = {name: code for name, code in shelf.skipped().items() if "meta" not in name and "copy" not in name}
    assert skipped == {
        "cut.docx": "broken",
        "cut.pdf": "broken",
        "deep.html": "limit",
        "locked.docx": "encrypted",
        "picture.png": "unsupported",
        "scripts.html": "no_text",
    }
    assert all(reason.endswith(".") for reason in shelf.table("skipped")["reason"])
    texts = {path.name for path in shelf.articles.iterdir() if path.suffix == ".txt"} - {"copy-c.txt"}
    assert set(shelf.table("documents")["source_path"]) == texts


# a run after a run


def test_only_the_document_whose_metadata_changed_is_read_again(shelf: House, tmp_path: Path):
    shutil.copytree(shelf.articles, tmp_path / "articles")
    shutil.copytree(shelf.outputs, tmp_path / "outputs", symlinks=True)
    house = House(tmp_path / "articles", tmp_path / "outputs")
    before = house.table("documents")
    house.put("stated.meta.toml", STATED.replace("redaktionen gav", "avisen gav"))
    run = house.build()
    assert run.code == 0 and run.read_now == dict.fromkeys(READING, 1)
    assert row(house, "stated.txt")["title"] == "Et navn som avisen gav"
    others = pl.col("source_path") != "stated.txt"
    assert house.table("documents").filter(others).equals(before.filter(others))


FAULTS = {
    "sidecar nests": ("nyt.meta.toml", "title = " + "[" * 5000),
    "sidecar has a number": ("nyt.meta.toml", "published = 0x" + "9" * 5000),
    "sidecar has a telephone number": ("nyt.meta.toml", 'title = "Ring på tlf. 55 55 43 21"'),
    "front matter has half a character": ("andet.txt", f'---\ntitle: "Nyt \\ud800 fra"\n---\n{article("Lyngby")}'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_odd_metadata_costs_nothing_but_itself(house: House, fault: str):
    house.put("nyt.txt")
    house.put(*FAULTS[fault])
    run = house.build()
    assert run.code == 0, run.err
    assert "nyt.txt" in house.table("documents")["source_path"]


NOTE = "Avisen er uafhængig og lever af dem, der læser den hver dag."
REPLY = "Vi retter gerne fejl, så skriv til os, hvis du finder en i avisen."


def test_lines_of_a_house_are_told_from_all_its_documents_and_only_those_they_stand_in_are_read_again(house: House):
    house.put("strandby.txt", of_house("Strandby", NOTE, REPLY))
    house.put("sundby.txt", of_house("Sundby", NOTE, REPLY))
    house.put("havneby.txt", of_house("Havneby", NOTE))
    house.put("andet.txt", article("Lyngby", NOTE, REPLY))
    assert house.build().code == 0, house.runs[0].err
    before = {table.name: house.table(table.name) for table in DATA}
    lines = lines_of(house)
    assert [name for name, found in lines.items() if NOTE in found] == ["andet.txt"], "it stands in no house"
    assert {name for name, found in lines.items() if REPLY in found} == {"andet.txt", "strandby.txt", "sundby.txt"}

    house.put("bakkeby.txt", of_house("Bakkeby", REPLY))
    run = house.build()
    assert run.code == 0 and run.read_now == dict.fromkeys(READING, 3) | {"clean": 1}
    assert [name for name, found in lines_of(house).items() if REPLY in found] == ["andet.txt"]
    told = house.table("segments").filter(rule="house_line")
    assert set(told["kind"]) == {"navigation"} and told["text"].null_count() == told.height == 6

    (house.articles / "bakkeby.txt").unlink()
    run = house.build()
    assert run.code == 0 and set(run.read_now.values()) == {0}
    assert all(house.table(name).equals(rows) for name, rows in before.items())
