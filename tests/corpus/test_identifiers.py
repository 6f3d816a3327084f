"""Identifiers stay when a page changes around an article, and part when the words do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.corpus.identifiers import RowIdentifiers, document_id, normalised

DAY = date(2024, 5, 12)
OPENING = "Lederne får mere tid."


def test_case_marks_and_white_space_do_not_count() -> None:
    assert normalised(" ”Mere  tid”,\nsiger LEDEREN! ") == normalised("Mere tid – siger lederen.")


@given(st.text())
def test_normalised_text_stays_as_it_is(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_a_document_is_named_by_its_address_before_all_else() -> None:
    url = "https://example.dk/mere-tid"
    assert document_id(url, "Havnebladet", "Mere tid", DAY, OPENING) == document_id(url, None, None, None, "")
    assert document_id(url, None, None, None, "") != document_id(url + "-2", None, None, None, "")


def test_a_document_is_named_by_publisher_title_and_date() -> None:
    first = document_id(None, "Havnebladet", "Mere tid", DAY, OPENING)
    assert first == document_id(None, "Havnebladet", "MERE TID!", DAY, "Andre ord.")
    assert first != document_id(None, "Kystbladet", "Mere tid", DAY, OPENING)
    assert first != document_id(None, "Havnebladet", "Mindre tid", DAY, OPENING)
    assert first != document_id(None, "Havnebladet", "Mere tid", date(2024, 5, 13), OPENING)


@pytest.mark.parametrize(("title", "day"), [(None, DAY), ("Mere tid", None), (None, None)])
def test_the_opening_words_stand_in_for_what_is_missing(title: str | None, day: date | None) -> None:
    assert document_id(None, None, title, day, "Et.") != document_id(None, None, title, day, "To.")


def test_an_identifier_is_short_and_plain() -> None:
    identifier = document_id(None, None, "Mere tid", DAY, OPENING)
    assert identifier.startswith("d") and len(identifier) == 17 and identifier.isalnum()


def test_equal_words_count_on() -> None:
    rows = RowIdentifiers("d1", "s")
    first, second, other = rows.next("Mere tid"), rows.next("mere tid!"), rows.next("Mindre tid")
    again = RowIdentifiers("d1", "s")
    assert len({first, second, other}) == 3
    assert (again.next("Mindre tid"), again.next("MERE TID")) == (other, first)


def test_documents_and_tables_do_not_share_identifiers() -> None:
    names = {RowIdentifiers(document, letter).next("Mere tid") for document in ("d1", "d2") for letter in "sq"}
    assert len(names) == 4


@given(st.lists(st.text(max_size=6), max_size=20))
def test_no_two_rows_of_a_table_share_one(texts: list[str]) -> None:
    rows = RowIdentifiers("d1", "s")
    found = [rows.next(text) for text in texts]
    assert len(set(found)) == len(texts)
