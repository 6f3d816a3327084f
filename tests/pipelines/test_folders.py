"""What may lie in an articles folder beside articles, and how folders may be named: the run ends and says what it skipped."""

from pathlib import Path

import duckdb
from house import House, state

from pejlemaerker.publication.releases import DATABASE
from schemas import PUBLISHED


def test_an_empty_folder_gives_an_empty_dataset(house: House):
    run = house.build()
    assert run.code == 0, run.err
    filled = {table.name for table in PUBLISHED if not house.table(table.name).is_empty()}
    assert filled == {"releases", "quality", "themes"}, "what is told of no document"
    with duckdb.connect(house.latest / DATABASE, read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM quotes_full").fetchone() == (0,)


def test_what_is_no_article_is_skipped_with_a_reason_and_the_rest_published(mess: House):
    assert mess.skipped() == {
        "binary.bin": "binary",
        "blank.txt": "empty",
        "broken.txt": "unreadable",
        "empty.txt": "empty",
        "layout.md": "empty",
        "page.html": "no_text",
        "report.pdf": "broken",
        "same-bytes.txt": "same_bytes",
        "same-text.txt": "same_text",
        "utf16.txt": "encoding",
    }
    assert all(reason.endswith(".") for reason in mess.table("skipped")["reason"])
    assert "skipped binary.bin: " in mess.runs[0].out
    reasons = dict(mess.table("skipped").select("source_path", "reason").iter_rows())
    assert "a.txt" in reasons["same-bytes.txt"] and "a.txt" in reasons["same-text.txt"]


def test_two_articles_of_one_title_and_day_are_two_documents(mess: House):
    documents = mess.table("documents")
    assert documents["source_path"].sort().to_list() == ["a.txt", "same-title.txt"]
    assert documents["document_id"].n_unique() == 2
    for table in ("segments", "quotes", "mentions"):
        assert set(mess.table(table)["document_id"]) == set(documents["document_id"])
    assert (mess.table("quotes")["quote_id"].str.starts_with(mess.table("quotes")["document_id"])).all()


def test_a_mess_that_has_not_changed_is_not_released_again(mess: House):
    before = state(mess.outputs)
    run = mess.build()
    assert run.code == 0 and "Nothing has changed" in run.out and state(mess.outputs) == before


def test_folders_whose_names_look_like_patterns_or_markup_are_built(tmp_path: Path):
    house = House(tmp_path / "ind [b] *", tmp_path / "ud [/b] *")
    house.put("nyt [1].txt")
    run = house.build()
    assert run.code == 0, run.err
    assert house.table("documents")["source_path"].to_list() == ["nyt [1].txt"]
    assert str(tmp_path / "ud [/b] *" / "latest") in run.out.replace("\n", "")


def test_outputs_inside_the_articles_folder_are_not_read_as_articles(house: House):
    inside = House(house.articles, house.articles / "outputs")
    inside.put("nyt.txt")
    assert inside.build().code == 0
    before = state(inside.outputs)
    assert inside.build().code == 0
    assert inside.skipped() == {} and state(inside.outputs) == before
