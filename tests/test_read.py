"""`pejlemaerker.read`: one document from path, bytes or text, in a notebook.

What belongs here: what goes in and what shape comes out. How well it is read belongs to the tests of corpus and extraction.
"""

from dataclasses import fields
from pathlib import Path

import pytest

import pejlemaerker
from pejlemaerker import read
from schemas import TABLES

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
TEXT = """Havnen får nyt lys

Af Ditte Lyngholm

4. maj 2023

Sundby Kommune sætter 40 nye lamper op på havnen 🚢, fortæller borgmesteren.

- Vi vil gerne kunne se hinanden, når det er mørkt, siger Ditte Lyngholm.
"""
EXTRACTED = ("mentions", "affiliations", "quotes", "recommendations", "kpis", "initiatives", "theme_words")
each_article = pytest.mark.parametrize("path", sorted(ARTICLES.iterdir()), ids=lambda path: path.stem)


def rows(reading: pejlemaerker.Reading) -> dict[str, list]:
    return {name: getattr(reading, name) for name in (*EXTRACTED, "authors", "segments", "skipped")}


def test_path_text_and_bytes_are_read_alike(tmp_path: Path):
    path = tmp_path / "lys.txt"
    path.write_text(TEXT, encoding="utf-8")
    by_path = read(path)
    assert by_path == read(str(path)) == read(TEXT, name="lys.txt") == read(TEXT.encode(), name="lys.txt")
    assert by_path.document is not None and by_path.document["title"] == "Havnen får nyt lys"
    assert by_path.quotes and by_path.skipped == []


def test_the_name_is_the_source_path_of_the_document(tmp_path: Path):
    path = tmp_path / "lys.txt"
    path.write_text(TEXT, encoding="utf-8")
    paths = [read(path), read(path, name="2023/andet.txt"), read(TEXT), read(TEXT.encode())]
    assert [reading.document and reading.document["source_path"] for reading in paths] == [
        "lys.txt",
        "2023/andet.txt",
        "text",
        "text",
    ]


@each_article
def test_rows_have_the_columns_of_the_schemas_and_stand_at_their_spans(path: Path):
    reading = read(path)
    assert reading.document is not None and list(reading.document) == TABLES["documents"].names
    segments = {row["segment_id"]: row for row in reading.segments}
    for name, found in rows(reading).items():
        for row in found:
            assert list(row) == TABLES[name].names
            if "char_start" in row:
                there = reading.clean_text[row["char_start"] : row["char_end"]]
                assert row["text"] == there if row["text"] is not None else not row["is_content"]
            if name in EXTRACTED:
                around = segments[row["segment_id"]]
                assert around["is_content"]
                assert around["char_start"] <= row["char_start"] < row["char_end"] <= around["char_end"]


@each_article
def test_segments_cover_the_text_in_order_and_each_row_is_named_once(path: Path):
    reading = read(path)
    spans = [(row["char_start"], row["char_end"]) for row in reading.segments]
    assert spans == sorted(spans)
    gaps = [reading.clean_text[end:start] for (_, end), (start, _) in zip([(0, 0), *spans], spans, strict=False)]
    assert "".join(gaps).strip() == "" and spans[-1][1] == len(reading.clean_text)
    for name in EXTRACTED:
        identifiers = [row[f"{name[:-1]}_id"] for row in getattr(reading, name)]
        assert len(set(identifiers)) == len(identifiers)


def test_reading_twice_gives_the_same_rows():
    path = sorted(ARTICLES.iterdir())[0]
    assert read(path) == read(path)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"---\n\n***\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3", "broken"),
        (b"PK\x03\x04....", "broken"),
        (b"<!DOCTYPE html><html><script>1</script>", "no_text"),
        (b"\xff\xfeh", "encoding"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_a_reason(content: bytes, code: str):
    reading = read(content, name="fil.txt")
    assert reading.document is None and reading.clean_text == ""
    assert not any(found for name, found in rows(reading).items() if name != "skipped")
    (row,) = reading.skipped
    assert list(row) == TABLES["skipped"].names
    assert (row["source_path"], row["code"]) == ("fil.txt", code) and row["reason"].endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_letters_are_read_in_the_encodings_that_are_met(encoding: str):
    text = TEXT.replace(" 🚢", "")
    assert read(text.encode(encoding)).clean_text == read(text).clean_text


@pytest.mark.parametrize("text", ["Ledelse", "", "a" * 300, "Vi bør tale sammen. " * 50, "nul\x00tegn"])
def test_a_text_on_one_line_is_read_as_text_whatever_its_length(text: str):
    reading = read(text)
    assert (reading.document is None) == bool(reading.skipped)


def test_a_file_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "mangler.txt")


def test_the_package_offers_read_and_the_shape_of_what_it_gives():
    assert set(pejlemaerker.__all__) == {"Reading", "read"}
    assert {field.name for field in fields(pejlemaerker.Reading)} >= {"document", "clean_text", *EXTRACTED, "skipped"}
    with pytest.raises(AttributeError, match="findes_ikke"):
        _ = pejlemaerker.findes_ikke
