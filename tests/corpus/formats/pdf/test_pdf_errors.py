"""A file that gives no text says why; one bad page costs no more than itself."""

from pathlib import Path

import pytest
from drawn_pdf import A4, at, pdf

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.pdf import read_pdf

REPORT = Path(__file__).parent / "files" / "report.pdf"
PICTURE = f"q {A4[0]} 0 0 {A4[1]} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"


def code_of(content: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(content)
    return caught.value.code


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\0" * 500, pdf(), REPORT.read_bytes()[:9000]])
def test_a_damaged_file_is_broken(content: bytes) -> None:
    assert code_of(content) == "broken"


@pytest.mark.parametrize("pages", [[""], [PICTURE], [PICTURE + at(300, 40, "Modtaget")] * 3, [at(70, 700, "1 2 3")]])
def test_pages_without_words_ask_for_text_recognition(pages: list[str]) -> None:
    with pytest.raises(UnreadableError, match="ocrmypdf") as caught:
        read_pdf(pdf(*pages))
    assert caught.value.code == "no_text"


def test_a_few_words_without_a_picture_are_text() -> None:
    assert [block.text for block in read_pdf(pdf(at(70, 700, "Hej"))).blocks] == ["Hej"]


def test_one_bad_page_costs_no_more_than_itself() -> None:
    content = pdf(at(70, 700, "Den første side"), at(70, 700, "Den anden side"))
    damaged = content.replace(b"6 0 obj\n<< /Type /Page ", b"6 0 obj\n<< /Tipe /Rage ")
    assert damaged != content
    assert "Den anden side" in [block.text for block in read_pdf(damaged).blocks]


def test_too_many_pages_are_not_read() -> None:
    assert code_of(pdf(*[at(70, 700, "Hej")] * 3001)) == "limit"


@pytest.mark.parametrize("size", [1e9, 1e-9, -10])
def test_odd_sizes_of_type_do_no_harm(size: float) -> None:
    page = at(70, 700, "Helt almindelig tekst") + at(70, 600, "x", size)
    assert "Helt almindelig tekst" in [block.text for block in read_pdf(pdf(page)).blocks]


def test_bytes_changed_at_random_raise_nothing_else() -> None:
    content = bytearray(pdf(*[at(70, 700, f"Side {i} om ledelse") for i in range(3)]))
    for start in range(7):
        damaged = bytearray(content)
        for i in range(start, len(damaged), 97):
            damaged[i] = (damaged[i] * 31 + start) % 256
        try:
            read_pdf(bytes(damaged))
        except UnreadableError as error:
            assert error.code in ("broken", "no_text", "encrypted")
