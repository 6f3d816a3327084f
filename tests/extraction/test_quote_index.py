"""Which quote a stretch stands in."""

import pytest

from pejlemaerker.extraction.spans import QuoteIndex

QUOTES = [{"char_start": 100, "char_end": 200}, {"char_start": 10, "char_end": 50}, {"char_start": 20, "char_end": 30}]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (12, 18, (10, 50)),
        (22, 28, (20, 30)),
        (110, 190, (100, 200)),
        (90, 210, (100, 200)),
        (60, 90, None),
        (150, 260, None),
    ],
)
def test_the_innermost_quote_that_holds_a_stretch(start, end, found):
    row = QuoteIndex(QUOTES).at(start, end)
    assert (row and (row["char_start"], row["char_end"])) == found


@pytest.mark.parametrize(("start", "end", "found"), [(95, 140, 100), (150, 260, 100), (60, 99, None), (0, 12, None)])
def test_the_quote_that_shares_most_with_a_stretch(start, end, found):
    row = QuoteIndex(QUOTES).overlapping(start, end)
    assert (row and row["char_start"]) == found


def test_without_quotes_there_is_none():
    assert QuoteIndex([]).at(0, 10) is None and QuoteIndex([]).overlapping(0, 10) is None
