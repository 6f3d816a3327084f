"""Which capitalised words are a full name; the runs of capitals it is looked for in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.capitals import runs, without_genitive
from pejlemaerker.danish.names import is_first_name, name_in, name_text


def words(text: str) -> list[list[str]]:
    return [[word.text for word in run] for run in runs(text)]


def name(text: str, *, unlisted: bool = False) -> str | None:
    for run in runs(text):
        place = name_in(run, unlisted=unlisted)
        if place is not None:
            return name_text(run, place)
    return None


@pytest.mark.parametrize("word", ["Karen", "Asger", "Karl-Åge", "Anne-Grethe"])
def test_first_names_are_known_alone_and_double(word: str) -> None:
    assert is_first_name(word)


@pytest.mark.parametrize("word", ["Bøgelund", "karen", "KAREN", "Karen-Kommune", "Ledelse", "", "-"])
def test_other_words_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("her er Karen Bøgelund i dag", "Karen Bøgelund"),
        ("Derfor Karen Bøgelund", "Karen Bøgelund"),
        ("Strandkær Kommune Karen Bøgelund", "Karen Bøgelund"),
        ("Karen von der Heide", "Karen von der Heide"),
        ("Karen Bøgelund Kommune", "Karen Bøgelund"),
        ("Karen Bøgelund’s plan", "Karen Bøgelund"),
        ("Karen", None),
        ("Karen Kommune", None),
        ("KAREN BØGELUND", None),
        ("Xandru Tvorkov", None),
    ],
)
def test_a_name_begins_with_a_known_first_name(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xandru Tvorkov", "Xandru Tvorkov"),
        ("Derfor Xandru Tvorkov", "Xandru Tvorkov"),
        ("Strandkær Kommune Xandru Tvorkov", "Xandru Tvorkov"),
        ("Direktør Xandru Tvorkov", "Xandru Tvorkov"),
        ("Xandru", None),
        ("Xandru Kommune", None),
        ("FOA Nordjylland", None),
        ("Xandru Brinkor Calmund Dorvig Estrupsen", None),
    ],
)
def test_an_unlisted_name_is_two_to_four_words_that_nothing_speaks_against(text: str, expected: str | None) -> None:
    assert name(text, unlisted=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her er Karen Bøgelund, og Bo.", [["Her"], ["Karen", "Bøgelund"], ["Bo"]]),
        ("Vi så Karen van der Heide.", [["Vi"], ["Karen", "van", "der", "Heide"]]),
        ("Det er Karen. Bo kom.", [["Det"], ["Karen"], ["Bo"]]),
        ("hos Plejenet A/S i dag", [["Plejenet", "A/S"]]),
        ("hos Karl-Åge O'Brandt", [["Karl-Åge", "O'Brandt"]]),
        ("af Karen M. Holm", [["Karen", "M.", "Holm"]]),
        ("@Karen og #Bo skriver", []),
        ("ingen her", []),
    ],
)
def test_runs_of_capitals_hang_together(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


@given(st.text(alphabet="KaBo .,-’'’s/M\nvander Æø@#", max_size=80) | st.text(max_size=80))
def test_words_of_runs_stand_where_they_say(text: str) -> None:
    for run in runs(text):
        assert run
        assert all(text[word.start : word.end] == word.text for word in run)
        assert all(left.end < right.start for left, right in pairwise(run))


@pytest.mark.parametrize(
    ("name", "bare"),
    [("KL’s", "KL"), ("KL's", "KL"), ("Jens’", "Jens"), ("Jens", "Jens"), ("O'Brandt", "O'Brandt"), ("", "")],
)
def test_an_apostrophe_marks_a_genitive_at_the_end_only(name: str, bare: str) -> None:
    assert without_genitive(name) == bare
