"""House lines told from tables in pieces: those that all documents held at once would give.

What belongs here: how lines are counted over very many documents. What makes a line a house's is in `test_house_lines`.
"""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.corpus.claims import Claims
from pejlemaerker.corpus.house_lines import Printed, house_lines
from pejlemaerker.houses import Pair, tell_houses

LINES = st.lists(
    st.sampled_from(["Forside", "Nyheder", "Læs også", *(f"Ord nummer {i} i en artikel" for i in range(12))]),
    max_size=8,
)
DOCUMENTS = st.lists(st.tuples(st.sampled_from(["a.example", "b.example", ""]), LINES), max_size=14)


def pair(documents: list[tuple[str, str, list[str]]]) -> Pair:
    """Texts and blocks of documents by source, site and lines; every third block has a kind from its format."""
    texts, blocks = [], []
    for raw, site, lines in documents:
        claims = Claims(url=f"https://{site}/x") if site else Claims()
        texts.append(
            {"_raw": raw, "clean_text": "\n".join(lines), "claims": claims.to_json(), "stated": Claims().to_json()}
        )
        start = 0
        for line in lines:
            blocks.append({"_raw": raw, "char_start": start, "char_end": start + len(line), "zone": None})
            start += len(line) + 1
    kinds = {"_raw": pl.String(), "clean_text": pl.String(), "claims": pl.String(), "stated": pl.String()}
    places = {"_raw": pl.String(), "char_start": pl.Int64(), "char_end": pl.Int64(), "zone": pl.String()}
    return pl.DataFrame(texts, schema=kinds), pl.DataFrame(blocks, schema=places)


@given(documents=DOCUMENTS, size=st.integers(1, 5))
@settings(deadline=None)
def test_pieces_of_any_size_give_what_all_at_once_give(documents: list[tuple[str, list[str]]], size: int):
    named = [(f"r{i}", site, lines) for i, (site, lines) in enumerate(documents)]
    pieces = [pair(named[i : i + size]) for i in range(0, len(named), size)]
    found = tell_houses([texts for texts, _ in pieces], lambda: pieces)
    wanted = house_lines(Printed(raw, site, tuple(lines)) for raw, site, lines in named if site)
    assert {(row[0], row[1]) for row in found.iter_rows()} == {
        (raw, line) for raw, lines in wanted.items() for line in lines
    }


def test_a_file_without_text_and_a_block_of_a_known_kind_tell_nothing():
    texts, blocks = pair([(f"r{i}", "a.example", ["Forside", f"Artikel {i} om et tag"]) for i in range(3)])
    known = blocks.with_columns(zone=pl.lit("navigation"))
    assert tell_houses([texts], lambda: [(texts, known)]).is_empty()
    unread = texts.with_columns(claims=pl.lit(None, pl.String()), clean_text=pl.lit(None, pl.String()))
    assert tell_houses([unread], lambda: [(unread, blocks.head(0))]).is_empty()
    assert tell_houses([texts], lambda: [(texts, blocks)])["line"].unique().to_list() == ["Forside"]


@pytest.mark.parametrize("letters", [None, 10, 10_000])
def test_lines_that_were_left_out_count_in_how_much_is_shared(letters: int | None):
    """Of a document most of whose letters are shared nothing is told; the letters of lines left out are told by number."""
    documents = [Printed(name, "a.example", ("Forside og nyheder",), letters) for name in "abc"]
    assert bool(house_lines(documents)) is (letters == 10_000)
