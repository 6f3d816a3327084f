"""Jumps that nobody explained stop a release; what articles, corrections and erasures explain, and what is small, does not."""

import hashlib
from datetime import date
from typing import Any

import polars as pl
import pytest

from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.jumps import ACCEPTABLE, jumps
from pejlemaerker.publication.reasons import Told
from schemas import RELEASES, TABLES

Tables = dict[str, pl.DataFrame]
NAMED = {"quotes": "quote_id", "kpis": "kpi_id"}


def name(number: int) -> str:
    return f"d{number:016x}"


def house(
    documents: range | list[int], quotes: int = 0, *, words: str = "", speaker: int = 100, skipped: int = 0
) -> Tables:
    """Documents with so many `quotes` each, of which `speaker` in a hundred have one; and files that were not read."""
    rows = [
        {
            "document_id": name(i),
            "text_sha256": hashlib.sha256(f"{i} {words}".encode()).hexdigest(),
            "raw_sha256": "0" * 64,
            "source_path": f"{i}.txt",
            "title": "Færger",
            "published": date(2024, 5, 1),
        }
        for i in documents
    ]
    said = [
        {
            "document_id": name(i),
            "quote_id": f"{name(i)}-q{n:012x}",
            "kind": "unmarked",
            "speaker": "Ane" if (i * quotes + n) % 100 < speaker else None,
        }
        for i in documents
        for n in range(quotes)
    ]
    unread = [{"source_path": f"tom {i}.txt", "code": "broken", "reason": "Why."} for i in range(skipped)]
    tables = {"documents": rows, "quotes": said, "skipped": unread, "kpis": []}
    return {table: TABLES[table].frame(TABLES[table].row(**row) for row in found) for table, found in tables.items()}


def told(now: Tables, before: Tables | None, *accepted: str, **known: Any) -> list[str]:
    """What jumped, by name."""
    older = Dataset.of(before) if before is not None else None
    return [message.partition(":")[0] for message in jumps(Dataset.of(now), older, accepted, Told(**known))]


# documents


@pytest.mark.parametrize(
    ("there", "left"), [(1000, 600), (1000, 800), (150, 120), (30, 0), (12, 2), (10, 0)], ids=lambda n: str(n)
)
def test_many_documents_gone_at_once_stop_a_release(there: int, left: int):
    assert told(house(range(left)), house(range(there))) == ["documents"]


@pytest.mark.parametrize(("there", "left"), [(1000, 801), (20, 17), (40, 11), (9, 0), (12, 3)], ids=lambda n: str(n))
def test_a_few_documents_gone_do_not(there: int, left: int):
    assert told(house(range(left)), house(range(there))) == []


def test_documents_that_were_erased_are_not_missed():
    gone = frozenset(map(name, range(600, 1000)))
    assert told(house(range(600)), house(range(1000)), erased_documents=gone) == []


def test_any_number_of_new_documents_is_welcome():
    assert told(house(range(5000), 2), house(range(10), 2)) == []


def test_documents_under_new_identifiers_are_told_as_such():
    before = house(range(100))
    renamed = before["documents"].with_columns(document_id=pl.col("document_id").str.replace("^d0", "d1"))
    (said,) = jumps(Dataset.of({**before, "documents": renamed}), Dataset.of(before), ())
    assert "100 of the 100 documents" in said and "100 of them are there under another identifier" in said


# files that cannot be read


@pytest.mark.parametrize(("unread", "before"), [(130, 20), (199, 0), (100, 0)])
def test_many_files_that_can_no_longer_be_read_stop_a_release(unread: int, before: int):
    assert told(house(range(1000 - unread), skipped=unread), house(range(1000 - before), skipped=before)) == ["skipped"]


@pytest.mark.parametrize(("unread", "before"), [(110, 20), (20, 130), (90, 0)])
def test_a_few_more_or_fewer_that_cannot_be_read_do_not(unread: int, before: int):
    assert told(house(range(1000 - unread), skipped=unread), house(range(1000 - before), skipped=before)) == []


def test_a_small_folder_with_broken_files_is_not_stopped_until_most_are():
    assert told(house(range(11), skipped=9), house(range(20))) == []
    assert told(house(range(9), skipped=11), house(range(20))) == ["skipped"]


def test_files_left_out_on_purpose_do_not_count():
    now = house(range(700), skipped=300)
    for code in ("same_text", "same_bytes", "erased"):
        left_out = {**now, "skipped": now["skipped"].with_columns(code=pl.lit(code))}
        assert told(left_out, house(range(700))) == []


# rows


@pytest.mark.parametrize(("before", "now"), [(10, 8), (10, 12), (10, 0), (1, 2), (0, 1)])
def test_rows_that_come_or_go_in_the_same_documents_stop_a_release(before: int, now: int):
    assert told(house(range(100), now), house(range(100), before)) == ["quotes"]


@pytest.mark.parametrize(("before", "now"), [(10, 9), (10, 11), (10, 10)])
def test_a_few_rows_do_not(before: int, now: int):
    assert told(house(range(100), now), house(range(100), before)) == []


def test_of_few_rows_only_the_loss_of_nearly_all_is_a_jump():
    assert told(house(range(20), 3), house(range(20), 4)) == []
    assert told(house(range(20), 0), house(range(20), 4)) == ["quotes"]
    assert told(house(range(20), 0), house(range(20), 2)) == []


def test_documents_that_are_new_or_changed_or_gone_explain_their_rows():
    before = house(range(100), 10)
    assert told(house(range(500), 10), before) == []
    assert told(house(range(100), 2, words="andre ord"), before) == []
    assert told(house(range(85), 10), before) == []


def test_documents_with_corrections_or_erasures_explain_their_rows():
    before, now = house(range(100), 10), house(range(100), 5)
    everywhere = [name(i) for i in range(100)]
    corrections = {"document_id": everywhere, "table_name": ["quotes"] * 100, "row_id": everywhere}
    assert told({**now, "corrections": pl.DataFrame(corrections)}, before) == []
    assert told(now, before, masked_documents=frozenset(everywhere)) == []


def test_a_release_with_an_older_schema_is_compared_by_what_both_have():
    before, now = house(range(100), 10), house(range(100), 10)
    del before["kpis"]
    before["quotes"] = before["quotes"].drop("speaker")
    assert told(now, before) == [] and told(house(range(100), 3), before) == ["quotes"]


# values


def test_a_column_that_is_suddenly_empty_or_suddenly_filled_stops_a_release():
    full, part = house(range(100), 10, speaker=90), house(range(100), 10, speaker=79)
    assert told(part, full) == told(full, part) == ["quotes.with_speaker"]


def test_a_share_that_moves_a_little_or_of_few_rows_does_not():
    assert told(house(range(100), 10, speaker=81), house(range(100), 10, speaker=90)) == []
    assert told(house(range(9), 10, speaker=20), house(range(9), 10, speaker=90)) == []


# accepting


def test_a_jump_can_be_accepted_by_name_or_all_of_them():
    before, now = house(range(1000), 5), house(range(600), 1)
    assert told(now, before) == ["documents", "quotes"]
    assert told(now, before, "documents") == ["quotes"]
    assert told(now, before, "documents", "quotes") == told(now, before, "all") == []


def test_a_name_that_cannot_be_accepted_is_refused_with_those_that_can():
    with pytest.raises(ValueError, match="no citater to accept") as refused:
        told(house(range(1)), None, "citater")
    assert "quotes" in str(refused.value) and "quotes.with_speaker" in ACCEPTABLE


def test_a_message_says_from_what_to_what_why_and_how_to_go_on():
    about = {"version": "0" * 12, "content_sha256": "0" * 64, "edition": "full", "schema_version": "1.0.0"}
    before = house(range(100), 30)
    before["releases"] = RELEASES.frame([RELEASES.row(**about, code_version="1", reading_version="a" * 16)])
    now = Dataset.of(house(range(100), 12))
    (said,) = jumps(now, Dataset.of(before), (), Told(reading_version="b" * 16))
    assert "3,000 rows became 1,200 in the 100 documents that have not changed" in said
    assert "The rules that read them are not the same" in said and said.endswith("pejl build --accept quotes")
    (said,) = jumps(now, Dataset.of(before), (), Told(reading_version="a" * 16))
    assert "The rules are the same" in said


def test_a_first_release_has_no_jumps():
    assert told(house(range(1000), 5), None) == []
