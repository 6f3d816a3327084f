"""One article in every format that is read: whoever saved it, in whatever program, the same dataset comes out.

What belongs here: that formats agree. The files and the program that wrote them stand in `tests/gold/formats`; what is particular to
one format belongs to the tests of its reader.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pejlemaerker import Reading, read

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "formats"
FILES = sorted(path for path in FOLDER.glob("artikel*") if path.suffix != ".json")
EXPECTED = json.loads((FOLDER / "artikel.expected.json").read_text(encoding="utf-8"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@cache
def reading_of(path: Path) -> Reading:
    reading = read(path)
    assert reading.skipped == [] and reading.document is not None, reading.skipped
    return reading


def content(reading: Reading) -> list[dict[str, Any]]:
    return [row for row in reading.segments if row["is_content"]]


def test_every_format_is_there():
    endings = {path.suffix for path in FILES}
    assert endings == {".txt", ".md", ".html", ".htm", ".mhtml", ".pdf", ".docx", ".odt", ".pptx", ".eml"}
    assert len(FILES) == 18 and EXPECTED["segments"] and EXPECTED["quotes"]


@each_file
def test_the_segments_are_those_of_the_article_and_nothing_around_it(path: Path):
    found = [[row["kind"], row["list_number"], row["section"], row["text"]] for row in content(reading_of(path))]
    assert found == EXPECTED["segments"]


@each_file
def test_only_the_inner_list_is_on_the_second_level(path: Path):
    levels = {row["text"]: row["level"] for row in content(reading_of(path)) if row["kind"] == "list_item"}
    items = [text for kind, _, _, text in EXPECTED["segments"] if kind == "list_item"]
    assert levels == {text: 2 if text in EXPECTED["nested"] else 1 for text in items}


@each_file
def test_the_quotes_are_those_of_the_article(path: Path):
    assert [[row["kind"], row["text"], row["speaker"]] for row in reading_of(path).quotes] == EXPECTED["quotes"]


@each_file
def test_title_date_kind_and_language(path: Path):
    document = reading_of(path).document
    assert document is not None
    found = {name: document[name] for name in ("title", "kind", "language")} | {"published": str(document["published"])}
    assert found == {name: EXPECTED[name] for name in ("title", "kind", "language", "published")}
    assert document["published_precision"] == "day"


@each_file
def test_authors(path: Path):
    found = [{name: row[name] for name in ("name", "role", "organisation")} for row in reading_of(path).authors]
    assert found == EXPECTED["authors"]
