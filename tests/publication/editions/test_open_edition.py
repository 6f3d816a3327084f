"""The open edition: private persons are nowhere in it, public ones are, and it keeps its schema, keys and spans."""

from collections.abc import Callable

import polars as pl
import pytest
from made_articles import ARTICLES

from pejlemaerker.publication import integrity
from pejlemaerker.publication.dataset import TEXTS, Dataset, Tables
from pejlemaerker.publication.editions import Edition
from pejlemaerker.publication.policy.rights import Grant, Rights, Rule
from schemas import PUBLISHED, published
from schemas.validation import validate

Read = Callable[..., Dataset]
EVERYTHING = Rights(default=Grant("licence", "MIT", full_text=True))


def edition(dataset: Dataset, name: str, rights: Rights = EVERYTHING) -> Tables:
    made = Edition(dataset, name, rights)
    parts = [made.part(documents) for documents in dataset.ranges()]
    return {table: pl.concat([part[table] for part in parts]) for table in parts[0]} | made.rest()


def words(tables: Tables) -> str:
    columns = [frame[name] for frame in tables.values() for name, dtype in frame.schema.items() if dtype == pl.String()]
    return "\n".join(value for column in columns for value in column.drop_nulls())


@pytest.mark.parametrize("name", ["full", "open"])
@pytest.mark.parametrize("rights", [EVERYTHING, Rights(), Rights(default=Grant("none"))])
def test_an_edition_passes_all_checks_as_itself(read: Read, name: str, rights: Rights):
    tables = edition(read(ARTICLES), name, rights)
    assert not [fault for faults in integrity.faults(Dataset.of(tables), name).values() for fault in faults]
    for table in published(name):
        if table.name in tables:
            validate(table, tables[table.name])


def test_private_persons_are_not_in_the_open_edition(read: Read):
    dataset = read(ARTICLES)
    full, opened = words(edition(dataset, "full")), words(edition(dataset, "open"))
    for name in ("Solvej", "Tangberg", "Ragnvald", "Skovlyst", "glemt i systemet"):
        assert name in full, name
        assert name not in opened, name


def test_those_in_office_and_journalists_are(read: Read):
    opened = edition(read(ARTICLES), "open")
    assert {"Hakon Birkemose", "Torkil Enghave", "Yrsa Damkær"} <= set(opened["people"]["name"])
    assert "Trine Mølholm" in opened["authors"]["name"].to_list()
    assert "Torkil Enghave" in opened["quotes"]["speaker"].to_list()


def test_the_words_of_a_letter_by_a_private_person_stay_out_whatever_its_licence(read: Read):
    opened = edition(read(ARTICLES), "open")
    letter = opened["documents"].filter(kind="opinion").row(0, named=True)
    assert opened["segments"].filter(document_id=letter["document_id"])["text"].drop_nulls().is_empty()
    assert letter["excerpt_share"] < 0.2


def test_a_patient_is_private_there_though_a_director_elsewhere(read: Read):
    elsewhere = "Nyt\n\nDirektør Solvej Tangberg fra Brombæk Kommune siger, at alle bør læse mere.\n"
    opened = edition(read({**ARTICLES, "nyt.txt": elsewhere}), "open")
    texts = dict(
        opened[TEXTS].join(opened["documents"], on="document_id").select("source_path", "clean_text").iter_rows()
    )
    assert "Solvej Tangberg" in texts["nyt.txt"]


def test_paths_and_addresses_do_not_name_private_persons(read: Read):
    moved = {"nyhed-solvej-tangberg-ventede.txt": NEWS_WITH_ADDRESS, **ARTICLES}
    opened = edition(read(moved), "open")
    assert "tangberg" not in words(opened).casefold()


NEWS_WITH_ADDRESS = "---\nurl: https://avis.example/solvej-tangberg-ventede\n---\n" + ARTICLES["nyhed.txt"].replace(
    "20 dage", "25 dage"
)


def test_files_that_were_not_read_are_not_named(read: Read):
    opened = edition(read({**ARTICLES, "Ragnvald Skovlyst ansøgning.txt": ""}), "open")
    assert opened["skipped"].height == 1
    assert "Skovlyst" not in words(opened)


def test_a_document_that_repeats_another_gives_no_words_of_its_own(read: Read):
    copy = "---\nurl: https://avis.example/kopi\n---\n" + ARTICLES["pressemeddelelse.txt"]
    opened = edition(read({**ARTICLES, "kopi.txt": copy}), "open", Rights())
    repeated = opened["documents"].drop_nulls("duplicate_of")["document_id"].to_list()
    assert repeated
    for table in PUBLISHED:
        if table.has_span:
            rows = opened[table.name].filter(pl.col("document_id").is_in(repeated))
            assert rows["text"].drop_nulls().is_empty()


def test_nothing_is_published_where_there_is_no_basis(read: Read):
    rights = Rights((Rule(Grant("none"), {"kind": ("press_release",)}),), EVERYTHING.default)
    opened = edition(read(ARTICLES), "open", rights)
    document = opened["documents"].filter(rights_basis="none")["document_id"][0]
    for table in (item for item in published("open") if item.name in opened):
        for column in (item for item in table.columns if item.excerpt):
            assert opened[table.name].filter(document_id=document)[column.name].drop_nulls().is_empty()
    assert opened["kpis"].filter(document_id=document).height


def test_the_same_dataset_gives_the_same_rows(read: Read):
    dataset = read(ARTICLES)
    first, second = edition(dataset, "open", Rights()), edition(dataset, "open", Rights())
    assert all(first[name].equals(second[name]) for name in first)


def test_there_is_no_third_edition(read: Read):
    with pytest.raises(ValueError, match="there are full, open"):
        Edition(read(ARTICLES), "secret", Rights())
