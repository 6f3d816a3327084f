"""Lines are put together to paragraphs, headings and items, and words that a line end had parted are whole."""

import pytest
from drawn_pdf import at, lines, pdf

from pejlemaerker.corpus.blocks import Block
from pejlemaerker.corpus.formats.pdf import read_pdf

PROSE = [
    "Lederne på de ni plejehjem har i to år haft lov til at lægge vagtplanen selv,",
    "og det har de brugt til at spørge de ansatte, hvad der skal til for at trives.",
    "Svarene har overrasket dem, for det var ikke lønnen, som de ansatte nævnte.",
]


def blocks_of(*pages: str) -> list[Block]:
    return read_pdf(pdf(*pages)).blocks


def texts(*pages: str) -> list[str]:
    return [block.text for block in blocks_of(*pages)]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("og det gælder i alle kommu-", "nerne i dag", "i alle kommunerne i dag"),
        ("det gælder hele social-", "og sundhedsområdet", "hele social- og sundhedsområdet"),
        ("det siger den nye KL-", "formand i dag", "den nye KL-formand i dag"),
        ("det var midt under covid-", "19 og alt det", "under covid-19 og alt det"),
        ("det sker i hele Nord-", "Jylland i dag", "i hele Nord-Jylland i dag"),
        ("de har sendt en e-", "mail til alle", "en e-mail til alle"),
        ("det gælder – som vi ved –", "for alle", "som vi ved – for alle"),
    ],
)
def test_words_parted_by_a_line_end(first: str, second: str, whole: str) -> None:
    found = texts(lines(70, 700, [*PROSE[:2], first.rjust(len(PROSE[0])).strip(), second]))
    assert whole in found[0]


def test_a_hyphen_the_document_spells_elsewhere_stays() -> None:
    page = lines(
        70, 700, ["Hvad er ro-ret mon? Det ved vi, for ro-ret er godt, og den der vil have mere ro-", "ret er fri."]
    )
    assert texts(page)[0].endswith("mere ro-ret er fri.")


def test_white_and_indents_part_paragraphs() -> None:
    white = lines(70, 700, PROSE) + lines(70, 652, PROSE)
    indented = lines(70, 700, PROSE) + at(85, 664, "De ansatte nævnte tiden, og de nævnte den igen og igen.")
    assert texts(white) == [" ".join(PROSE)] * 2
    assert texts(indented) == [" ".join(PROSE), "De ansatte nævnte tiden, og de nævnte den igen og igen."]


def test_a_paragraph_runs_on_to_the_next_page_past_headers() -> None:
    first = at(70, 800, "Notat om tid", 8) + lines(70, 700, PROSE[:2]) + at(70, 640, "1 Se bilaget.", 7)
    second = at(70, 800, "Notat om tid", 8) + lines(70, 700, ["og de nævnte heller ikke ferien en eneste gang."])
    found = texts(first.replace("for at trives.", "for at trives,"), second)
    assert found == [f"{PROSE[0]} {PROSE[1][:-1]}, og de nævnte heller ikke ferien en eneste gang.", "1 Se bilaget."]


def test_a_new_sentence_on_the_next_page_is_a_paragraph_of_its_own() -> None:
    assert len(texts(lines(70, 700, PROSE), lines(70, 700, PROSE))) == 2


def test_large_and_bold_lines_are_headings_by_size() -> None:
    page = lines(70, 760, ["Fri til at lede: hvad", "to år har lært os"], 24, 28) + lines(70, 690, PROSE)
    page += at(70, 640, "Kort fortalt", 14) + lines(70, 620, PROSE) + at(70, 570, "Tiden er knap", bold=True)
    found = blocks_of(page + lines(70, 555, PROSE))
    assert [(b.level, b.text) for b in found if b.shape == "heading"] == [
        (1, "Fri til at lede: hvad to år har lært os"),
        (2, "Kort fortalt"),
        (3, "Tiden er knap"),
    ]


def test_a_bold_paragraph_is_no_heading() -> None:
    found = blocks_of(lines(70, 700, PROSE, bold=True) + lines(70, 650, PROSE))
    assert [block.shape for block in found] == ["line", "line"]


def test_a_large_figure_is_no_heading() -> None:
    assert [b.shape for b in blocks_of(at(70, 720, "75 %", 40) + lines(70, 690, PROSE))] == ["line", "line"]


def test_items_go_on_under_their_words() -> None:
    page = at(70, 700, "•") + lines(88, 700, ["Giv lederne ret til at sige nej til skemaer,", "som ingen læser"])
    page += (
        at(88, 676, "–") + at(106, 676, "Også når de er vores egne") + at(70, 664, "•") + at(88, 664, "Mål det vigtige")
    )
    assert blocks_of(page) == [
        Block("Giv lederne ret til at sige nej til skemaer, som ingen læser", "list_item", 1, gap=True),
        Block("Også når de er vores egne", "list_item", 2),
        Block("Mål det vigtige", "list_item", 1),
    ]


def test_bullets_of_a_symbol_font_are_bullets() -> None:
    bullet = "BT /F2 10 Tf 1 0 0 1 70 700 Tm <B7> Tj 1 0 0 1 70 680 Tm <A8> Tj ET\n"
    page = bullet + at(88, 700, "Færre skemaer") + at(88, 680, "Mere tid")
    assert [(b.shape, b.text) for b in blocks_of(page)] == [("list_item", "Færre skemaer"), ("list_item", "Mere tid")]


def test_numbers_apart_from_their_words_open_items() -> None:
    page = "".join(
        at(70, 700 - 14 * i, mark) + at(90, 700 - 14 * i, text)
        for i, (mark, text) in enumerate(
            [("1.", "Lyt til de ansatte"), ("2.", "Beslut noget"), ("a)", "Følg op på det")]
        )
    )
    assert [(b.marker, b.text) for b in blocks_of(page)] == [
        ("1", "Lyt til de ansatte"),
        ("2", "Beslut noget"),
        ("a", "Følg op på det"),
    ]


def test_a_date_and_an_utterance_are_no_items() -> None:
    page = at(70, 700, "3. maj 2024 blev det hele vedtaget i byrådet") + at(
        70, 670, "– Vi skal turde, siger Tove Rask."
    )
    assert [(b.shape, b.text[:2]) for b in blocks_of(page)] == [("line", "3."), ("line", "– ")]


def test_short_lines_under_each_other_are_line_breaks() -> None:
    found = blocks_of(lines(70, 700, PROSE) + lines(70, 640, ["Hvidsand Kommune", "Rådhusgade 1"]))
    assert [(b.text, b.gap) for b in found[1:]] == [("Hvidsand Kommune", True), ("Rådhusgade 1", False)]
