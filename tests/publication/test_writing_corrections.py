"""Corrections written into files: what is written reads back as itself, and what stands there is kept to the letter."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.publication.policy.corrections import read_corrections
from pejlemaerker.publication.policy.errors import PolicyError
from pejlemaerker.publication.reviewing.toml import comment, entry_text
from pejlemaerker.publication.reviewing.writing import write_entry

DOCUMENT = "d" + "1" * 16
ENTRY: dict[str, Any] = {
    "action": "set",
    "document": DOCUMENT,
    "row": f"{DOCUMENT}-q{'2' * 12}",
    "words": "Vi sejler »i morgen«",
    "context_sha256": "a" * 64,
    "is": {"speaker": "Ida Holm"},
    "why": 'Hun siger det:\n"ja".',
}
KEYS = st.from_regex(r"[a-z][a-z_0-9]{0,8}", fullmatch=True)
PLAIN = st.one_of(st.text(), st.floats(allow_nan=False), st.dates())
VALUES = st.one_of(PLAIN, st.lists(st.text(), min_size=1), st.dictionaries(KEYS, PLAIN, min_size=1))


@given(entries=st.lists(st.dictionaries(KEYS, VALUES), min_size=1, max_size=3), about=st.text())
def test_what_is_written_reads_back_as_itself(entries: list[dict[str, Any]], about: str):
    text = comment(about) + "\n" + "\n".join(map(entry_text, entries))
    assert tomllib.loads(text) == {"correction": entries}


def test_a_date_stays_a_date():
    assert tomllib.loads(entry_text({"is": {"published": date(2024, 5, 1)}})) == {
        "correction": [{"is": {"published": date(2024, 5, 1)}}]
    }


def test_a_new_file_says_what_it_is_about_and_the_next_entry_comes_behind(tmp_path: Path):
    place, new = write_entry(tmp_path, ENTRY, "Corrections of Færgen\n[[correction]]")
    assert new and str(place) == f"{DOCUMENT}.toml, correction 1"
    path = tmp_path / f"{DOCUMENT}.toml"
    first = path.read_text(encoding="utf-8")
    assert first.startswith("# Corrections of Færgen [[correction]]\n\n[[correction]]\n")
    place, _ = write_entry(tmp_path, ENTRY | {"row": f"{DOCUMENT}-q{'3' * 12}"}, "ignored")
    assert place.number == 2 and path.read_text(encoding="utf-8").startswith(first + "\n[[correction]]")
    assert [item.why for item in read_corrections(tmp_path).rows] == [ENTRY["why"]] * 2
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("before", ["# Skrevet i hånden", "\ufeff# med mærke\r\n\r\n", "# a\n\n\n"])
def test_what_stands_in_the_file_is_kept_to_the_letter(tmp_path: Path, before: str):
    path = tmp_path / f"{DOCUMENT}.toml"
    path.write_bytes(before.encode())
    write_entry(tmp_path, ENTRY)
    assert path.read_bytes().startswith(before.encode())
    assert len(read_corrections(tmp_path).rows) == 1


def test_what_is_said_already_is_not_said_twice_whatever_the_reason(tmp_path: Path):
    first = write_entry(tmp_path, ENTRY)
    assert write_entry(tmp_path, ENTRY | {"why": "Igen."}) == (first[0], False)
    assert len(read_corrections(tmp_path).rows) == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"is": {"speaker": "Bo Lund"}}, "says otherwise"),
        ({"action": "remove", "is": None}, "says otherwise"),
        ({"context_sha256": "b" * 64}, "was written for another text"),
        ({"is": {"speker": "Bo Lund"}}, "is no column"),
        ({"why": " "}, "has no why"),
    ],
)
def test_what_cannot_stand_beside_it_is_refused_and_nothing_is_written(
    tmp_path: Path, changed: dict[str, Any], said: str
):
    write_entry(tmp_path, ENTRY)
    before = (tmp_path / f"{DOCUMENT}.toml").read_bytes()
    entry = {key: value for key, value in (ENTRY | changed).items() if value is not None}
    with pytest.raises(PolicyError, match=said):
        write_entry(tmp_path, entry)
    assert (tmp_path / f"{DOCUMENT}.toml").read_bytes() == before


def test_a_file_that_lists_its_corrections_in_another_way_is_left_alone(tmp_path: Path):
    path = tmp_path / f"{DOCUMENT}.toml"
    path.write_text("correction = []\n")
    with pytest.raises(PolicyError, match="cannot be added to"):
        write_entry(tmp_path, ENTRY)
    assert path.read_text() == "correction = []\n"
