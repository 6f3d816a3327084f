"""The index of the search: every row can be found by whose it is, what it is and its words; the same bytes each time; nothing withheld."""

import gzip
import json
import shutil
import struct
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from built_site import Built

from pejlemaerker.publication.policy.about import read_about
from pejlemaerker.publication.site import write_site
from pejlemaerker.publication.site.search import FOLDER
from pejlemaerker.publication.site.search.columns import Columns
from pejlemaerker.publication.site.search.packing import Bundle

CODES = {"u8": "B", "u16": "H", "u32": "I"}


def unpacked(path: Path) -> dict[str, Any]:
    """What a file of the index holds, read as its description says and not as the program does."""
    content = gzip.decompress(path.read_bytes())
    (length,) = struct.unpack_from("<I", content)
    head = json.loads(content[4 : 4 + length])
    at = 4 + length
    for name, kind, n in head["arrays"]:
        head[name] = struct.unpack_from(f"<{n}{CODES[kind]}", content, at)
        at += -(-struct.calcsize(f"<{n}{CODES[kind]}") // 4) * 4
    assert at == len(content)
    return head


@dataclass(frozen=True)
class Index:
    """An index as a browser reads it."""

    folder: Path

    @cached_property
    def start(self) -> dict[str, Any]:
        return dict(json.loads((self.folder / "index.json").read_text("utf-8")))

    @cached_property
    def columns(self) -> dict[str, Any]:
        return unpacked(self.folder / "columns.bin")

    def all(self, kind: str) -> list[dict[str, Any]]:
        return [unpacked(self.folder / kind / f"{n}.bin") for n in range(len(list((self.folder / kind).iterdir())))]

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """Each record with what facets say of it."""
        values, found = self.columns["values"], []
        for record, shown in enumerate(row for file in self.all("records") for row in file["records"]):
            document = self.columns["document"][record]
            about = next(file["documents"][str(document)] for file in self.all("records")[record // 128 :])
            names = {
                name: ([None, *values[name]])[self.columns[name][record]]
                for name in ("speaker", "role", "organisation")
            }
            themes = {theme for bit, theme in enumerate(values["theme"]) if self.columns["themes"][document] >> bit & 1}
            kinds = {
                "kind": values["kind"][self.columns["kind"][record]],
                "text_kind": values["text_kind"][self.columns["text_kind"][document]],
            }
            found.append(
                {
                    **shown,
                    **names,
                    **kinds,
                    "themes": themes,
                    "date": self.columns["date"][document],
                    "document_id": about[0],
                }
            )
        return found

    def postings(self, word: str) -> dict[int, int]:
        """By record how much it is about `word`."""
        term = dict(pair for file in self.all("words") for pair in zip(file["words"], file["terms"], strict=True)).get(
            word
        )
        for file in self.all("terms") if term else ():
            if 0 <= (place := term - file["first"]) < len(file["n"]):
                start, record, found = sum(file["n"][:place]), 0, {}
                for at in range(start, start + file["n"][place]):
                    record += file["steps"][at]
                    found[record] = file["impacts"][at]
                return found
        return {}


@pytest.fixture(scope="module")
def index(built: Built, edition: str) -> Index:
    return Index(built.site(edition) / FOLDER)


def table(built: Built, edition: str, name: str) -> pl.DataFrame:
    whole = pl.read_parquet(built.edition(edition) / f"parquet/{name}.parquet")
    documents = pl.read_parquet(built.edition(edition) / "parquet/documents.parquet").filter(
        pl.col("duplicate_of").is_null()
    )
    return whole.join(documents, on="document_id", how="semi") if "document_id" in whole.columns else whole


def test_every_row_of_every_kind_can_be_found_and_no_repeated_document(
    built: Built, edition: str, index: Index
) -> None:
    found = sorted((row["kind"], row.get("row_id", row["document_id"])) for row in index.records)
    keys = {
        "document": "document",
        "quote": "quote",
        "recommendation": "recommendation",
        "kpi": "kpi",
        "initiative": "initiative",
    }
    wanted = [
        (kind, row_id) for kind, name in keys.items() for row_id in table(built, edition, f"{name}s")[f"{name}_id"]
    ]
    assert found == sorted(wanted) and index.start["records"] == len(found)


def test_facets_say_what_the_tables_say(built: Built, edition: str, index: Index) -> None:
    by_id = {row["row_id"]: row for row in index.records if "row_id" in row}
    people = dict(table(built, edition, "people").select("person_id", "name").iter_rows())
    organisations = dict(table(built, edition, "organisations").select("organisation_id", "name").iter_rows())
    documents = {row["document_id"]: row for row in table(built, edition, "documents").to_dicts()}
    themes = table(built, edition, "document_themes").group_by("document_id").agg("theme")
    of_document = {document: set(found) for document, found in themes.iter_rows()}
    for quote in table(built, edition, "quotes").to_dicts():
        record, document = by_id[quote["quote_id"]], documents[quote["document_id"]]
        assert record["speaker"] == (people.get(quote["speaker_id"]) or quote["speaker"])
        assert record["role"] == quote["speaker_role"]
        assert record["organisation"] == organisations.get(quote["organisation_id"])
        assert record["text_kind"] == document["kind"]
        assert record["date"] == (int(f"{document['published']:%Y%m%d}") if document["published"] else 0)
        assert record["themes"] == of_document.get(quote["document_id"], set())
    for figure in table(built, edition, "kpis").to_dicts():
        assert by_id[figure["kpi_id"]]["speaker"] is None
        assert by_id[figure["kpi_id"]]["organisation"] == organisations.get(figure["organisation_id"])


def test_a_word_finds_its_forms_and_compounds_less(built: Built) -> None:
    index = Index(built.site("full") / FOLDER)
    found = index.postings("ledelse")
    texts = {n: row["text"].lower() for n, row in enumerate(index.records) if row["kind"] != "document" and row["text"]}
    forms = [
        n
        for n, text in texts.items()
        if {"ledelse", "ledelsen"} & set(text.replace(",", " ").replace(".", " ").split())
    ]
    assert len(forms) > 3 and set(forms) <= found.keys() and index.postings("ledelsen") == found
    assert index.postings("og") == {} and "og" in index.start["common"]
    as_part = [n for n in found if n in texts and "ledelses" in texts[n] and n not in forms]
    assert as_part and max(found[n] for n in as_part) < max(found.values())


def test_nothing_that_the_open_edition_withholds_can_be_found(built: Built) -> None:
    full, index = Index(built.site("full") / FOLDER), Index(built.site("open") / FOLDER)
    names = ("segments", "quotes", "recommendations", "kpis", "initiatives")
    held = "\n".join(
        text
        for name in names
        for column in ("text", "sentence", "name", "value_as_written")
        if column in table(built, "open", name).columns
        for text in table(built, "open", name)[column].drop_nulls()
    )
    assert not [
        row["text"]
        for row in index.records
        if row["kind"] != "document" and row.get("text") and row["text"] not in held
    ]
    hidden = set(table(built, "full", "people")["name"]) - set(table(built, "open", "people")["name"])
    assert hidden & {row["speaker"] for row in full.records} and not hidden & set(index.columns["values"]["speaker"])


def test_the_same_release_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built.folder, tmp_path / "again"))
    shutil.rmtree(folder / "site")
    write_site(folder, "full", read_about(Path("no such file")))
    files = sorted(path.relative_to(folder / "site") for path in (folder / "site" / FOLDER).rglob("*.*"))
    assert len(files) > 5
    for path in files:
        assert (folder / "site" / path).read_bytes() == (built.site("full") / path).read_bytes(), path


def test_another_release_has_another_version(tmp_path: Path) -> None:
    one, other = Bundle(tmp_path / "one"), Bundle(tmp_path / "other")
    one.add("words/0", {"words": ["færge"]}, {"terms": ("u32", [1])})
    other.add("words/0", {"words": ["færge"]}, {"terms": ("u32", [2])})
    assert one.version != other.version
    with pytest.raises(FileExistsError):
        one.add("words/0", {})


def test_more_themes_than_fit_are_an_error_and_not_a_wrong_count() -> None:
    with pytest.raises(ValueError, match="32 themes"):
        Columns({f"theme_{n}": ("navn", "name") for n in range(33)})
