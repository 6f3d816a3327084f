"""The table macros `search` and `phrase`: what is asked, looked up in the tables of the index.

Each takes `file`, the name under which the file is attached, since a macro looks for its tables where the reader is and not where it stands
itself. Where the file was opened by itself, or after `USE`, it can be left out. Written for clients from 1.1 on: they know no lambdas
that later ones know too, take in `query_table` a bare name only, and give its rows no alias.
"""

from dataclasses import dataclass

from .index import WORD

_FOUND = 100  # passages, unless the reader asks for more
_MOST_WORDS = 64  # of what is asked; a whole article is no question
_RARE = 3  # words that a phrase is narrowed by


@dataclass(frozen=True)
class Macro:
    """A table macro: its `parameters` as they stand in the definition, and what it is for."""

    name: str
    parameters: str
    description: str
    sql: str


def _from(table: str, alias: str) -> str:
    """A table, in the attached file of the name `file` where one is given."""
    return f"(SELECT * FROM query_table(ltrim(file || '.{table}', '.'))) AS {alias}"


_ASKED = f"""asked AS (
    SELECT DISTINCT word
    FROM (SELECT unnest(regexp_extract_all(lower(nfc_normalize(words)), '{WORD}')[:{_MOST_WORDS}]) AS word)
)"""

# How a word that is asked for is known: as written or with the other spelling of å; then with letters for ae and oe; then by the words
# that begin with it; then by the longest stem that it begins with, for a form that no text has.
_TERMS = f"""spelt AS (
    SELECT word, 0 AS step, word AS spelling FROM asked
    UNION SELECT word, 0, replace(word, 'aa', 'å') FROM asked
    UNION SELECT word, 0, replace(word, 'å', 'aa') FROM asked
    UNION SELECT word, 1, replace(replace(replace(word, 'aa', 'å'), 'ae', 'æ'), 'oe', 'ø') FROM asked
),
known AS (
    SELECT spelt.word, step, term_id, 0 AS rest
    FROM spelt JOIN {_from("search_words", "vocabulary")} ON vocabulary.word = spelling AND weight = 1
    UNION ALL
    SELECT word, step, term_id, 0 FROM spelt JOIN {_from("search_terms", "stems")} ON stem = spelling
),
unknown AS (
    SELECT word, spelling FROM spelt WHERE length(word) >= 4 AND word NOT IN (SELECT word FROM known)
),
guessed AS (
    SELECT unknown.word, 2 AS step, term_id, 0 AS rest
    FROM unknown JOIN {_from("search_words", "vocabulary")} ON starts_with(vocabulary.word, spelling) AND weight = 1
    UNION ALL
    SELECT word, 3, term_id, length(spelling) - length(stem)
    FROM unknown JOIN {_from("search_terms", "stems")}
    ON length(stem) >= 4 AND starts_with(spelling, stem) AND length(spelling) - length(stem) <= 4
),
terms AS (
    SELECT DISTINCT term_id
    FROM (
        SELECT word, step, term_id, rest FROM (SELECT * FROM known UNION ALL SELECT * FROM guessed)
        QUALIFY step * 100 + rest = min(step * 100 + rest) OVER (PARTITION BY word)
    )
)"""

_BEST = f"""weighed AS (SELECT term_id, rarity FROM terms JOIN {_from("search_terms", "stems")} USING (term_id)),
best AS (
    SELECT segment_number, sum(rarity * impact) AS score
    FROM {_from("search_postings", "postings")} JOIN weighed USING (term_id)
    GROUP BY segment_number
    ORDER BY score DESC, segment_number
    LIMIT most
)"""


def _shown(found: str) -> str:
    """The rows `found` (a query with segment_number) with the place in the dataset."""
    return f"""(SELECT * FROM {found} JOIN {_from("search_segments", "places")} USING (segment_number)) AS found
JOIN {_from("documents", "documents")} ON documents.document_id = found.document_id
JOIN {_from("segments", "segments")} ON segments.document_id = found.document_id AND segments.segment_id = found.segment_id"""


_COLUMNS = "documents.title, documents.published, documents.publisher, coalesce(found.excerpt, segments.text) AS text"

SEARCH = Macro(
    "search",
    f"words, most := {_FOUND}, file := ''",
    "Passages about some words, best first: search('ledelse') also finds ledelsen and ledelsesreform. Rows of "
    "document_id, segment_id, score "
    "(BM25), title, published, publisher and text; the best 100, or as many as `most`. Where the file is attached and not in use, "
    "`file` is the name it is attached under.",
    f"""WITH {_ASKED},
{_TERMS},
{_BEST}
SELECT found.document_id, found.segment_id, round(score, 4) AS score, {_COLUMNS}
FROM {_shown("best")}
ORDER BY round(score, 4) DESC, segment_number""",
)

# Whole words, of either case, with any blank space between them.
_PATTERN = (
    r"'(?i)(?:^|[^\p{L}\p{N}])' || regexp_replace(regexp_escape(trim(nfc_normalize(words))), "
    r"'(?:\\?[\s\p{Z}])+', '[\\s\\p{Z}]+', 'g') || '(?:$|[^\p{L}\p{N}])'"
)

PHRASE = Macro(
    "phrase",
    f"words, most := {_FOUND}, file := ''",
    "Passages in which these words stand in this order and form, upper or lower case, newest first: "
    "phrase('ledelse er'). Rows of document_id, "
    "segment_id, title, published, publisher and text; the first 100, or as many as `most`. Where the file is "
    "attached and not in use, `file` "
    "is the name it is attached under.",
    f"""WITH {_ASKED},
rare AS (
    SELECT DISTINCT term_id, n_segments
    FROM asked JOIN {_from("search_words", "vocabulary")} ON vocabulary.word = asked.word AND weight = 1
    JOIN {_from("search_terms", "stems")} USING (term_id)
    ORDER BY n_segments, term_id LIMIT {_RARE}
),
narrowed AS (
    SELECT segment_number FROM {_from("search_postings", "postings")} JOIN rare USING (term_id)
    GROUP BY segment_number HAVING count(*) = (SELECT count(*) FROM rare)
    UNION ALL
    SELECT segment_number FROM {_from("search_segments", "passages")}
    WHERE (SELECT count(*) FROM rare) = 0 AND (SELECT count(*) FROM asked) > 0
),
standing AS MATERIALIZED ( -- before the documents are joined: else they are joined to all texts
    SELECT segment_number, found.document_id, found.segment_id, coalesce(found.excerpt, segments.text) AS held
    FROM (SELECT * FROM narrowed JOIN {_from("search_segments", "places")} USING (segment_number)) AS found
    JOIN {_from("segments", "segments")}
    ON segments.document_id = found.document_id AND segments.segment_id = found.segment_id
    WHERE regexp_matches(coalesce(found.excerpt, segments.text), {_PATTERN})
)
SELECT found.document_id, found.segment_id, documents.title, documents.published, documents.publisher, held AS text
FROM standing AS found JOIN {_from("documents", "documents")} ON documents.document_id = found.document_id
ORDER BY documents.published DESC NULLS LAST, segment_number
LIMIT most""",
)

MACROS = (SEARCH, PHRASE)
