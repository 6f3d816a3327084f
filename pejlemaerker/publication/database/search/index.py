"""The tables of the search, filled part by part: passages cut into words, words brought to stems, and where each stem stands.

A stem counts once for each of its words, and less for a word of which it is a part only. All that BM25 needs beforehand is told
here; what is asked belongs to `macros`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl

from pejlemaerker.danish.stems import common_words, parts, stem
from pejlemaerker.publication.dataset import Dataset
from schemas import SEARCH_POSTINGS, SEARCH_SEGMENTS, SEARCH_TERMS, SEARCH_WORDS, Table

from .passages import passages

WORD = r"[\p{L}\p{N}]+"  # the macros cut what is asked for the same way
PART_WEIGHT = 0.5  # a reform of health care is less about reforms than `reform` is
_PLACES = 1 << 36  # more passages than there are
# What so many occurrences are worth in a passage of `n_words`, beside one of `mean` words: k1 is 1.2 and b is 0.75.
IMPACT = "round(impact * 2.2 / (impact + 1.2 * (0.25 + 0.75 * n_words / mean)), 3)"
Fill = Callable[[Table, pl.DataFrame], None]


@dataclass
class Vocabulary:
    """Words and stems so far, numbered as they come: those of one part in the order of the alphabet."""

    terms: dict[str, int] = field(default_factory=dict)
    words: pl.DataFrame = field(default_factory=lambda: SEARCH_WORDS.frame())

    def numbered(self, found: pl.Series) -> pl.DataFrame:
        """The rows of `search_words` of the words `found`, old ones and new."""
        fresh = found.unique().to_frame("word").join(self.words, on="word", how="anti")["word"].sort()
        telling = (word for word in fresh if word not in common_words())
        rows = [(word, self._number(own), weight) for word in telling for own, weight in _stems(word)]
        self.words = pl.concat([self.words, pl.DataFrame(rows, schema=SEARCH_WORDS.polars, orient="row")])
        return self.words

    def _number(self, own: str) -> int:
        return self.terms.setdefault(own, len(self.terms) + 1)


def _stems(word: str) -> list[tuple[str, float]]:
    return [(stem(word), 1.0), *((part, PART_WEIGHT) for part in parts(word))]


def fill(dataset: Dataset, put: Fill) -> None:
    """Make all tables of the search; `put` takes rows of a table as often as they come, those of the postings in any order.

    In these, `impact` is not yet told: it holds the number of occurrences (see `IMPACT`).
    """
    vocabulary, done = Vocabulary(), 0
    passages_of: dict[int, int] = {}
    for documents in dataset.ranges():
        cut = _cut(passages(dataset, documents), done + 1)
        done += cut.height
        postings = postings_of(cut, vocabulary)
        for term, times in postings["term_id"].rle().struct.unnest().select("value", "len").iter_rows():
            passages_of[term] = passages_of.get(term, 0) + times
        put(SEARCH_SEGMENTS, cut.select(SEARCH_SEGMENTS.names))
        put(SEARCH_POSTINGS, postings)
    stems = [
        (number, own, passages_of[number], _rarity(passages_of[number], done))
        for own, number in vocabulary.terms.items()
    ]
    put(SEARCH_TERMS, pl.DataFrame(stems, schema=SEARCH_TERMS.polars, orient="row"))
    put(SEARCH_WORDS, SEARCH_WORDS.sort(vocabulary.words))


def _rarity(passages_with: int, passages_in_all: int) -> float:
    return round(math.log1p((passages_in_all - passages_with + 0.5) / (passages_with + 0.5)), 6)


def _cut(found: pl.DataFrame, first: int) -> pl.DataFrame:
    """Rows of `search_segments`, numbered from `first`, with their words in lower case beside them."""
    words = found.with_columns(word=pl.col("text").str.to_lowercase().str.extract_all(WORD))
    words = words.with_columns(n_words=pl.col("word").list.len().cast(pl.Int64)).filter(pl.col("n_words") > 0)
    return words.with_row_index("segment_number", first).cast({"segment_number": pl.Int64})


def postings_of(cut: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """The rows of `search_postings` of some passages (segment_number, and `word`, all its words in lower case), sorted.

    `impact` holds the number of occurrences.
    """
    said = cut.select("segment_number", "word").explode("word")
    # One number for stem and passage together: rows are brought together by it in half the time that two columns take.
    place = (pl.col("term_id") * _PLACES + pl.col("segment_number")).alias("place")
    return (
        said.join(vocabulary.numbered(said["word"]), on="word")
        .group_by(place)
        .agg(pl.col("weight").sum())
        .sort("place")
        .select(pl.col("place") // _PLACES, (pl.col("place") % _PLACES).alias("segment_number"), "weight")
        .rename({"place": "term_id", "weight": "impact"})
    )
