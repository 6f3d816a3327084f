"""Marks, dashes, labels and names in great numbers are read in time that grows with the length of the text alone.

Bounds are generous; an alarm ends what goes beyond. Sizes are such that what is linear takes a second or two. For people and what is said
of them, calls are counted: twice the text may take little more than twice as many.
"""

import string
import sys

import pytest
from test_extraction_time import CLOSING, OPENING, limit

from pejlemaerker.extraction.cast import cast_of
from pejlemaerker.extraction.quotes import quotes
from pejlemaerker.extraction.quotes.marks import marked

FIRST = ("Tove", "Bjarke", "Ditte", "Karen")


def name(number: int) -> str:
    """A name of its own for each number."""
    letters = "".join(string.ascii_lowercase[number // 26**place % 26] for place in (3, 2, 1, 0))
    return f"{FIRST[number % 4]} Vest{letters}birk"


def document(*paragraphs: str) -> str:
    return "\n\n".join([OPENING, *paragraphs]) + CLOSING


@pytest.mark.parametrize("marks", ["””", "“”", "„“", "»«", "«»", '""', "’’", "''", "‘’", "‹›"])
def test_200_000_marks_of_each_style(marks):
    with limit(20):
        assert len(marked(f"De vil have {marks[0]}ro{marks[1]} nu. " * 100_000)) == 100_000


@pytest.mark.parametrize("mark", "”“„»«\"’'‘‹")
def test_100_000_marks_that_nothing_closes(mark):
    with limit(20):
        marked(f"De siger {mark}vi ved " * 100_000)


def test_200_000_apostrophes():
    with limit(20):
        assert marked("Det er KL's plan og Lars' hus. " * 100_000) == []


def test_2_000_dashes_inside_a_paragraph(read):
    with limit(20):
        found = read(OPENING + "Det er godt. - Vi har ro på gangene, siger hun. " * 2_000 + CLOSING)
    assert len(found.quotes) >= 2_000


@pytest.mark.parametrize(("labels", "expected"), [(("Tove Vestbirk", "Bjarke Rask"), 2_000), (("TV", "BR"), 2_000)])
def test_2_000_labels(read, labels, expected):
    turns = (f"{labels[number % 2]}: Vi har fået ro på gangene nu." for number in range(2_000))
    with limit(20):
        found = read(document("Borgmester Tove Vestbirk og direktør Bjarke Rask er her.", *turns))
    assert len(found.quotes) == expected


def test_1_000_people_with_roles_without_organisation(read):
    people = (f"Strandkær Kommune bygger. I dag kom direktør {name(number)} forbi." for number in range(1_000))
    with limit(20):
        found = read(document(*people))
        assert len(cast_of(found.article).actors) == 1_000


def test_2_000_first_names(read):
    named = (f"I dag kom {FIRST[number % 4]} forbi for at tale om det." for number in range(2_000))
    with limit(20):
        read(document("Borgmester Tove Vestbirk er her sammen med sygeplejerske Ruth.", *named))


def calls(read, text: str) -> int:
    """How many calls it takes to find who is in `text` and who says what."""
    article = read(text).article
    article.cache.clear()
    counted = 0

    def count(_, event: str, __) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        cast_of(article)
        quotes(article)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("I dag kom direktør {} forbi.", id="roles"),
        pytest.param("Strandkær Kommune bygger. I dag kom direktør {} forbi.", id="scene"),
        pytest.param("I dag kom direktør {} forbi. Haven er i Strandkær Kommune.", id="article"),
        pytest.param("I dag kom direktør {}. ”Vi har ro nu,” siger direktøren.", id="titles"),
        pytest.param("{}: Vi har fået ro på gangene nu.", id="labels"),
        pytest.param("”Vi har fået ro på gangene nu,” siger {}.", id="quotes"),
        pytest.param("”Vi har fået ro på gangene nu.”\n\n{}, direktør i Plejenet A/S", id="signatures"),
        pytest.param("I dag kom {} forbi. Hun er glad.", id="pronouns"),
        pytest.param("Vi har ro. - Det er vi glade for, siger {}.", id="dashes"),
    ],
)
def test_twice_the_people_take_twice_the_calls(read, body):
    half, whole = (document(*(body.format(name(i)) for i in range(size))) for size in (100, 200))
    assert calls(read, whole) < 2.05 * calls(read, half)
