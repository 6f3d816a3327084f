"""Stems of Danish words: all forms of a word have one, compounds give their parts, and words that only look like compounds give none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.stems import common_words, parts, stem


@pytest.mark.parametrize(
    "forms",
    [
        "ledelse ledelsen ledelses ledelsens ledelserne",
        "leder lederen ledere lederne ledernes",
        "ledelsesreform ledelsesreformen ledelsesreformens ledelsesreformer",
        "kommune kommunen kommuner kommunernes",
        "nærledelse nærledelsen",
        "aarhus århus",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: str):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ledelsesreform", ("ledelse", "reform")),
        ("ledelseskommissionens", ("ledelse", "kommission")),
        ("sundhedsreformen", ("sundhed", "reform")),
        ("folkeskoler", ("folk", "skole")),
        ("topledere", ("leder",)),
        ("mellemledere", ("leder",)),
    ],
)
def test_a_compound_gives_its_parts(word: str, found: tuple[str, ...]):
    assert parts(word) == tuple(stem(part) for part in found)


@pytest.mark.parametrize(
    "word",
    [
        "overblik",
        "medarbejder",
        "forening",
        "foreningen",
        "energien",
        "perioden",
        "sundhed",
        "konsulent",
        "redaktør",
        "mulighed",
        "lederskab",
    ],
)
def test_a_word_that_only_looks_like_a_compound_gives_none(word: str):
    assert parts(word) == ()


@given(st.text(alphabet="abdefgiklmnoprstuvæøå", max_size=30))
def test_any_letters_have_a_stem_in_lower_case_and_are_no_part_of_themselves(word: str):
    assert stem(word) == stem(word).lower()
    assert stem(word) not in parts(word)


def test_common_words_say_nothing_of_what_a_text_is_about():
    assert {"og", "det", "har"} <= common_words()
    assert not common_words() & {"tid", "leder", "kommune", "mål"}
