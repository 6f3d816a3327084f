"""Page numbers and running headers are left out; what only looks like them is kept."""

import pytest
from drawn_pdf import at, lines, pdf

from pejlemaerker.corpus.formats.pdf import read_pdf

BODY = ["Lederne har fået tid", "Skemaerne er væk nu", "Vagterne er lagt om", "Byrådet er tilfreds"]


def texts(content: bytes) -> list[str]:
    return [block.text for block in read_pdf(content).blocks]


def page(i: int, number: str = "", header: str = "") -> str:
    drawn = at(70, 500 - 20 * i, BODY[i])
    drawn += at(70, 800, header, 8) if header else ""
    return drawn + (at(300, 40, number, 8) if number else "")


@pytest.mark.parametrize("form", ["{}", "Side {} af 4", "{}/4", "- {} -", "s. {}"])
def test_page_numbers_are_left_out(form: str) -> None:
    assert texts(pdf(*[page(i, form.format(i + 1)) for i in range(4)])) == BODY


def test_roman_page_numbers_are_left_out() -> None:
    assert texts(pdf(*[page(i, number) for i, number in enumerate(["i", "ii", "iii", "iv"])])) == BODY


def test_figures_that_do_not_count_on_are_kept() -> None:
    assert texts(pdf(*[page(i, number) for i, number in enumerate(["120", "80", "95", "310"])]))[1::2] == [
        "120",
        "80",
        "95",
        "310",
    ]


def test_a_running_header_is_left_out_on_all_pages() -> None:
    assert texts(pdf(*[page(i, header=f"Rapport 2024 · {i + 1}") for i in range(4)])) == BODY


def test_a_header_on_two_pages_of_two_is_left_out() -> None:
    assert texts(pdf(*[page(i, header="Notat fra Hvidsand") for i in range(2)])) == BODY[:2]


def test_words_at_the_top_of_two_pages_far_apart_are_text() -> None:
    pages = [page(i % 4, header="Nye tal" if i in (0, 5) else "") for i in range(7)]
    assert texts(pdf(*pages)).count("Nye tal") == 2


def test_a_page_alone_keeps_its_header_and_loses_its_number() -> None:
    assert texts(pdf(page(0, "1", "Pressemeddelelse"))) == ["Pressemeddelelse", BODY[0]]


def test_the_last_line_of_a_page_is_no_footer() -> None:
    first = lines(70, 100, ["Lederne siger, at de nu har langt mere tid til", "medarbejderne."])
    second = lines(70, 800, ["Byrådet vil se på det til foråret."])
    assert texts(pdf(first, second)) == [
        "Lederne siger, at de nu har langt mere tid til medarbejderne.",
        "Byrådet vil se på det til foråret.",
    ]


def test_pages_with_nothing_but_the_same_words_are_kept() -> None:
    assert len(texts(pdf(*[at(70, 800, "Stille zone")] * 3))) == 3
