"""Titles and roles, in the indefinite and the definite form, and words that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.roles import indefinite, is_role, starts_with_role


@pytest.mark.parametrize(
    "word",
    [
        "direktør",
        "Direktør",
        "kommunaldirektør",
        "KL-formand",
        "borgmester",
        "leder",
        "centerchef",
        "chefkonsulent",
        "lærer",
        "professor",
        "rektor",
        "næstformand",
        "forperson",
        "talskvinde",
        "sygeplejerske",
        "udviklingskonsulent",
        "havneforstander",
        "kystordfører",
    ],
)
def test_roles_are_known_also_as_compounds(word: str) -> None:
    assert is_role(word)


@pytest.mark.parametrize(
    "word",
    [
        "ledelse",
        "arbejder",
        "problem",
        "rådhus",
        "kommune",
        "blomst",
        "vejen",
        "lederskab",
        "direktion",
        "chefer",
        "formål",
        "",
    ],
)
def test_other_words_are_no_role(word: str) -> None:
    assert not is_role(word)


@pytest.mark.parametrize(
    ("definite", "expected"),
    [
        ("direktøren", "direktør"),
        ("Borgmesteren", "borgmester"),
        ("formanden", "formand"),
        ("næstformanden", "næstformand"),
        ("talskvinden", "talskvinde"),
        ("forpersonen", "forperson"),
        ("kontorchefen", "kontorchef"),
        ("skolelederen", "skoleleder"),
        ("forskeren", "forsker"),
        ("ministeren", "minister"),
        ("professoren", "professor"),
        ("lektoren", "lektor"),
        ("konsulenten", "konsulent"),
        ("økonomen", "økonom"),
        ("specialisten", "specialist"),
        ("sygeplejersken", "sygeplejerske"),
        ("pædagogen", "pædagog"),
        ("lægen", "læge"),
        ("medlemmet", "medlem"),
        ("sekretæren", "sekretær"),
        ("advokaten", "advokat"),
        ("rådmanden", "rådmand"),
        ("betjenten", "betjent"),
    ],
)
def test_the_definite_form_gives_its_role(definite: str, expected: str) -> None:
    assert indefinite(definite) == expected


@pytest.mark.parametrize(
    "word", ["vejen", "pakken", "bogen", "sagen", "anden", "inden", "barnet", "direktør", "en", ""]
)
def test_other_words_have_none(word: str) -> None:
    assert indefinite(word) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("direktør i Strandkær Kommune", "direktør"),
        ("konstitueret direktør i", "konstitueret direktør"),
        ("tidligere administrerende direktør", "tidligere administrerende direktør"),
        ("social- og sundhedsdirektør i", "social- og sundhedsdirektør"),
        ("børne-, unge- og kulturchef", "børne-, unge- og kulturchef"),
        ("Formand for", "Formand"),
        ("KL-formand Karen", "KL-formand"),
    ],
)
def test_a_phrase_opens_with_its_role(text: str, role: str) -> None:
    assert text[: starts_with_role(text)] == role


@pytest.mark.parametrize(
    "text", ["direktionen", "ledelse", "tidligere sagde hun", "direktørens", "lederskab", "", "i direktør"]
)
def test_other_phrases_open_with_none(text: str) -> None:
    assert starts_with_role(text) == 0


def test_every_role_of_the_lexicon_opens_a_phrase() -> None:
    missing = [role for role in words("roles") if starts_with_role(f"{role} i byen") != len(role)]
    assert missing == []


@given(st.text(max_size=40))
def test_any_word_is_judged(word: str) -> None:
    base = indefinite(word)
    assert base is None or is_role(base)
    assert 0 <= starts_with_role(word) <= len(word)
