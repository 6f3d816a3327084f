"""Writing files whole: the new one or the old one, never half of either; and Parquet that does not vary."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.storage.files import (
    n_rows,
    read_groups,
    to_arrow,
    write_parquet,
    write_parquet_stream,
    write_text,
    write_whole,
)


def test_a_file_is_put_in_place_of_the_old_one_in_a_folder_that_is_made(tmp_path: Path):
    path = tmp_path / "ny" / "mappe" / "fil.txt"
    write_text(path, "før\r\n")
    write_text(path, "efter: æøå\n")
    assert path.read_bytes() == "efter: æøå\n".encode()
    assert [item.name for item in path.parent.iterdir()] == ["fil.txt"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_writer_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, error: type[BaseException]):
    path = tmp_path / "fil.txt"
    write_text(path, "før")

    def fails(beside: Path) -> None:
        beside.write_text("halvt")
        raise error("midt i det hele")

    with pytest.raises(error, match="midt i det hele"):
        write_whole(path, fails)
    assert path.read_text() == "før"
    assert [item.name for item in tmp_path.iterdir()] == ["fil.txt"]


def test_a_writer_never_sees_the_place_itself(tmp_path: Path):
    path, seen = tmp_path / "fil.txt", []
    write_text(path, "før")

    def writes(beside: Path) -> None:
        seen.append((beside.parent, beside.name.startswith("."), path.read_text()))
        beside.write_text("efter")

    write_whole(path, writes)
    assert seen == [(tmp_path, True, "før")] and path.read_text() == "efter"


def test_the_same_table_gives_the_same_bytes(tmp_path: Path):
    frame = pl.DataFrame({"a": ["æ", None, "ø"] * 1000, "b": range(3000)})
    write_parquet(tmp_path / "one.parquet", to_arrow(frame))
    write_parquet(tmp_path / "two.parquet", to_arrow(pl.concat([frame[:7], frame[7:]], rechunk=False)))
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_parquet_holds_no_types_that_older_readers_do_not_know(tmp_path: Path):
    frame = pl.DataFrame({"text": ["å"], "content": [b"\x00"], "n": [1]})
    write_parquet(tmp_path / "t.parquet", to_arrow(frame))
    text, content, number = pq.read_schema(tmp_path / "t.parquet").types
    assert text in (pa.string(), pa.large_string()) and content in (pa.binary(), pa.large_binary())
    assert number == pa.int64()
    assert pl.read_parquet(tmp_path / "t.parquet").equals(frame)


@given(cuts=st.lists(st.integers(0, 40), max_size=6), size=st.integers(1, 50))
@settings(max_examples=30, deadline=None)
def test_a_table_in_pieces_gives_the_same_bytes_however_it_is_cut(cuts: list[int], size: int):
    table = to_arrow(pl.DataFrame({"n": range(40), "name": [f"fugl {i} 🐦" for i in range(40)]}))
    bounds = [0, *sorted(cuts), 40]
    with TemporaryDirectory() as folder:
        whole, pieces = Path(folder, "whole.parquet"), Path(folder, "pieces.parquet")
        write_parquet_stream(whole, table.schema, [table], rows=size)
        cut = (table.slice(start, end - start) for start, end in pairwise(bounds))
        write_parquet_stream(pieces, table.schema, cut, rows=size)
        assert whole.read_bytes() == pieces.read_bytes()
        assert n_rows(whole) == 40 and pl.concat(read_groups(pieces)).equals(pl.from_arrow(table))
        assert [frame.height for frame in read_groups(whole)][:-1] == [size] * ((40 - 1) // size)


def test_a_table_without_rows_is_read_as_one_empty_piece(tmp_path: Path):
    schema = pa.schema({"n": pa.int64()})
    write_parquet_stream(tmp_path / "none.parquet", schema, [])
    assert [frame.shape for frame in read_groups(tmp_path / "none.parquet")] == [(0, 1)]


def test_each_piece_may_be_a_group_of_its_own(tmp_path: Path):
    table = pa.table({"n": range(7)})
    write_parquet_stream(tmp_path / "n.parquet", table.schema, [table.slice(0, 5), table.slice(5)], rows=None)
    assert [frame["n"].to_list() for frame in read_groups(tmp_path / "n.parquet")] == [[0, 1, 2, 3, 4], [5, 6]]
