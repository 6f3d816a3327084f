"""Text broken into lines by the width of a page is put together; lines that end for a reason are left."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_text import read_blocks

from pejlemaerker.corpus.wrapping import wrap_width

PARAGRAPHS = [
    "Kommunen har brugt to år på at flytte beslutninger fra rådhuset ud til de enkelte plejehjem, og det har givet "
    "lederne mere tid til de ansatte. Det viser de samtaler, som kommunen har haft med dem i foråret i byen.",
    "Næste skridt er at spørge de pårørende, om de også mærker en forskel, når de kommer på besøg. Svarene bliver "
    "samlet i en rapport, som byrådet får forelagt inden sommerferien, så den kan indgå i budgettet.",
    "Tilsynet har bedt om en forklaring på, hvorfor tre af plejehjemmene endnu ikke er kommet i gang med ordningen.",
]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_paragraphs_broken_at_a_width_are_whole_again(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert [block.text for block in read_blocks(wrapped)] == PARAGRAPHS


def test_items_of_a_list_are_joined_with_their_own_lines_only() -> None:
    items = [f"- {paragraph}" for paragraph in PARAGRAPHS]
    wrapped = "\n".join(textwrap.fill(item, 72, subsequent_indent="  ") for item in items)
    blocks = read_blocks(wrapped)
    assert [block.text for block in blocks] == PARAGRAPHS
    assert {block.shape for block in blocks} == {"list_item"}


def test_a_heading_is_not_drawn_into_the_paragraph_below() -> None:
    wrapped = "\n\n".join("## Mål\n" + textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert [block.text for block in read_blocks(wrapped)] == [part for text in PARAGRAPHS for part in ("Mål", text)]


def test_a_word_parted_by_a_hyphen_is_whole_again() -> None:
    line = "Det er en udfordring for alle ledere i den kommunale forvalt-\nning, og det koster tid hver dag."
    assert [block.text for block in read_blocks(line)] == [
        "Det er en udfordring for alle ledere i den kommunale forvaltning, og det koster tid hver dag."
    ]


def test_a_hyphen_before_og_stays() -> None:
    line = "Det er en udfordring for alle ledere i kommunens social-\nog sundhedsforvaltning hver eneste dag."
    assert "social- og sundhedsforvaltning" in read_blocks(line)[0].text


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    assert [block.text for block in read_blocks("\n".join(PARAGRAPHS * 3))] == PARAGRAPHS * 3


@pytest.mark.parametrize(
    "lines",
    [
        ["Program", "Velkomst ved formanden", "Oplæg om tillid", "Pause", "Debat i salen", "Tak for i dag"],
        [
            "Et kort vers har korte linjer",
            "det skal være sådan her",
            "og ingen skal lægge dem",
            "sammen til prosa",
            "nej",
        ],
    ],
)
def test_short_lines_are_no_broken_paragraph(lines: list[str]) -> None:
    assert wrap_width(lines) is None
    assert [block.text for block in read_blocks("\n".join(lines))] == lines


def test_too_few_lines_tell_no_width() -> None:
    assert wrap_width([]) is None
    assert wrap_width(PARAGRAPHS) is None
    assert wrap_width(textwrap.wrap(PARAGRAPHS[0], 72)) is None


@given(st.lists(st.integers(1, 11), min_size=60, max_size=200), st.integers(60, 110))
def test_the_width_found_breaks_no_line_that_would_have_been_longer(sizes: list[int], width: int) -> None:
    words = " ".join("o" * size for size in sizes)
    lines = textwrap.wrap(words, width)
    found = wrap_width(lines)
    assert found is None or found <= max(map(len, lines))


@given(st.lists(st.text(max_size=140), max_size=30))
def test_any_lines_have_a_width_or_none(lines: list[str]) -> None:
    width = wrap_width(lines)
    assert width is None or 40 <= width <= 130
