"""A dataset looked at part by part holds the same as one looked at whole: rows, order, hash, changes, faults and files."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import write_release

from pejlemaerker.publication import dataset as module
from pejlemaerker.publication import releases
from pejlemaerker.publication.comparison import DATA, changes, content_sha256
from pejlemaerker.publication.dataset import BY_DOCUMENT, TEXTS, Dataset, ranges
from pejlemaerker.publication.integrity import CHECKS, faults
from pejlemaerker.publication.spreading import PART, Spread
from schemas import PUBLISHED, QUOTES, TABLES

Tables = dict[str, pl.DataFrame]
Sample = Callable[..., tuple[Tables, pl.DataFrame]]
NAMES = ("Ane", "Bo", "Cilla", "Dan", "Eva")


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two documents a part."""
    monkeypatch.setattr(module, "PART", 2)


def whole_and_texts(sample: Sample, *names: str) -> Dataset:
    tables, texts = sample(*names)
    return Dataset.of({**tables, TEXTS: texts})


# parts

IDS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3)), unique=True, max_size=30)


@given(numbers=IDS, size=st.integers(1, 7))
def test_each_document_falls_into_one_part_and_those_of_one_name_into_the_same(
    numbers: list[tuple[int, int]], size: int
):
    ids = [f"d{name:016x}" + (f"-{nth}" if nth > 1 else "") for name, nth in numbers]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PART", size)
        parts = ranges(pl.Series(ids, dtype=pl.String()))
    assert parts[0].low is None and parts[-1].high is None
    assert all(before.high == after.low for before, after in pairwise(parts))
    frame = pl.LazyFrame({"document_id": ids}, schema={"document_id": pl.String()})
    found = [part.of(frame).collect()["document_id"].to_list() for part in parts]
    assert sorted(item for part in found for item in part) == sorted(ids)
    for name in {item[:17] for item in ids}:
        assert sum(any(item.startswith(name) for item in part) for part in found) == 1
    assert all(len({item[:17] for item in part}) <= size for part in found)


def test_pieces_are_the_table_in_order(sample: Sample, small_parts: None):
    tables = sample(*NAMES)[0]
    dataset = Dataset.of({name: frame.sample(fraction=1, shuffle=True, seed=3) for name, frame in tables.items()})
    assert len(dataset.ranges()) == 3
    for table in DATA:
        assert pl.concat(dataset.pieces(table)).equals(table.sort(tables[table.name])), table.name


def test_a_table_that_is_not_there_is_empty(tmp_path: Path):
    dataset = Dataset.filed({"quotes": tmp_path / "nowhere.parquet"})
    assert dataset.whole("quotes").equals(QUOTES.frame()) and dataset.ranges()
    assert [piece.height for piece in dataset.pieces(QUOTES)] == [0]


# what is made of them


def test_hash_and_changes_do_not_depend_on_the_size_of_parts(sample: Sample, monkeypatch: pytest.MonkeyPatch):
    now, before = Dataset.of(sample(*NAMES)[0]), Dataset.of(sample(*NAMES[1:], "Finn", comment="andet")[0])
    found = []
    for size in (1, 2, 4_000):
        monkeypatch.setattr(module, "PART", size)
        found.append((content_sha256(now), changes(now, before).write_ndjson()))
    assert len(set(found)) == 1


def test_files_do_not_depend_on_the_size_of_parts(sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for size in (2, 4_000):
        monkeypatch.setattr(module, "PART", size)
        write_release(tmp_path / str(size), Dataset.of(sample(*NAMES)[0]))
    for table in PUBLISHED:
        one, other = (tmp_path / size / "parquet" / f"{table.name}.parquet" for size in ("2", "4000"))
        assert one.read_bytes() == other.read_bytes(), table.name


def test_what_is_filed_is_read_part_by_part(sample: Sample, tmp_path: Path, small_parts: None):
    tables = sample(*NAMES)[0]
    write_release(tmp_path, Dataset.of(tables))
    filed = releases.filed(tmp_path)
    assert content_sha256(filed) == content_sha256(Dataset.of(tables))
    assert filed.counts()["documents"] == 5 and filed.head("documents", 2).height == 2


# faults


def test_good_tables_have_no_faults_in_any_part(sample: Sample, small_parts: None):
    assert faults(whole_and_texts(sample, *NAMES)) == {check: [] for check in CHECKS}


@pytest.mark.parametrize(
    ("check", "table", "column", "value"),
    [
        ("schema", "quotes", "confidence", 2.0),
        ("keys", "quotes", "segment_id", "d0000000000000000-s000000000000"),
        ("keys", "documents", "duplicate_of", "d0000000000000000"),
        ("keys", "mentions", "actor_id", "p000000000000"),
        ("keys", "quotes", "speaker_id", "p000000000000"),
        ("keys", "positions", "organisation_id", None),
        ("spans", "kpis", "text", "noget andet"),
        ("privacy", "quotes", "cue", "skriv til a@b.dk"),
        ("privacy", "people", "name", "tlf. 55 55 43 21"),
    ],
)
def test_one_wrong_cell_in_the_last_part_is_found(
    sample: Sample, small_parts: None, check: str, table: str, column: str, value: object
):
    tables, texts = sample(*NAMES)
    rows = TABLES[table].sort(tables[table]).to_dicts()
    rows[-1][column] = value
    found = faults(Dataset.of({**tables, table: TABLES[table].frame(rows), TEXTS: texts}))
    assert any(table in message and (column in message or check in ("spans", "keys")) for message in found[check]), (
        found
    )


def test_a_document_whose_text_is_missing_is_found(sample: Sample, small_parts: None):
    tables, texts = sample(*NAMES)
    found = faults(Dataset.of({**tables, TEXTS: texts.head(texts.height - 1)}))
    assert found["spans"] and not found["schema"]


# spreading


def test_rows_come_back_from_the_part_they_were_put_in_in_their_order(tmp_path: Path):
    empty = pl.DataFrame(schema={"name": pl.String(), "n": pl.Int64()})
    rows = pl.DataFrame({"name": ["a", "b", "c", "d", "e"], "n": range(5), PART: [1, 0, 1, 1, 0]})
    folder = tmp_path / "spread"
    with Spread(folder) as spread:
        spread.add("rows", empty, [rows.head(2), rows.slice(2)], 3)
        found = [spread.read("rows", part)["name"].to_list() for part in range(3)]
        assert found == [["b", "e"], ["a", "c", "d"], []]
        assert spread.read("rows", 1, ["n"]).to_dict(as_series=False) == {"n": [0, 2, 3]}
    assert not folder.exists()


def test_all_tables_of_a_document_are_read_part_by_part():
    assert {table.name for table in BY_DOCUMENT} >= {"documents", "segments", "quotes", "mentions"}
    assert not {table.name for table in BY_DOCUMENT} & {"people", "organisations", "skipped", "releases"}
