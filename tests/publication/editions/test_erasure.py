"""Erasure: what is on the list is in no byte of what is published, and a rerun does not bring it back."""

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from made_articles import ARTICLES, LETTER

from pejlemaerker.publication import integrity
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.policy.erasures import NONE, Erasures
from schemas import PUBLISHED

Read = Callable[..., Dataset]
LIST = Erasures(key=b"a key of the tests")


def everything(dataset: Dataset) -> str:
    """All that any table holds, as text."""
    tables = [dataset.whole(table.name) for table in PUBLISHED if table.name in dataset.tables]
    return json.dumps([frame.cast(pl.String, strict=False).to_dicts() for frame in tables], ensure_ascii=False)


def faults(dataset: Dataset) -> list[str]:
    return [fault for found in integrity.faults(dataset).values() for fault in found]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hakon Birkemose", ("Hakon", "Birkemose", "ned på 20 dage")),
        ("solvej  TANGBERG", ("Solvej", "Tangberg", "glemt i systemet")),
        ("Trine Mølholm", ("Trine", "Mølholm")),
        ("Torkil Enghave", ("Torkil", "Enghave", "fjerne 30 skemaer")),
    ],
)
def test_nothing_of_an_erased_person_is_left(read: Read, name: str, words: tuple[str, ...]):
    before, after = everything(read(ARTICLES)), read(ARTICLES, LIST.with_person(name))
    for part in words:
        assert part in before, part
        assert part not in everything(after), part
    assert faults(after) == []


def test_others_stay_when_one_is_erased(read: Read):
    people = read(ARTICLES, LIST.with_person("Hakon Birkemose")).whole("people")["name"].to_list()
    assert {"Torkil Enghave", "Yrsa Damkær", "Solvej Tangberg"} <= set(people)


def test_an_opinion_that_an_erased_person_signed_goes_and_is_not_told(read: Read):
    after = read(ARTICLES, LIST.with_person("Ragnvald Skovlyst"))
    assert "opinion" not in after.whole("documents")["kind"].to_list()
    (row,) = after.whole("skipped").to_dicts()
    assert row["code"] == "erased"
    assert row["source_path"].startswith("erased/")
    assert "debat" not in everything(after)


@pytest.mark.parametrize("by", ["document_id", "url", "text_sha256", "raw_sha256"])
def test_an_erased_document_stays_away_with_what_repeats_its_text(read: Read, by: str):
    named = {"kopi.txt": "---\nurl: https://avis.example/debat\n---\n" + LETTER, **ARTICLES}
    document = read(named).whole("documents").filter(source_path="kopi.txt")[by][0]
    for _ in range(2):
        after = read(named, LIST.with_document([document]))
        assert after.whole("documents").height == 2
        assert "140 beboere" not in everything(after)
        assert set(after.whole("skipped")["code"]) == {"erased"}
        assert faults(after) == []


def test_a_file_name_and_a_note_of_a_file_do_not_name_an_erased_person(read: Read):
    files = {
        "torkil-enghave.txt": ARTICLES["pressemeddelelse.txt"],
        "Torkil Enghave tom.txt": "",
        "igen.txt": LETTER,
        "debat.txt": LETTER,
    }
    after = read(files, LIST.with_person("Torkil Enghave").with_person("Ragnvald Skovlyst"))
    told = everything(after).casefold()
    assert "enghave" not in told
    assert "torkil" not in told
    assert "debat.txt" not in told


def test_the_hash_of_a_masked_text_is_not_that_of_the_whole(read: Read):
    before, after = (
        read(ARTICLES, erased).whole("documents") for erased in (NONE, LIST.with_person("Hakon Birkemose"))
    )
    both = before.join(after, on="document_id")
    changed = both.filter(pl.col("text_sha256") != pl.col("text_sha256_right"))["source_path"].to_list()
    assert changed == ["nyhed.txt"]


def test_an_empty_list_changes_nothing(read: Read, tmp_path: Path):
    assert everything(read(ARTICLES, LIST)) == everything(read(ARTICLES))
    assert tmp_path.is_dir()
