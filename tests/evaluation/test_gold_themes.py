"""Themes beside gold: hits, misses, false ones, those in doubt, and documents in which nobody looked for them."""

import json
from pathlib import Path
from typing import Any

import pytest
from made_gold import content, gold, reading

from pejlemaerker.evaluation.comparing import Compared, compare
from pejlemaerker.evaluation.figures import figures, words
from pejlemaerker.evaluation.gold import Gold, GoldError
from pejlemaerker.evaluation.measures import measures
from pejlemaerker.evaluation.reliability import outcomes, reliability
from pejlemaerker.evaluation.report import findings, report
from pejlemaerker.evaluation.tables import tables
from schemas import DOCUMENT_THEMES

THEMES = "document_themes"


def theme(name: str, rank: int) -> dict[str, Any]:
    return DOCUMENT_THEMES.row(theme=name, rank=rank, rule="theme.text", confidence=0.8)


def compared(asked: list[str] | None, found: list[str], in_doubt: tuple[str, ...] = ()) -> Compared:
    keys = {} if asked is None else {"themes": asked, "themes_in_doubt": list(in_doubt)}
    rows = [theme(name, rank) for rank, name in enumerate(found, 1)]
    return compare("a.txt", gold(quotes=[], **keys), reading(document_themes=rows))


def of(documents: list[Compared], kind: str | None = None) -> tuple[int, int, int]:
    (found,) = [
        item for item in measures(documents) if (item.table, item.kind, item.document_kind) == (THEMES, kind, None)
    ]
    return found.hit, found.missed, found.false


def test_themes_are_paired_by_name():
    document = compared(["styring", "tillid", "private"], ["styring", "kvalitet", "private"])
    assert of([document]) == (2, 1, 1)
    assert of([document], "styring") == (1, 0, 0)
    assert of([document], "tillid") == (0, 1, 0)
    assert of([document], "kvalitet") == (0, 0, 1)


def test_a_theme_in_doubt_is_neither_required_nor_wrong():
    assert of([compared(["styring"], ["styring", "tillid"], ("tillid", "private"))]) == (1, 0, 0)


def test_a_document_in_which_nobody_looked_for_themes_is_not_counted_and_one_without_any_is():
    assert of([compared(None, ["styring"])]) == (0, 0, 0)
    assert of([compared([], ["styring"])]) == (0, 0, 1)


def test_the_most_prominent_theme_is_compared():
    document = compared(["styring", "tillid"], ["tillid", "styring"])
    right = [field.right for item in document.items for field in item.fields if field.name == "first"]
    assert right == [False, False]
    fields = [field for item in compared(["styring"], ["styring"]).items for field in item.fields]
    assert [(field.name, field.right) for field in fields] == [("first", True)]


def test_findings_figures_tables_and_reliability_know_themes():
    documents = [compared(["styring"], ["tillid"]), compared(["styring"], ["styring"])]
    assert [(item.what, item.kind, item.rule) for item in findings(documents)] == [
        ("miss", "styring", None),
        ("false", "tillid", "theme.text"),
    ]
    told = {figure.measure: figure for figure in figures(report("worked_on", documents))}
    assert told[f"{THEMES}.f1"].value == 0.5 and told[f"{THEMES}.f1"].n == 2
    assert told[f"{THEMES}.styring.recall"].value == 0.5
    assert "have too" in words(f"{THEMES}.precision", "worked_on")
    assert any(
        column.header == THEMES
        for table in tables(report("x", documents), by_document_kind=True)
        for column in table.columns
    )
    (found,) = [item for item in reliability(outcomes(documents)) if item.table == THEMES]
    assert found.rows == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"themes": "styring"}, "themes is not a list"),
        ({"themes": ["vejret"]}, "themes holds 'vejret', not one of"),
        ({"themes": ["styring", "styring"]}, "themes holds 'styring', which stands there already"),
        (
            {"themes": ["styring"], "themes_in_doubt": ["styring"]},
            "themes_in_doubt holds 'styring', which stands there",
        ),
    ],
)
def test_faulty_themes_are_told_of(tmp_path: Path, changed: dict[str, Any], said: str):
    path = tmp_path / "artikel.json"
    path.write_text(json.dumps(content(**changed)), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"artikel\.json: .*{said}"):
        Gold.read(path)
