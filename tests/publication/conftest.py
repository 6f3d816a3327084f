"""A made-up dataset of a few rows in every table, put together without reading a text, for the tests of this folder.

What belongs here: the sample and nothing that is tested. Its texts hold characters beyond 16 bits, so that offsets counted
in anything but code points are found out.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from described import STATED, edition_in
from sound_release import full_tables, open_tables, write_release

from pejlemaerker.publication.comparison import DATA
from schemas import EDITIONS, TABLES

Tables = dict[str, pl.DataFrame]
Sample = tuple[Tables, pl.DataFrame]

TITLE, SAID, FIGURE = "Færger sejler 🚢 igen", "Vi sejler i morgen", "12 afgange"
EVIDENCE = {"rule": "sample", "confidence": 0.5}


def _hash(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def _document(name: str, menu: str, comment: str) -> tuple[dict[str, list[dict[str, Any]]], dict[str, str]]:
    """Rows of one document by table, without the columns of the table left null; and its clean text."""
    document = "d" + _hash(name, 16)
    parts = [("navigation", menu), ("title", TITLE)]
    parts += [("paragraph", f"{name}: »{SAID}.« Der er {FIGURE} om dagen."), ("comment", comment)]
    text, segments = "", []
    for ordinal, (kind, words) in enumerate(parts, 1):
        start = len(text) + (1 if text else 0)
        text += ("\n" if text else "") + words
        content = kind in ("title", "paragraph")
        segments.append(
            {
                "document_id": document,
                "segment_id": f"{document}-s{_hash(kind, 12)}",
                "ordinal": ordinal,
                "kind": kind,
                "char_start": start,
                "char_end": len(text),
                "text": words if content else None,
                "is_content": content,
                **EVIDENCE,
            }
        )

    def at(letter: str, words: str, segment: int = 2) -> dict[str, Any]:
        start = text.index(words)
        span = {"char_start": start, "char_end": start + len(words), "text": words}
        place = {"document_id": document, "segment_id": segments[segment]["segment_id"]}
        names = {"q": "quote", "r": "recommendation", "k": "kpi", "i": "initiative", "m": "mention", "a": "affiliation"}
        names["t"] = "theme_word"
        identifier = f"{names[letter]}_id"
        return {identifier: f"{document}-{letter}{_hash(words, 12)}", **place, **span, **EVIDENCE}

    person, quote = "p" + _hash(name, 12), f"{document}-q{_hash(SAID, 12)}"
    inner = at("q", "sejler i morgen") | {"kind": "unmarked", "parent_quote_id": quote}
    rows = {
        "documents": [
            {
                "document_id": document,
                "source_path": f"{name}.txt",
                "format": "text",
                "raw_sha256": _hash("raw" + text, 64),
                "text_sha256": _hash(text, 64),
                "title": TITLE,
                "kind": "news",
                "published": date(2024, 5, 1),
                "published_precision": "day",
                "language": "da",
                "n_chars": len(text),
                "n_words": 14,
                "rights_basis": "quotation",
                "excerpt_share": 0.5,
            }
        ],
        "authors": [
            {"document_id": document, "ordinal": 1, "name": name, "person_id": person, "organisation_id": "m0001"}
        ],
        "segments": segments,
        "quotes": [at("q", SAID) | {"kind": "direct", "speaker_id": person, "organisation_id": "m0001"}, inner],
        "recommendations": [
            at("r", SAID) | {"kind": "modal", "strength": "should", "issuer_id": "m0001", "quote_id": quote}
        ],
        "kpis": [
            at("k", FIGURE)
            | {"kind": "measured", "value": 12.0, "unit": "count", "comparator": "=", "value_as_written": "12"}
            | {"sentence": f"Der er {FIGURE} om dagen.", "organisation_id": "m0001", "quote_id": quote}
        ],
        "initiatives": [
            at("i", "Færger", 1) | {"name": "Færger", "kind": "other", "organisation_id": "m0001"},
        ],
        "mentions": [at("m", name) | {"kind": "person", "surface": name, "actor_id": person}],
        "theme_words": [at("t", "Færger", 1) | {"theme": "private", "entry": "færge", "weight": "weak"}],
        "document_themes": [
            {"document_id": document, "theme": "private", "rank": 1, "words": 1, "entries": 1, "segments": 1}
            | {"in_title": True, "score": 9.5, **EVIDENCE}
        ],
        "people": [{"person_id": person, "name": name}],
        "affiliations": [
            at("a", name)
            | {"surface": name, "role": "kaptajn", "organisation": "Sundby Kommune", "party": "S"}
            | {"person_id": person, "organisation_id": "m0001", "party_id": "m0001"}
        ],
        "positions": [
            {"person_id": person, "organisation_id": "m0001", "role": "kaptajn", "n_documents": 1},
        ],
        "corrections": [
            {"correction_id": "c" + _hash(name, 12), "document_id": document, "table_name": "quotes", "row_id": quote}
            | {"action": "set", "column_name": "speaker", "why": "Hun siger det.", "file_name": "review.toml"}
        ],
        "aliases": [{"actor_id": person, "alias": name, "how": "exact", "n_documents": 1}],
    }
    return rows, {"document_id": document, "clean_text": text}


def _sample(*names: str, menu: str = "Menu", comment: str = "Jeg synes, at det er for sent") -> Sample:
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in DATA}
    texts = []
    for name in names:
        found, text = _document(name, menu, comment)
        texts.append(text)
        for table, items in found.items():
            rows[table] += items
    rows["organisations"] = [{"organisation_id": "m0001", "name": "Sundby Kommune", "kind": "municipality"}]
    rows["themes"] = [
        {"theme": name.lower(), "ordinal": i, "name": name, "name_english": name, "description": "Om færger."}
        for i, name in enumerate(("Private", "Styring", "Tillid"), 1)
    ]
    rows["skipped"] = [{"source_path": "tom.txt", "code": "empty", "reason": "The file is empty."}]
    tables = {name: TABLES[name].frame(TABLES[name].row(**row) for row in items) for name, items in rows.items()}
    return tables, pl.DataFrame(texts, schema={"document_id": pl.String(), "clean_text": pl.String()})


@pytest.fixture(scope="session")
def sample() -> Callable[..., Sample]:
    """A function: tables and clean texts of documents by the names given, with a menu above and a comment below each."""
    return _sample


@pytest.fixture
def tables() -> Tables:
    """Tables of two documents."""
    return _sample("Ane", "Bo")[0]


@pytest.fixture
def texts() -> pl.DataFrame:
    """Clean texts of the same two documents."""
    return _sample("Ane", "Bo")[1]


@pytest.fixture(scope="session", params=EDITIONS)
def described(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """An edition of two documents with all its descriptions, and its folder. Only looked at."""
    folder = tmp_path_factory.mktemp(request.param)
    return request.param, edition_in(folder, _sample("Ane", "Bo")[0], request.param, STATED, database=True)


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the second of two good releases, of two editions each; nobody may change it."""
    outputs = tmp_path_factory.mktemp("good")
    first, second = full_tables(_sample("Ane", "Bo")[0], older=True), full_tables(_sample("Ane", "Bo", "Cai")[0])
    before = write_release(outputs, first, open_tables(first, "Bo", "Ane"), None)
    return write_release(outputs, second, open_tables(second, "Bo", "Ane"), before)
