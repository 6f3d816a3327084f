"""Confidences against what is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_gold import gold, quote, quote_row, reading

from pejlemaerker.evaluation.comparing import compare
from pejlemaerker.evaluation.reliability import EDGES, Outcome, outcomes, reliability

OUTCOMES = st.builds(
    Outcome,
    st.sampled_from(["quotes", "kpis"]),
    st.just("direct"),
    st.just("made.up"),
    st.none(),
    st.floats(0, 1),
    st.sampled_from([True, False, None]),
)


def rows_of(*confidences: tuple[float, bool | None]) -> list[Outcome]:
    return [Outcome("quotes", "direct", "made.up", None, confidence, right) for confidence, right in confidences]


def test_a_quote_is_right_only_with_its_speaker_and_a_row_only_with_a_record():
    asked = gold(quotes=[quote(), quote("Af Ditte Lyngholm", optional=True)])
    cases = {
        quote()["text"]: [("Ditte Lyngholm", True), ("Sundby Kommune", False), (None, True)],
        "Sundby Kommune åbner": [("Ditte Lyngholm", False)],
        "Af Ditte Lyngholm": [("Ditte Lyngholm", None), ("Sundby Kommune", None)],
    }
    for text, expected in cases.items():
        for speaker, right in expected:
            found = reading(quotes=[quote_row(text, speaker=speaker)])
            (outcome,) = outcomes([compare("a.txt", asked, found)])
            assert (outcome.rule, outcome.attribution, outcome.right) == ("quote.made", "same_sentence", right)


def test_bins_hold_their_rows_and_the_error_is_what_it_should_be():
    quotes = reliability(rows_of((0.9, True), (0.9, True), (0.9, False), (0.4, False), (0.2, None)))[0]
    assert quotes.rows == 4
    low, high = quotes.bins
    assert (low.low, low.high, low.right.right, low.right.of) == (0.0, 0.5, 0, 1)
    assert (high.low, high.high, high.right.right, high.right.of) == (0.9, 0.95, 2, 3)
    assert quotes.error == pytest.approx((0.4 + 0.7) / 4)


def test_sure_and_right_has_no_error_and_no_rows_no_figure():
    quotes, *_, together = reliability(rows_of((1.0, True), (0.0, False)))
    assert (quotes.error, together.error, together.table) == (0.0, 0.0, "all")
    assert reliability([])[0].error is None


@given(st.lists(OUTCOMES, max_size=30))
def test_every_row_lies_in_one_bin(rows: list[Outcome]):
    for found in reliability(rows):
        assert sum(part.right.of for part in found.bins) == found.rows
        assert found.error is None or 0 <= found.error <= 1
        assert all(part.low <= part.confidence <= part.high and part.low in EDGES for part in found.bins)
