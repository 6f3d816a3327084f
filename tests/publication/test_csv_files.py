"""CSV files: nothing lost, nothing a spreadsheet runs, the same bytes, and read by others as they are meant."""

import csv
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pejlemaerker.publication.csv_files import guarded, plain, read_csv, write_csv
from pejlemaerker.storage.files import to_arrow, write_parquet, write_parquet_stream

FORMULA = ("=", "+", "-", "@", "\t", "\r")
HARD = [
    "=1+1",
    "+45",
    "-3",
    "- ja",
    "@navn",
    "\tx",
    "\rx",
    "\nx",
    "'",
    "'=",
    "",
    None,
    "=",
    "-",
    "a,b",
    'q"q',
    "l\r\nm",
    "🚢",
]


def filed(folder: Path, frame: pl.DataFrame) -> Path:
    """The CSV file of a table in `folder`."""
    write_parquet(folder / "parquet" / "t.parquet", to_arrow(frame), durable=False)
    write_csv(folder)
    return folder / "csv" / "t.csv"


def hard() -> pl.DataFrame:
    n = len(HARD)
    return pl.DataFrame(
        {
            "text": HARD,
            "number": [-1.5, 1e20, 1e-7, None, *[0.1] * (n - 4)],
            "integer": [-7, None, *[2**62] * (n - 2)],
            "flag": [True, None, *[False] * (n - 2)],
            "date": [date(2024, 5, 1), None, *[date(1864, 4, 18)] * (n - 2)],
        }
    )


def test_every_value_can_be_had_back(tmp_path: Path):
    frame = hard()
    assert read_csv(filed(tmp_path, frame), dict(frame.schema)).equals(frame)


@given(st.lists(st.tuples(st.text(), st.none() | st.text(alphabet="=+-@'\t\r\n\", ax")), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_any_text_can_be_had_back(tmp_path: Path, rows: list[tuple[str, str | None]]):
    frame = pl.DataFrame(rows, schema={"a": pl.String, "b": pl.String}, orient="row")
    assert read_csv(filed(tmp_path, frame), dict(frame.schema)).equals(frame)


@given(st.text())
def test_no_text_can_be_a_formula_and_every_one_comes_back(text: str):
    cells = pl.select(guarded(pl.lit(text)).alias("cell")).with_columns(back=plain(pl.col("cell")))
    cell, back = cells.row(0)
    assert back == text
    assert not cell.startswith(FORMULA) or (len(cell) == 1 and cell not in "\t\r")


def test_a_negative_number_stays_a_number(tmp_path: Path):
    rows = filed(tmp_path, hard()).read_bytes().split(b"\r\n")
    assert rows[1].split(b",")[1:3] == [b"-1.5", b"-7"] and rows[1].startswith(b"'=1+1")


def test_others_read_it_by_the_standard(tmp_path: Path):
    path = filed(tmp_path, hard())
    assert path.read_bytes().startswith(b"text,number,integer,flag,date\r\n")
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    assert len(rows) == len(HARD) + 1 and {len(row) for row in rows} == {5}
    assert [row[0].removeprefix("'") for row in rows[1:]] == [text or "" for text in HARD]
    types = {"text": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT", "flag": "BOOLEAN", "date": "DATE"}
    found = duckdb.read_csv(str(path), header=True, columns=types).fetchall()
    assert [row[2:] for row in found] == [row[2:] for row in hard().iter_rows()]


def test_a_table_in_many_groups_has_one_header_and_the_same_bytes(tmp_path: Path):
    frame = pl.DataFrame({"a": [f"ord {i}" for i in range(1_000)], "b": range(1_000)})
    whole = filed(tmp_path / "one", frame).read_bytes()
    source = tmp_path / "many" / "parquet" / "t.parquet"
    pieces = (to_arrow(frame[i : i + 100]) for i in range(0, 1_000, 100))
    write_parquet_stream(source, to_arrow(frame).schema, pieces, rows=None)
    write_csv(tmp_path / "many")
    assert (tmp_path / "many" / "csv" / "t.csv").read_bytes() == whole
    assert whole.count(b"a,b\r\n") == 1


@pytest.mark.parametrize("rows", [[], [("", None)], [(None, None)]])
def test_few_rows_or_none(tmp_path: Path, rows: list[tuple[str | None, str | None]]):
    frame = pl.DataFrame(rows, schema={"a": pl.String, "b": pl.String}, orient="row")
    assert read_csv(filed(tmp_path, frame), dict(frame.schema)).equals(frame)
