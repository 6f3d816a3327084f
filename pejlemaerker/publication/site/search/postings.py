"""Which words stand in which records: the words of all records brought to stems, and by stem the records and how much each is about it.

Stems are those of the search of the DuckDB file. Postings are gathered in a table of DuckDB, which puts to disk what memory cannot hold.
"""

from collections.abc import Iterator
from itertools import pairwise

import duckdb
import polars as pl

from pejlemaerker.publication.database.search.index import Vocabulary, postings_of
from pejlemaerker.storage.files import to_arrow

from .packing import Bundle
from .records import DOCUMENT, Part, frame

_WORDS_A_FILE = 3_000
_POSTINGS_A_FILE = 40_000
# BM25 with k1 1.2 and b 0.75 beside a document or a statement of usual length, in hundredths. The lengths are fixed, so that what a
# record is worth does not hang on the others; none counts as less than half as long, or a heading would stand above all texts.
_USUAL = {DOCUMENT: 400, "": 20}
_IMPACT = (
    "greatest(1, round(100 * weight * 2.2 / (weight + 1.2 * (0.25 + 0.75 * greatest(0.5, n_words / usual)))))::UTINYINT"
)


class Postings:
    """The postings of all records so far."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection.cursor()
        self._vocabulary = Vocabulary()
        self._connection.execute("CREATE TABLE memory.postings (term INTEGER, record INTEGER, impact UTINYINT)")

    def add(self, part: Part) -> None:
        """Take in the words of a part."""
        cut = part.words.group_by("record", maintain_order=True).agg("word").rename({"record": "segment_number"})
        found = postings_of(cut.cast({"segment_number": pl.Int64}), self._vocabulary)
        usual = pl.when(pl.col("kind") == DOCUMENT).then(_USUAL[DOCUMENT]).otherwise(_USUAL[""])
        lengths = (
            part.words.group_by("record").len("n_words").join(part.records.select("record", usual=usual), on="record")
        )
        lengths = lengths.cast({"record": pl.Int64})
        incoming = found.join(lengths, left_on="segment_number", right_on="record")
        self._connection.register(
            "incoming", to_arrow(incoming.rename({"impact": "weight", "segment_number": "record"}))
        )
        self._connection.execute(f"INSERT INTO memory.postings SELECT term_id, record, {_IMPACT} FROM incoming")
        self._connection.unregister("incoming")

    def write(self, bundle: Bundle) -> dict[str, list[str] | list[int]]:
        """Write the files `words/N` and `terms/N`; what the first of each is, by which a browser knows where to look."""
        self._connection.execute("CREATE TABLE memory.sorted AS SELECT * FROM memory.postings ORDER BY term, record")
        self._connection.execute("DROP TABLE memory.postings")
        try:
            return {"words": self._write_words(bundle), "terms": self._write_terms(bundle)}
        finally:
            self._connection.execute("DROP TABLE memory.sorted")

    def _write_words(self, bundle: Bundle) -> list[str]:
        """Each word and each stem with the number of its stem, in the order in which JavaScript compares."""
        own = self._vocabulary.words.filter(pl.col("weight") == 1)
        of = {**self._vocabulary.terms, **dict(own.select("word", "term_id").iter_rows())}
        words = sorted(of, key=lambda word: word.encode("utf-16-be"))
        starts = range(0, len(words), _WORDS_A_FILE)
        for n, start in enumerate(starts):
            some = words[start : start + _WORDS_A_FILE]
            bundle.add(f"words/{n}", {"words": some}, {"terms": ("u32", [of[word] for word in some])})
        return [words[start] for start in starts]

    def _write_terms(self, bundle: Bundle) -> list[int]:
        """The postings by stem, with the words that count for it, which are marked in what was found."""
        by_term = self._vocabulary.words.sort("term_id", "word").group_by("term_id", maintain_order=True).agg("word")
        forms = dict(by_term.iter_rows())
        starts = list(self._starts())
        for n, (first, end) in enumerate(pairwise([*starts, len(self._vocabulary.terms) + 1])):
            sql = f"SELECT * FROM memory.sorted WHERE term >= {first} AND term < {end} ORDER BY term, record"
            found = frame(self._connection, sql)
            # What leads from one record to the next takes fewer bytes than their numbers.
            steps = found.select(pl.col("record") - pl.col("record").shift(1, fill_value=0).over("term"))["record"]
            lengths = found["term"].rle().struct.field("len").to_list()
            words = [forms.get(term, []) for term in range(first, end)]
            arrays = {"n": lengths, "steps": steps.to_list()}
            packed = {name: ("u32", numbers) for name, numbers in arrays.items()}
            bundle.add(
                f"terms/{n}", {"first": first, "words": words}, {**packed, "impacts": ("u8", found["impact"].to_list())}
            )
        return starts

    def _starts(self) -> Iterator[int]:
        """The first stem of each file."""
        held = _POSTINGS_A_FILE
        for term, n in self._connection.execute(
            "SELECT term, count(*) FROM memory.sorted GROUP BY term ORDER BY term"
        ).fetchall():
            if held + n > _POSTINGS_A_FILE:
                yield term
                held = 0
            held += n
