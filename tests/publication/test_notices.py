"""What asks for a look and stops nothing: files no longer read, shares that fell by more than chance, rules not measured."""

import polars as pl
import pytest

from pejlemaerker.evaluation.intervals import share
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.notices import fallen_shares, unmeasured, unread_files
from schemas import DOCUMENTS, QUALITY, SKIPPED


def house(read: list[str], skipped: dict[str, str]) -> Dataset:
    """Documents by their files, and files that were skipped, by the kind of reason."""
    documents = [DOCUMENTS.row(document_id=f"d{i:016x}", source_path=path) for i, path in enumerate(read)]
    left_out = [SKIPPED.row(source_path=path, code=code, reason="Why.") for path, code in skipped.items()]
    return Dataset.of({"documents": DOCUMENTS.frame(documents), "skipped": SKIPPED.frame(left_out)})


def test_a_file_that_was_read_last_time_is_named_with_the_reason():
    before, now = house(["a.txt", "b.txt"], {}), house(["a.txt"], {"b.txt": "broken", "new.txt": "empty"})
    assert unread_files(now, before) == ["Read last time and not now: b.txt: Why."]
    assert unread_files(now, None) == unread_files(now, now) == []


def test_of_many_a_few_are_named_and_the_others_counted():
    names = [f"{i}.txt" for i in range(40)]
    now = house(names[8:] + [f"more {i}.txt" for i in range(100)], dict.fromkeys(names[:8], "broken"))
    found = unread_files(now, house(names, {}))
    assert len(found) == 6 and found[-1] == "and 3 more"


@pytest.mark.parametrize("code", ["same_bytes", "same_text", "erased"])
def test_what_is_left_out_on_purpose_is_let_be(code: str):
    paths = [f"{i}.txt" for i in range(9)]
    assert unread_files(house([], dict.fromkeys(paths, code)), house(paths, {})) == []


def test_many_skipped_files_are_told_by_reason_also_of_a_first_release():
    skipped = {"a": "broken", "b": "empty", "c": "empty"}
    assert unread_files(house(["d"], skipped), None) == ["3 of 4 files could not be read: 2 empty, 1 broken."]
    assert unread_files(house([f"{i}" for i in range(60)], skipped), None) == []
    assert unread_files(house(["d"], {"a": "broken", "b": "empty"}), None) == []


def quality(part: int, whole: int, measured_on: str = "release") -> pl.DataFrame:
    found = share(part, whole)
    bounds = {"value": found.value, "low": found.low, "high": found.high}
    return QUALITY.frame(
        [QUALITY.row(measured_on=measured_on, measure="quotes.with_speaker", n=whole, description="Known.", **bounds)]
    )


def test_a_share_that_fell_by_more_than_chance_is_told():
    assert fallen_shares(quality(600, 1000), quality(900, 1000)) == [
        "quotes.with_speaker: 90% of 1,000 rows became 60% of 1,000."
    ]


@pytest.mark.parametrize(
    ("now", "before"),
    [((880, 1000), (900, 1000)), ((6, 10), (9, 10)), ((900, 1000), (600, 1000)), ((0, 0), (900, 1000))],
    ids=["a little", "of few", "risen", "of none"],
)
def test_what_may_be_chance_and_what_rose_is_let_be(now: tuple[int, int], before: tuple[int, int]):
    assert fallen_shares(quality(*now), quality(*before)) == fallen_shares(quality(*now), None) == []


def test_figures_that_were_not_measured_are_told():
    none = QUALITY.row(measured_on="articles", measure="quotes.f1", n=0, description="Not measured.")
    assert unmeasured(quality(9, 10)) and unmeasured(pl.concat([quality(9, 10), QUALITY.frame([none])]))
    assert unmeasured(pl.concat([quality(9, 10), quality(9, 10, "articles")])) == []
