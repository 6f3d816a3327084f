"""Danish numbers in words and figures: what is read, what is refused, and that every number reads back as itself."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.numbers import cardinal, figures, number, ordinal, write_cardinal

BELOW_BILLION = st.integers(0, 999_999_999)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nul", 0), ("en", 1), ("et", 1), ("én", 1), ("ét", 1), ("to", 2), ("tolv", 12), ("tyve", 20),
        ("enogtyve", 21), ("femogtredive", 35), ("halvtreds", 50), ("tres", 60), ("halvfjerds", 70), ("firs", 80),
        ("halvfems", 90), ("femoghalvfjerds", 75), ("fem og halvfjerds", 75), ("hundrede", 100), ("ethundrede", 100),
        ("et hundrede og femogtyve", 125), ("hundrede femogtyve", 125), ("hundredeogfemogtyve", 125),
        ("femten hundrede", 1500), ("tusind", 1000), ("tusinde", 1000), ("to tusind og tre", 2003),
        ("totusindetrehundrede", 2300), ("en million", 10**6), ("tre millioner fire hundrede tusind", 3_400_000),
        ("en milliard og en", 10**9 + 1), ("halvanden", 1.5), ("halvandet", 1.5), ("en halv", 0.5), ("et halvt", 0.5),
        ("to en halv", 2.5), ("to og en halv", 2.5), ("halvanden million", 1_500_000), ("en halv milliard", 5 * 10**8),
        ("halvandet hundrede", 150), ("Syv", 7), ("  otte ", 8), ("tresindstyve", 60), ("fyrretyve", 40),
        ("fem og tyve", 25), ("femogtyve hundrede", 2500), ("en og en halv", 1.5), ("en kvart", 0.25), ("tre kvart", 0.75),
        ("trekvart", 0.75), ("to og tre kvart", 2.75), ("en kvart million", 250_000), ("fire komma fem", 4.5),
        ("tre komma nul fem", 3.05), ("tre komma en fire", 3.14), ("to komma fem millioner", 2_500_000),
        ("to billioner", 2 * 10**12), ("to snese", 40), ("et halvt dusin", 6), ("en halv snes", 10),
        ("hundred", 100), ("hundrede en", 101), ("hundredenogtres", 161), ("tusindelleve", 1011), ("tusindeni", 1009),
    ],
)  # fmt: skip
def test_number_words_have_their_value(words: str, value: float) -> None:
    assert cardinal(words) == value


@pytest.mark.parametrize(
    "words",
    ["", " ", "og", "to tre", "tyve fem", "million", "tog", "toget", "femkamp", "halv", "hundredvis", "første",
     "tre og", "og tre", "to hundrede hundrede", "tusind millioner", "tyveogfem", "12", "enogti", "snese", "dusin",
     "hundredet", "tusindet", "millionen", "en millionen", "komma fem", "fem komma", "halvanden komma fem", "kvart",
     "tusindedel", "tusindedele", "et par"],
)  # fmt: skip
def test_what_is_no_number_phrase_has_no_value(words: str) -> None:
    assert cardinal(words) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [("7", 7), ("400.000", 400_000), ("1,5", 1.5), ("12 000", 12_000), ("12\u00a0000", 12_000), ("1.234,5", 1234.5),
     ("2½", 2.5), ("½", 0.5), ("¼", 0.25), ("⅔", 2 / 3), ("2⅛", 2.125), ("0,75", 0.75), ("1.000.000", 10**6), ("2019", 2019)],
)  # fmt: skip
def test_figures_have_their_value(digits: str, value: float) -> None:
    assert figures(digits) == value


@pytest.mark.parametrize(
    "digits", ["", "1.5", "12.34", "1.2345", "1,", ",5", "1,5,2", "1 2", "a1", "-5", "13.01.17", "٣"]
)
def test_what_is_no_figure_in_danish_style_has_no_value(digits: str) -> None:
    assert figures(digits) is None


@pytest.mark.parametrize(
    ("word", "place"),
    [("anden", 2), ("femte", 5), ("tyvende", 20), ("enogtyvende", 21), ("tresindstyvende", 60),
     ("nioghalvfemsindstyvende", 99), ("millionte", 10**6), ("fem", None), ("femogfemte", None), ("ogtyvende", None)],
)  # fmt: skip
def test_ordinals_name_a_place(word: str, place: int | None) -> None:
    assert ordinal(word) == place


def test_number_reads_both_figures_and_words() -> None:
    assert number("1.200") == 1200
    assert number("tolv hundrede") == 1200
    assert number("tolv bananer") is None


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "nul"), (1, "en"), (58, "otteoghalvtreds"), (100, "et hundrede"), (125, "et hundrede og femogtyve"),
     (1001, "et tusind og en"), (2300, "to tusind tre hundrede"), (10**6, "en million"),
     (7_000_090, "syv millioner og halvfems")],
)  # fmt: skip
def test_numbers_are_written_in_one_spelling(value: int, words: str) -> None:
    assert write_cardinal(value) == words


@pytest.mark.parametrize("value", [-1, 10**12])
def test_numbers_out_of_range_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match="no number words"):
        write_cardinal(value)


@given(BELOW_BILLION)
def test_every_number_reads_back_as_itself(value: int) -> None:
    assert cardinal(write_cardinal(value)) == value


@given(BELOW_BILLION)
def test_every_number_reads_back_written_together_and_without_og(value: int) -> None:
    words = write_cardinal(value)
    assert cardinal(words.replace(" ", "")) == value
    assert cardinal(words.replace(" og ", " ")) == value
    assert cardinal(words.upper()) == value


def test_the_first_ten_thousand_read_back_as_themselves() -> None:
    assert all(cardinal(write_cardinal(value)) == value for value in range(10_000))


@given(st.integers(0, 10**12))
def test_figures_read_back_with_points_and_spaces(value: int) -> None:
    grouped = f"{value:,}"
    assert figures(grouped.replace(",", ".")) == value
    assert figures(grouped.replace(",", " ")) == value


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert number(text) is None or isinstance(number(text), float)


@pytest.mark.parametrize("text", ["hundrede" * 125_000, "hundrede " * 100_000, "1" * 1_000_000, "1" + ".000" * 250_000])
def test_hostile_text_is_refused_quickly(text: str) -> None:
    start = time.process_time()
    assert number(text) is None
    assert time.process_time() - start < 1
