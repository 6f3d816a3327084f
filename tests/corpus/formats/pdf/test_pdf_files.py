"""PDF files that LibreOffice and Chromium made are read as a reader reads them: whole paragraphs, in order, nothing else."""

from pathlib import Path

import pytest

from pejlemaerker.corpus.blocks import Block
from pejlemaerker.corpus.claims import Claims
from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.pdf import read_pdf

FILES = Path(__file__).parent / "files"
ORDER = ["I Hvidsand Kommune", "Direktionen", "Tillidsrepræsentanterne", "Evalueringen", "Byrådet"]
FIRST = (
    "I Hvidsand Kommune har lederne af plejehjemmene i to år haft frihed til at tilrettelægge vagtplanerne selv. "
    "Erfaringerne viser, at medarbejdergrupperne tager et større ansvar, når beslutningerne træffes tæt på dem, og at "
    "sygefraværet er faldet fra 8,1 til 6,4 procent."
)
THIRD = (
    "Tillidsrepræsentanterne peger på, at arbejdstilrettelæggelsen er blevet mere forudsigelig. Til gengæld savner de klare "
    "rammer for, hvad en teamleder må beslutte uden at spørge, og hvad der fortsat skal forbi forvaltningen, når social- og "
    "sundhedsområdet er involveret."
)
ROW = "Birkehaven | 5,9 | Vagtplanen er blevet vores egen, og det kan mærkes på stemningen i hele huset"


def blocks_of(name: str) -> list[Block]:
    return read_pdf((FILES / f"{name}.pdf").read_bytes()).blocks


def prose(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if block.shape == "line" and len(block.text) > 150]


def items(blocks: list[Block]) -> list[tuple[int | None, str | None, str]]:
    return [(block.level, block.marker, block.text.split(",")[0]) for block in blocks if block.shape == "list_item"]


def test_a_report_is_read_with_its_headings() -> None:
    headings = [(block.level, block.text) for block in blocks_of("report") if block.shape == "heading"]
    assert headings[0] == (1, "Frihed under ansvar: hvad to år med frie vagtplaner har lært Hvidsand Kommune")
    assert headings[1:4] == [(2, "1 Hvad siger tallene?"), (3, "Hvad vi anbefaler"), (2, "2 Hvad siger tallene?")]
    assert len(headings) == 7


@pytest.mark.parametrize(("name", "times"), [("report", 3), ("columns", 2), ("news", 2)])
def test_paragraphs_are_whole_and_in_order(name: str, times: int) -> None:
    texts = prose(blocks_of(name))
    if name == "report":
        texts = texts[1:]  # the bold introduction
    starts = [next(start for start in ORDER if start in text[:40]) for text in texts]
    assert starts == ORDER * times
    assert texts.count(FIRST) == times
    assert texts.count(THIRD) == times


def test_headers_and_footers_are_left_out() -> None:
    for name in ("report", "news", "slides"):
        text = "\n".join(block.text for block in blocks_of(name))
        assert "Side 1" not in text and " af 3" not in text and "1/2" not in text
        assert "Frihed i ældreplejen" not in text and "127.0.0.1" not in text and "Ledertræf" not in text


def test_a_lead_in_is_no_heading_and_a_footnote_mark_no_figure() -> None:
    texts = prose(blocks_of("report"))
    assert sum(text.startswith("Skemaerne. Direktionen") for text in texts) == 3
    assert not any(text.endswith("4") for text in texts)


def test_lists_have_levels_and_numbers() -> None:
    assert items(blocks_of("report"))[:5] == [
        (1, None, "Giv lederne ret til at sige nej til nye indberetninger"),
        (1, None, "Mål det"),
        (2, None, "Også når det er svært"),
        (1, "1", "Giv lederne ret til at sige nej til nye indberetninger"),
        (1, "2", "Mål det"),
    ]


def test_bullets_that_are_drawn_are_bullets() -> None:
    found = items(blocks_of("news"))
    assert found[:2] == [(1, None, "42 skemaer er væk"), (1, None, "Ni plejehjem er med i forsøget")]
    assert found[2:] == [(1, None, "Ring først"), (2, None, "Også om natten"), (1, None, "Skriv bagefter")]


def test_an_utterance_after_a_dash_stays_a_line() -> None:
    spoken = [block for block in blocks_of("news") if "mandage" in block.text]
    assert [(b.shape, b.text[0]) for b in spoken] == [("line", "–")]


@pytest.mark.parametrize("name", ["report", "columns"])
def test_a_row_of_a_table_is_one_block(name: str) -> None:
    blocks = blocks_of(name)
    assert Block(ROW, gap=True) in blocks
    assert sum(" | " in block.text for block in blocks) == 3


def test_columns_are_read_one_after_the_other() -> None:
    blocks = blocks_of("columns")
    assert [block.text for block in blocks if block.level == 2 and block.shape == "heading"] == [
        "1. Hvad to år med frihed har lært os",
        "2. Hvad to år med frihed har lært os",
        "Tallene",
    ]
    box = [block.text for block in blocks].index("Fakta om forsøget")
    assert [block.shape for block in blocks[box : box + 3]] == ["heading", "list_item", "list_item"]


def test_the_largest_words_of_a_slide_are_its_heading() -> None:
    blocks = blocks_of("slides")
    assert [block.text for block in blocks if block.shape == "heading"] == [
        "Slip vagtplanen fri",
        "Det lærte vi",
        "Det gør vi nu",
    ]
    assert [(block.text, block.gap) for block in blocks[1:3]] == [
        ("Tove Rask, plejehjemsleder", True),
        ("4. marts 2024", False),
    ]
    assert items(blocks)[1] == (2, None, "Også når de kommer fra os selv")


def test_nothing_is_claimed() -> None:
    assert read_pdf((FILES / "report.pdf").read_bytes()).claims == Claims()


def test_a_locked_file_is_told_apart() -> None:
    with pytest.raises(UnreadableError) as caught:
        blocks_of("locked")
    assert caught.value.code == "encrypted"


@pytest.mark.parametrize("name", ["report", "columns", "news", "slides"])
def test_reading_twice_gives_the_same(name: str) -> None:
    assert blocks_of(name) == blocks_of(name)
