"""The data dictionary: the one in the repository is of these tables, and nothing in them is undocumented."""

from dataclasses import replace
from pathlib import Path

import pytest

from pejlemaerker.publication.descriptions.dictionary import PATH, dictionary, undocumented
from schemas import PUBLISHED, TABLES, Column, Table

ROOT = Path(__file__).resolve().parents[2]
KPIS = TABLES["kpis"]


def test_the_dictionary_in_the_repository_is_the_one_of_these_tables():
    there = (ROOT / PATH).read_text(encoding="utf-8")
    assert there == dictionary(), "Run: python -m pejlemaerker.publication.descriptions.dictionary"


def test_nothing_is_undocumented():
    assert undocumented(TABLES.values()) == []


@pytest.mark.parametrize("text", ["", " ", "No full stop", " Blank in front.", "Two\nlines."])
def test_what_is_undocumented_is_named(text: str):
    column = Column("mystery", "text", text)
    found = undocumented([replace(KPIS, columns=(column,)), Table("empty", text, ("a",), ())])
    assert len(found) == 2 and found[0].startswith("kpis.mystery has ") and found[1].startswith("empty has ")


def test_every_table_and_column_has_a_line_with_what_may_stand_in_it():
    lines = dictionary().splitlines()
    for table in PUBLISHED:
        assert f"## {table.name}" in lines
        for column in table.columns:
            assert any(line.startswith(f"| `{column.name}` | {column.type} |") for line in lines), column.name
    kind = next(line for line in dictionary([KPIS]).splitlines() if line.startswith("| `kind`"))
    assert all(f"`{value}`" in kind for value in KPIS.column("kind").enum)
