"""Gold files that cannot be used are told of with the place and what is wrong; sets are found, not listed."""

import json
from pathlib import Path
from typing import Any

import pytest
from made_gold import ARTICLE, content, kpi, quote, recommendation, write_set

from pejlemaerker.evaluation.gold import Gold, GoldError
from pejlemaerker.evaluation.sets import GoldSet, NoGoldError, own_sets, paired
from pejlemaerker.storage.sources import NoArticlesError

ROOT = Path(__file__).resolve().parents[2]


def lacking(key: str) -> dict[str, Any]:
    return {name: value for name, value in content().items() if name != key}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("{", "no valid JSON, line 1"),
        ([], "it is no object"),
        (lacking("quotes"), "quotes is missing"),
        (lacking("document"), "document is missing"),
        (content(document={"title": None}), "document.published is missing"),
        (content(document=content()["document"] | {"kind": "novelle"}), "document.kind is 'novelle', not one of news,"),
        (content(document=content()["document"] | {"authors": ["Ditte"]}), r"document.authors\[0\] is no object"),
        (content(noise=[4]), r"noise\[0\] is no text"),
        (content(quotes={}), "quotes is not a list"),
        (content(quotes=[quote(kind="shouted")]), r"quotes\[0\].kind is 'shouted', not one of direct, unmarked"),
        (content(quotes=[quote(kind="?")]), r"quotes\[0\].kind is '\?'"),
        (content(quotes=[quote(speaker=3)]), r"quotes\[0\].speaker is not a text or null"),
        (content(quotes=[quote(optional="yes")]), r"quotes\[0\].optional is neither true nor false"),
        (
            content(quotes=[quote(affiliations=[{"role": None}])]),
            r"quotes\[0\].affiliations\[0\].organisation is missing",
        ),
        (content(recommendations=[recommendation("x", strength="maybe")]), "strength is 'maybe', not one of must"),
        (content(kpis=[kpi("syv", "7")]), r"kpis\[0\].value is not a number"),
        (content(kpis=[kpi("syv", 7, comparator="≈")]), r"kpis\[0\].comparator is '≈'"),
        (content(initiatives=[{"name": "Vi Lytter"}]), r"initiatives\[0\].organisation is missing"),
    ],
)
def test_a_faulty_file_is_told_of_with_the_place(tmp_path: Path, value: object, said: str):
    path = tmp_path / "artikel.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"artikel\.json: .*{said}"):
        Gold.read(path)


def test_a_good_file_is_read_and_may_hold_more_than_is_asked(tmp_path: Path):
    path = tmp_path / "artikel.json"
    path.write_text(json.dumps(content(more=[1], quotes=[quote(party="X", note="y")])), encoding="utf-8")
    read = Gold.read(path)
    assert (read.stem, read.document["kind"], len(read.tables["quotes"])) == ("artikel", "news", 1)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path):
    articles, gold = write_set(
        tmp_path, {"a.txt": ARTICLE, "b.txt": ARTICLE}, {"a.json": "{", "b.json": lacking("kpis")}
    )
    with pytest.raises(GoldError) as told:
        paired(GoldSet("sæt", articles, gold))
    assert len(told.value.faults) == 2
    assert len(str(GoldError(["x"] * 100)).splitlines()) < 30


def test_articles_and_gold_are_paired_by_name(tmp_path: Path):
    articles = {"b.txt": ARTICLE, "a.html": ARTICLE, "a.meta.toml": "url = 'x'", "c.md": ARTICLE}
    golds = {"a.json": content(), "b.json": content(), "d.json": content(), "notes.md": "intet"}
    found = paired(GoldSet("sæt", *write_set(tmp_path, articles, golds)))
    assert [(item.name, item.gold.stem) for item in found.documents] == [("sæt/a.html", "a"), ("sæt/b.txt", "b")]
    assert found.alone == ["d.json"]


@pytest.mark.parametrize(
    ("articles", "golds", "error", "said"),
    [
        ({"a.txt": ARTICLE}, {"b.json": content()}, NoGoldError, "No article in .* has the name of a gold file"),
        ({}, {"b.json": content()}, NoGoldError, "No article in .* has the name of a gold file"),
        ({"a.txt": ARTICLE}, {"notes.md": ""}, NoGoldError, "holds no gold files"),
        (
            {"a.txt": ARTICLE, "a.md": ARTICLE},
            {"a.json": content()},
            GoldError,
            r"a\.json: a.md and a.txt have this name",
        ),
    ],
)
def test_folders_that_do_not_belong_together_are_told_of(
    tmp_path: Path, articles: dict[str, str], golds: dict[str, Any], error: type[ValueError], said: str
):
    chosen = GoldSet("sæt", *write_set(tmp_path, articles, golds))
    with pytest.raises(error, match=said):
        paired(chosen)


def test_folders_that_are_not_there_are_told_of(tmp_path: Path):
    articles, gold = write_set(tmp_path, {"a.txt": ARTICLE}, {"a.json": content()})
    with pytest.raises(NoGoldError, match=r"There is no folder .*mangler.* --gold"):
        paired(GoldSet("sæt", articles, tmp_path / "mangler"))
    with pytest.raises(NoArticlesError, match=r"no folder .*mangler.* --articles"):
        paired(GoldSet("sæt", tmp_path / "mangler", gold))


def test_the_sets_of_a_project_are_found(tmp_path: Path):
    for name in (
        "articles",
        "tests/gold/later/articles",
        "tests/gold/later/gold",
        "tests/gold/articles",
        "tests/gold/x",
    ):
        (tmp_path / name).mkdir(parents=True)
    with pytest.raises(NoGoldError, match="--gold and --articles"):
        own_sets(tmp_path / "articles")
    (tmp_path / "tests/gold/articles/a.json").write_text("{}")
    (tmp_path / "tests/gold/x/a.json").write_text("{}")
    assert [(item.name, item.articles) for item in own_sets(tmp_path)] == [
        ("articles", tmp_path / "articles"),
        ("later", tmp_path / "tests/gold/later/articles"),
    ]


def test_the_gold_of_this_project_can_be_used():
    found = {item.name: paired(item) for item in own_sets(ROOT)}
    assert {"articles", "held_out"} <= set(found)
    assert all(item.documents and not item.alone for item in found.values())
