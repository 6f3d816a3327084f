"""Tokens: sentences of our own with their tokens parted by `|`, and properties that hold for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish import tokens

CASES = {
    "Skolen åbner i dag, siger hun.": "Skolen|åbner|i|dag|,|siger|hun|.",
    "Det gælder bl.a. kr. og F.eks. mv. her": "Det|gælder|bl.a.|kr.|og|F.eks.|mv.|her",
    "bl. a. to": "bl.|a.|to",
    "Det er nu. Og slut.": "Det|er|nu|.|Og|slut|.",
    "den 31. oktober": "den|31.|oktober",
    "I 2019. Det var": "I|2019|.|Det|var",
    "1. Først dette": "1.|Først|dette",
    "den 1.-3. juni": "den|1.|-|3.|juni",
    "H. C. Brosbøl": "H.|C.|Brosbøl",
    "det er før jul. Nu": "det|er|før|jul|.|Nu",
    "12. jul. 2019": "12.|jul.|2019",
    "1.234,5 kr. kl. 20.00, 3/4 og 2010-2012": "1.234,5|kr.|kl.|20.00|,|3/4|og|2010-2012",
    "40 % og 40%": "40|%|og|40|%",
    "34-årige børne- og ungechefer": "34-årige|børne-|og|ungechefer",
    "KL's, KL’s og Lars' hus": "KL's|,|KL’s|og|Lars'|hus",
    "”Ja,” siger »hun«": "”|Ja|,|”|siger|»|hun|«",
    "(måske) [nej]": "(|måske|)|[|nej|]",
    "Vent ... nej!! Hvad?": "Vent|...|nej|!!|Hvad|?",
    "skriv til post@havn.dk, eller se www.havn.dk/om.": "skriv|til|post@havn.dk|,|eller|se|www.havn.dk/om|.",
    "se havn.dk.": "se|havn.dk|.",
    "https://havn.dk/a?b=c&d (se den)": "https://havn.dk/a?b=c&d|(|se|den|)",
    "og/eller - nej": "og/eller|-|nej",
    "slut.Nu": "slut|.|Nu",
    "a 🙂 b": "a|🙂|b",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_text_falls_into_these_tokens(text: str, expected: str) -> None:
    assert [text[start:end] for start, end in tokens(text)] == expected.split("|")


@given(st.text() | st.text(alphabet="aBskrø1.,:/-'’”\"@&_()? \n", max_size=80))
def test_spans_are_in_order_and_cover_everything(text: str) -> None:
    spans = tokens(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert not any(character.isspace() for start, end in spans for character in text[start:end])
    covered = {position for start, end in spans for position in range(start, end)}
    assert all(text[position].isspace() for position in set(range(len(text))) - covered)


@given(st.lists(st.from_regex(r"[a-zæøå]{1,12}", fullmatch=True)))
def test_plain_words_stay_whole(words: list[str]) -> None:
    text = " ".join(words)
    assert [text[start:end] for start, end in tokens(text)] == words


@pytest.mark.parametrize(
    "piece", [".", "”", '"', "a.", "aaaaa.", "a-", "a@", "www.", "http://", "1.", "1. ", "bl.a.", "'", "_", "aa.bb@"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    tokens(text)
    assert time.perf_counter() - began < 15  # a quadratic search would take minutes
