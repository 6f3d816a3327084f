"""A text cut where rows begin and end: nothing of it is lost, and each piece knows exactly the rows that it belongs to."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pejlemaerker.publication.site.documents.marking import around, cut
from pejlemaerker.publication.site.documents.pages import Part, packed, stretches
from pejlemaerker.publication.site.documents.reading import Found

KINDS = ("quote", "recommendation", "kpi", "initiative")


@st.composite
def texts_and_rows(draw: st.DrawFn) -> tuple[str, int, list[Found]]:
    text = draw(st.text(min_size=1, max_size=60))
    start = draw(st.integers(0, 50))
    rows = []
    for n in range(draw(st.integers(0, 8))):
        low = draw(st.integers(0, start + len(text) + 10))
        rows.append(Found(f"r{n}", draw(st.sampled_from(KINDS)), low, low + draw(st.integers(1, 80)), {}))
    return text, start, rows


@given(texts_and_rows())
def test_pieces_make_the_text_and_know_their_rows(drawn: tuple[str, int, list[Found]]) -> None:
    text, start, rows = drawn
    pieces = list(cut(text, start, rows))
    assert "".join(piece.text for piece in pieces) == text
    at = start
    for piece in pieces:
        for place in range(at, at + len(piece.text)):
            assert {row.row_id for row in piece.rows} == {row.row_id for row in rows if row.start <= place < row.end}
        at += len(piece.text)


def test_the_shortest_row_of_a_piece_comes_last() -> None:
    quote, figure = Found("q", "quote", 0, 20, {}), Found("k", "kpi", 5, 8, {})
    assert [piece.row_ids for piece in cut("a" * 20, 0, [figure, quote])] == ["q", "q k", "q"]


@given(texts_and_rows(), st.integers(1, 30))
def test_the_context_of_a_row_is_its_own_words_in_theirs(drawn: tuple[str, int, list[Found]], width: int) -> None:
    text, start, rows = drawn
    for row in rows:
        told = around(row, text, start, width)
        inside = row.start >= start and row.end <= start + len(text)
        assert (told is not None) == inside
        if told:
            assert told[1] == text[row.start - start : row.end - start]


def test_words_that_may_not_be_given_have_no_context() -> None:
    assert around(Found("q", "quote", 0, 3, {}), None, 0) is None


@given(st.lists(st.integers(0, 50), max_size=40), st.integers(10, 60))
def test_pages_keep_every_part_in_order_and_their_weight(sizes: list[int], weight: int) -> None:
    parts = [Part(Markup("x" * size), f"d-{n}") for n, size in enumerate(sizes)]
    pages = list(packed(parts, weight))
    assert [part for page in pages for part in page] == parts
    assert all(len(page) == 1 or sum(len(part.html) for part in page) <= weight for page in pages if page)


@given(st.text(alphabet="ab ", max_size=80), st.integers(1, 20))
def test_a_passage_of_any_length_is_cut_between_words_and_nothing_of_it_is_lost(text: str, longest: int) -> None:
    found = list(stretches(text, longest))
    assert "".join(words for _, words in found) == text
    assert all(text[at : at + len(words)] == words and 0 < len(words) <= longest for at, words in found)
    assert all(words.endswith(" ") or " " not in words for _, words in found[:-1])
