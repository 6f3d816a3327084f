"""The joint cap: never more characters than allowed, each counted once, and never a word that is not the document's."""

from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.publication.editions.allowance import Cap, chosen, place_of

LENGTH = 120
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 60)).map(lambda at: (at[0], min(LENGTH, at[0] + at[1]))),
    max_size=30,
)
CAPS = st.integers(0, LENGTH + 20)


def union(spans: list[tuple[int, int]], keep: list[bool]) -> set[int]:
    return {at for (start, end), kept in zip(spans, keep, strict=True) if kept for at in range(start, end)}


@given(SPANS, CAPS, st.integers(0, LENGTH))
def test_what_is_published_is_within_the_caps(spans: list[tuple[int, int]], most: int, longest: int):
    keep, used = chosen(spans, LENGTH, Cap(most, longest))
    assert used == len(union(spans, keep)) <= most
    assert all(end - start <= longest for (start, end), kept in zip(spans, keep, strict=True) if kept)


@given(SPANS, CAPS, CAPS)
def test_a_larger_cap_never_gives_less(spans: list[tuple[int, int]], one: int, other: int):
    low, high = sorted((one, other))
    assert chosen(spans, LENGTH, Cap(low, LENGTH))[1] <= chosen(spans, LENGTH, Cap(high, LENGTH))[1]


@given(SPANS, CAPS)
def test_the_title_counts_and_is_always_there(spans: list[tuple[int, int]], most: int):
    keep, used = chosen(spans, LENGTH, Cap(most, LENGTH, (0, 10)))
    assert used == len(union(spans, keep) | set(range(10))) <= max(most, 10)


@given(SPANS)
def test_with_room_for_all_all_is_published(spans: list[tuple[int, int]]):
    assert all(chosen(spans, LENGTH, Cap(LENGTH, LENGTH))[0])


def test_what_lies_within_what_is_published_costs_nothing():
    assert chosen([(0, 20), (5, 15), (15, 25)], 100, Cap(20, 50)) == ([True, True, False], 20)


def test_a_closed_document_gives_nothing_not_even_its_title_twice():
    assert chosen([(0, 5), (3, 9)], 50, Cap(0, -1, (0, 10))) == ([False, False], 10)


def test_words_are_found_near_their_row_before_anywhere_else():
    text = "elever " + "x" * 1000 + " elever"
    assert place_of(text, "elever", 1000) == (1008, 1014)
    assert place_of(text, "elever", 0) == (0, 6)
    assert place_of("ingen", "elever") is None
