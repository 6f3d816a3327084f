"""The tables that the search of the DuckDB file stands on: `search_words`, `search_terms`, `search_postings` and `search_segments`.

They are made from the published tables when the DuckDB file is, and are in no other file of a release: whoever has the texts can make
them again.
"""

from ._model import Column, Table, document_id, segment_id

SEARCH_WORDS = Table(
    "search_words",
    "Each word of the passages, in lower case, with the terms it is found by: its own stem, and the stems of the parts of a compound.",
    ("word", "term_id"),
    (
        Column("word", "text", "The word as written, in lower case."),
        Column("term_id", "integer", "The term.", references="search_terms.term_id"),
        Column(
            "weight",
            "number",
            "What one occurrence of the word counts for the term: 1 for its own stem, less for a part of a compound.",
            minimum=0,
            maximum=1,
        ),
    ),
    published=False,
)

SEARCH_TERMS = Table(
    "search_terms",
    "What passages are found by: stems, without the words that stand in every text.",
    ("term_id",),
    (
        Column("term_id", "integer", "Number of the term, from 1, in the order of the stems.", minimum=1),
        Column("stem", "text", "What all forms of the word share; it need not be a word itself."),
        Column("n_segments", "integer", "Passages with the term.", minimum=1, unit="passages"),
        Column("rarity", "number", "What an occurrence is worth: the inverse document frequency of BM25.", minimum=0),
    ),
    published=False,
)

SEARCH_POSTINGS = Table(
    "search_postings",
    "Which terms stand in which passages.",
    ("term_id", "segment_number"),
    (
        Column("term_id", "integer", "The term.", references="search_terms.term_id"),
        Column("segment_number", "integer", "The passage.", references="search_segments.segment_number"),
        Column(
            "impact",
            "number",
            "What the term is worth in the passage before its rarity: how often it stands there, inside compounds for less, beside the "
            "length of the passage (BM25 with k1 = 1.2 and b = 0.75; three decimals).",
            minimum=0,
        ),
    ),
    published=False,
)

SEARCH_SEGMENTS = Table(
    "search_segments",
    "The passages that can be found: segments of content of which this edition holds words.",
    ("segment_number",),
    (
        Column("segment_number", "integer", "Number of the passage, from 1, in the order of `segments`.", minimum=1),
        document_id(),
        segment_id(),
        Column("n_words", "integer", "Words of the passage that this edition holds.", minimum=1, unit="words"),
        Column(
            "excerpt",
            "text",
            "What this edition holds of the passage, pieces joined by ' … '; null where it is the whole text in `segments`.",
            optional=True,
        ),
    ),
    published=False,
)

DATABASE_ONLY = (SEARCH_WORDS, SEARCH_TERMS, SEARCH_POSTINGS, SEARCH_SEGMENTS)
