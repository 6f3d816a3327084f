"""Every whole number below a thousand million, written out in many Danish spellings, reads back as itself."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.danish.numbers import number
from pejlemaerker.danish.quantities import quantities

UNITS = (
    "", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten",
)  # fmt: skip
SHORT = ("", "", "tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
OLD = (
    "", "", "tyve", "tredve", "fyrretyve", "halvtredsindstyve", "tresindstyve", "halvfjerdsindstyve", "firsindstyve",
    "halvfemsindstyve",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How a number is spelled: which words, what stands between them, and whether `og` does."""

    tens: tuple[str, ...]
    tens_apart: bool
    hundred: str
    thousand: str
    one_hundred: str  # `et hundrede`, `en hundrede` or `hundrede`
    inside: str  # between the words below a thousand
    between: str  # between thousands and the rest
    linked: bool  # whether `og` stands before what is below a hundred


STYLES = st.builds(
    Style,
    st.sampled_from([SHORT, OLD]),
    st.booleans(),
    st.sampled_from(["hundrede", "hundred"]),
    st.sampled_from(["tusind", "tusinde"]),
    st.sampled_from(["et", "en", "ét", ""]),
    st.sampled_from(["", " "]),
    st.sampled_from(["", " ", "\u00a0"]),
    st.booleans(),
)
NUMBERS = st.one_of(st.integers(0, 999_999_999), st.integers(0, 9_999), st.sampled_from([10**n for n in range(9)]))
NOUNS = st.sampled_from(["breve", "kroner", "ledere", "procent", "kilometer", "sager om året"])


def _small(value: int, style: Style) -> str:
    """Below a hundred."""
    if value < 20:
        return UNITS[value]
    ten, unit = style.tens[value // 10], UNITS[value % 10]
    gap = " " if style.tens_apart else ""
    return f"{unit}{gap}og{gap}{ten}" if unit else ten


def _linked(head: str, value: int, gap: str, style: Style) -> str:
    """`head` with what is below a hundred behind it; `hundrede en` would be two numbers, so one keeps its `og`."""
    if not value:
        return head
    link = [head, "og"] if style.linked or value == 1 else [head]
    return gap.join([*link, _small(value, style)])


def _group(value: int, style: Style) -> str:
    """Below a thousand."""
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _small(value, style)
    count = style.one_hundred if hundreds == 1 else UNITS[hundreds]
    return _linked(style.inside.join(filter(None, [count, style.hundred])), rest, style.inside, style)


def _thousands(value: int, style: Style) -> str:
    count, rest = divmod(value, 1000)
    if not count:
        return _group(rest, style)
    head = style.inside.join(filter(None, [style.one_hundred if count == 1 else _group(count, style), style.thousand]))
    return _linked(head, rest, style.between, style) if rest < 100 else f"{head}{style.between}{_group(rest, style)}"


def written(value: int, style: Style) -> str:
    """The number phrase for `value`, 0 to 999,999,999, as `style` spells it."""
    millions, rest = divmod(value, 10**6)
    if not millions:
        return _thousands(rest, style) or "nul"
    head = f"en{style.inside}million" if millions == 1 else f"{_group(millions, style)}{style.inside}millioner"
    if rest < 100:
        return _linked(head, rest, style.between, style)
    return f"{head}{style.between}{_thousands(rest, style)}"


PLAIN = Style(SHORT, False, "hundrede", "tusind", "et", " ", " ", True)
GLUED = Style(SHORT, False, "hundrede", "tusinde", "et", "", "", False)


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (0, PLAIN, "nul"),
        (125, PLAIN, "et hundrede og femogtyve"),
        (125, GLUED, "ethundredefemogtyve"),
        (2_001, GLUED, "totusindeogen"),
        (31_400_070, PLAIN, "enogtredive millioner fire hundrede tusind og halvfjerds"),
        (999_999, Style(OLD, True, "hundred", "tusinde", "", " ", " ", False),
         "ni hundred ni og halvfemsindstyve tusinde ni hundred ni og halvfemsindstyve"),
    ],
)  # fmt: skip
def test_the_writer_of_these_tests_spells_as_it_should(value: int, style: Style, words: str) -> None:
    assert written(value, style) == words


@settings(max_examples=400)
@given(NUMBERS, STYLES)
def test_every_spelling_reads_back_as_its_number(value: int, style: Style) -> None:
    words = written(value, style)
    assert number(words) == value
    assert number(words.capitalize()) == value


@settings(max_examples=400)
@given(NUMBERS.filter(lambda value: value > 1), STYLES, NOUNS)
def test_every_spelling_is_one_quantity_before_a_noun(value: int, style: Style, noun: str) -> None:
    words = written(value, style)
    text = f"Sidste efterår talte de {words} {noun} i alt."
    (found,) = quantities(text)
    assert (found.value, text[found.number_start : found.number_end]) == (value, words)


@settings(max_examples=200)
@given(NUMBERS, st.sampled_from([".", " ", "\u00a0", "\u202f"]), NOUNS)
def test_figures_with_separators_read_back_before_a_noun(value: int, separator: str, noun: str) -> None:
    grouped = f"{value:,}".replace(",", separator)
    text = f"Sidste efterår talte de {grouped} {noun} i alt."
    (found,) = quantities(text)
    assert (found.value, text[found.number_start : found.number_end]) == (value, grouped)
    assert number(grouped) == value


@pytest.mark.parametrize("style", [PLAIN, GLUED, Style(OLD, True, "hundred", "tusinde", "", " ", " ", True)])
def test_the_first_twelve_thousand_read_back(style: Style) -> None:
    assert [value for value in range(12_000) if number(written(value, style)) != value] == []
