"""Loading a word list: rows of stripped columns without the header. What the lists hold is for `test_lexicons`."""

import pytest

from pejlemaerker.danish import lexicon


def test_rows_are_columns_without_header_and_spare_space() -> None:
    found = lexicon.rows("municipalities")
    assert all(not row[0].startswith("#") for row in found)
    assert all(cell == cell.strip() for row in found for cell in row)
    assert len({len(row) for row in found}) == 1


def test_words_are_the_first_column() -> None:
    assert lexicon.words("regions") == {row[0] for row in lexicon.rows("regions")}


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon.rows("findes-ikke")
