"""Reading takes time in proportion to the text, also where the text is made to hurt.

Time is measured as the best of three, at two sizes; the bounds are loose, since only a quadratic search must fail them.
"""

import time
from collections.abc import Callable

import pytest
from plain_text import read_blocks

from pejlemaerker.corpus.blocks import clean_text
from pejlemaerker.corpus.segmenting import Source, segment
from pejlemaerker.danish.organisations import organisations
from pejlemaerker.danish.people import people

GROWTH = 4
PIECES = {
    "stars": "**",
    "open emphasis": "*a ",
    "brackets": "[",
    "links": "[a](",
    "spaces": " \t",
    "hyphens": "a-",
    "dashes": "– ",
    "initials": "A. ",
    "quotation marks": "”a ",
    "digits": "21 33 44 55 6",
    "at signs": "a@a.",
    "roles": "direktør ",
    "roles and links": "direktør i Bo og ",
    "organisations": "Foreningen af Nye ",
    "lines": "Ny leder\n",
    "list": "- Ny leder\n",
    "numbers": "1. Ny leder\n",
    "headings": "# Ny\n\n",
    "dates": "12. maj 2024\n",
    "contacts": "Tlf. 21334455\n",
    "utterances": "– Ja, siger Bo.\n\n",
    "prose": "Lederne har fået mere tid til de ansatte, og det kan alle mærke nu.\n\n",
}
# Slow on the day this was written, with the reason; each doubles its time per character with the text, or worse.
SLOW = {
    "capitals": ("Abe Bo ", "organisations._by_shape looks at every pair of words in a run of capitals"),
    "genitives": ("Bo’s ", "organisations._by_shape looks at every pair of words in a run of capitals"),
    "names": ("Xandru Tvorkov siger nej. ", "people._unlisted finds all organisations of the text for each name"),
}


def read(text: str) -> None:
    blocks = read_blocks(text)
    segment(Source("tekst", "0" * 64), clean_text(blocks), blocks)


def names(text: str) -> None:
    people(text)
    organisations(text)


def best_of_three(work: Callable[[str], None], text: str) -> float:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - began)
        if times[-1] > 2:
            break
    return min(times)


def assert_linear(work: Callable[[str], None], piece: str, size: int) -> None:
    work("Varm op.")
    short = best_of_three(work, piece * (size // len(piece)))
    long = best_of_three(work, piece * (size * GROWTH // len(piece)))
    assert long < short * GROWTH * 2.2 + 0.05


@pytest.mark.parametrize("work", [read, names])
@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_the_text_and_no_faster(work: Callable[[str], None], name: str) -> None:
    assert_linear(work, PIECES[name], 5_000)


@pytest.mark.parametrize("name", SLOW)
def test_time_of_finding_names_grows_with_the_text_and_no_faster(name: str) -> None:
    assert_linear(names, SLOW[name][0], 250 if name != "names" else 1_500)


def test_time_of_a_very_long_word_grows_with_it_and_no_faster() -> None:
    assert_linear(read, "_a", 2_500)
