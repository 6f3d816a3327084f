"""The list of Danish number words: every one is read, and what docs/quantities.md says of other readers is counted here."""

from collections import Counter
from pathlib import Path

import pytest

from pejlemaerker.danish.numbers import number
from pejlemaerker.danish.quantities import quantities

LIST = Path(__file__).with_name("number_words.tsv")
DOCS = Path(__file__).parents[2] / "docs" / "quantities.md"
ROWS = [
    tuple(line.split("\t"))
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
# What stands alone as a number, without the words around it.
ALONE = {
    "one word", "tens joined", "tens apart", "old twenties", "hundreds and thousands", "long words", "millions and more",
    "halves and quarters", "dozens and scores",
}  # fmt: skip


def _marked(sentence: str) -> str:
    return sentence.split("{")[1].split("}")[0] if "{" in sentence else ""


def test_the_list_is_sound() -> None:
    assert len(ROWS) >= 250
    assert all(len(row) == 5 for row in ROWS)
    assert max(Counter(row[0] for row in ROWS).values()) == 1
    assert all(("{" in row[0]) == (row[1] != "-") for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_number_of_every_sentence_is_read(row: tuple[str, ...]) -> None:
    sentence, value = row[:2]
    text = sentence.replace("{", "").replace("}", "")
    found = quantities(text)
    assert [q.value for q in found] == ([] if value == "-" else [pytest.approx(float(value), abs=1e-9)])
    assert all(_marked(sentence) in text[q.start : q.end] for q in found)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[2] in ALONE and not any(map(str.isdigit, row[0]))], ids=lambda row: row[0]
)
def test_the_words_alone_are_read_too(row: tuple[str, ...]) -> None:
    assert number(_marked(row[0])) == float(row[1])


def _right(row: tuple[str, ...], reading: str) -> bool:
    if row[1] == "-" or reading == "-":
        return row[1] == reading
    if ";" in reading or "…" in reading:
        return False
    values = [float(part) for part in reading.split("|")]
    shares = [round(100 * value, 1) for value in values] if row[2] == "fractions" else []
    return float(row[1]) in values + shares


def _line(ground: str, rows: list[tuple[str, ...]]) -> str:
    cells = [ground, str(len(rows))]
    for column in (3, 4):
        asked = [row for row in rows if row[column] != "."]
        cells.append(f"{sum(_right(row, row[column]) for row in asked)} of {len(asked)}" if asked else "")
    return f"| {' | '.join(cells)} |".replace("  ", " ")


def test_the_table_in_the_docs_is_the_list_counted() -> None:
    grounds = list(dict.fromkeys(row[2] for row in ROWS))
    lines = [_line(ground, [row for row in ROWS if row[2] == ground]) for ground in grounds]
    docs = DOCS.read_text(encoding="utf-8").splitlines()
    assert [line for line in [*lines, _line("all", ROWS)] if line not in docs] == []


def _examples() -> list[list[str]]:
    lines = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    rows = [[cell.strip(" `") for cell in line.strip("| ").split("|")] for line in lines]
    return [row for row in rows if len(row) == 6]


@pytest.mark.parametrize("row", _examples(), ids=lambda row: row[0])
def test_the_examples_in_the_docs_hold(row: list[str]) -> None:
    (q,) = quantities(row[0])
    value = f"{q.value:.12g}" + (f"–{q.value_high:.12g}" if q.value_high is not None else "")
    assert [row[0][q.start : q.end], value, q.unit, q.comparator, q.form] == row[1:]


def test_the_docs_have_examples() -> None:
    assert len(_examples()) >= 8
