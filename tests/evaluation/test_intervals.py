"""Intervals: known values, bounds, and the same figures in every run."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.evaluation.intervals import f1, f1_of_documents, share

COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (50, 100, 0.4038, 0.5962),
        (1, 1, 0.2065, 1),
    ],
)
def test_wilson_s_interval_has_its_known_values(right: int, of: int, low: float, high: float):
    found = share(right, of)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_a_share_of_nothing_has_no_value():
    assert (share(0, 0).value, share(0, 0).low) == (None, None)
    with pytest.raises(ValueError, match="3 of 2"):
        share(3, 2)


@given(st.integers(0, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_lies_within_its_bounds(counted: tuple[int, int]):
    found = share(*counted)
    if found.value is not None and found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.value <= found.high <= 1


@settings(max_examples=30, deadline=None)
@given(COUNTS)
def test_f1_lies_within_its_bounds_and_comes_out_the_same_again(counts: list[tuple[int, int]]):
    found = f1_of_documents(counts)
    assert found == f1_of_documents(counts)
    assert found.value == f1(sum(hit for hit, _ in counts), sum(wrong for _, wrong in counts))
    if found.value is not None and found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.value <= found.high <= 1


def test_what_documents_agree_on_is_sure_and_what_they_do_not_is_not():
    alike = f1_of_documents([(3, 1)] * 10)
    assert (alike.low, alike.value, alike.high) == (6 / 7, 6 / 7, 6 / 7)
    apart = f1_of_documents([(1, 0), (0, 1)])
    assert (apart.low, apart.high) == (0.0, 1.0)


def test_one_document_gives_no_bounds_and_none_no_figure():
    assert f1_of_documents([(3, 1), (0, 0)]).low is None
    assert f1_of_documents([(0, 0)]).value is None and f1_of_documents([]).value is None
