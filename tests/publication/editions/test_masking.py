"""Names masked in texts, file names and addresses: every form, at equal length, and nobody else's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.publication.editions.masking import BLOCK, Mask

ONE = Mask(["Åse Holm-Tangberg"], ["Holm Kommune", "Peter Holm"])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Åse Holm-Tangberg sagde det", "███ █████████████ sagde det"),
        ("Åses hund, og Tangbergs kat", "████ hund, og █████████ kat"),
        ("ÅSE HOLM-TANGBERG", "███ █████████████"),
        ("Det er Holm Kommune og Peter Holm", "Det er Holm Kommune og Peter Holm"),
        ("en åse er en bakke", "en åse er en bakke"),
        ("Holmen ligger der", "Holmen ligger der"),
    ],
)
def test_names_are_masked_in_every_form(text: str, masked: str):
    assert ONE(text) == masked


@pytest.mark.parametrize(
    ("path", "masked"),
    [
        ("debat/aase-holm-tangberg-skriver.txt", "debat/████-████-████████-skriver.txt"),
        ("debat/ase_holm_tangberg.txt", "debat/███_████_████████.txt"),
        ("Åse Holm-Tangberg.docx", "███ ████-████████.docx"),
        ("holm-kommune.txt", "holm-kommune.txt"),
    ],
)
def test_names_are_masked_in_file_names(path: str, masked: str):
    assert ONE.path(path) == masked


def test_a_name_glued_together_hides_the_whole_path():
    assert "holm" not in ONE.path("https://blog.example/aaseholmtangberg/1")


def test_a_name_that_holds_the_hidden_one_is_not_kept():
    assert BLOCK * 3 in Mask(["Bo Lind"], ["Bo Lind Hansen"])("Bo Lind Hansen")


@given(st.text(alphabet="Åse HolmTangbergPt.-’'s\n", max_size=80))
def test_lengths_and_all_other_characters_stay(text: str):
    masked = ONE(text)
    assert len(masked) == len(text)
    assert all(new in (old, BLOCK) for old, new in zip(text, masked, strict=True))
    assert ONE(masked) == masked
    assert "Åse Holm-Tangberg" not in masked
