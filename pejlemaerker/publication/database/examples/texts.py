"""Example queries about the documents: search, what they are, where they come from."""

from ._example import Example

EXAMPLES = (
    Example(
        "search_words",
        "The passages that are most about trust in managers; all forms and compounds of the words are found.",
        "De steder, der mest handler om tillid til ledelse; alle bøjninger og sammensætninger findes.",
        "SELECT score, published, publisher, title, text FROM search('tillid ledelse') ORDER BY score DESC, "
        "document_id, segment_id LIMIT 20",
    ),
    Example(
        "search_phrase",
        "Passages with these very words.",
        "Steder med netop disse ord.",
        "SELECT published, publisher, title, text FROM phrase('tid til') ORDER BY published DESC, document_id, segment_id",
    ),
    Example(
        "search_and_who_says_it",
        "Who is quoted in the passages that are most about leadership.",
        "Hvem der citeres på de steder, der mest handler om ledelse.",
        "SELECT round(score, 2) AS score, speaker, speaker_role, quotes.text FROM search('ledelse', most := 50) AS found "
        "JOIN quotes USING (document_id, segment_id) WHERE speaker IS NOT NULL ORDER BY found.score DESC, quote_id LIMIT 20",
    ),
    Example(
        "words_with_a_part",
        "Which compounds a word is part of, and in how many passages each stands.",
        "Hvilke sammensætninger et ord indgår i, og hvor mange steder hver af dem står.",
        "SELECT own.stem, own.n_segments FROM search_terms AS part JOIN search_words AS inside ON inside.term_id "
        "= part.term_id AND inside.weight < 1 "
        "JOIN search_words AS whole ON whole.word = inside.word AND whole.weight = 1 JOIN search_terms AS own ON "
        "own.term_id = whole.term_id "
        "WHERE part.stem = 'ledelse' GROUP BY own.stem, own.n_segments ORDER BY own.n_segments DESC, own.stem",
    ),
    Example(
        "documents_by_kind",
        "How many documents of each kind there are, and from which years.",
        "Hvor mange dokumenter der er af hver slags, og fra hvilke år.",
        "SELECT kind, count(*) AS documents, sum(n_words) AS words, min(published) AS first, max(published) AS last "
        "FROM documents WHERE duplicate_of IS NULL GROUP BY kind ORDER BY documents DESC, kind",
    ),
    Example(
        "documents_with_most",
        "Which documents hold most of what the dataset is about.",
        "Hvilke dokumenter der rummer mest af det, datasættet handler om.",
        "WITH found AS (SELECT document_id, 'quotes' AS what FROM quotes UNION ALL SELECT document_id, "
        "'recommendations' FROM recommendations "
        "UNION ALL SELECT document_id, 'figures' FROM kpis) "
        "SELECT title, publisher, published, count(*) FILTER (what = 'quotes') AS quotes, "
        "count(*) FILTER (what = 'recommendations') AS recommendations, count(*) FILTER (what = 'figures') AS figures "
        "FROM documents JOIN found USING (document_id) WHERE duplicate_of IS NULL "
        "GROUP BY document_id, title, publisher, published ORDER BY count(*) DESC, document_id LIMIT 20",
    ),
    Example(
        "initiatives",
        "Which reforms, models and agreements are named, in how many documents, and whose they are.",
        "Hvilke reformer, modeller og aftaler der nævnes, i hvor mange dokumenter, og hvis de er.",
        "SELECT min(initiatives.name) AS initiative, initiatives.kind, min(initiatives.organisation) AS organisation, "
        "count(DISTINCT document_id) AS documents FROM initiatives JOIN documents USING (document_id) WHERE duplicate_of IS NULL "
        "GROUP BY coalesce(common_id, initiative_id), initiatives.kind ORDER BY documents DESC, initiative, "
        "coalesce(common_id, initiative_id)",
    ),
    Example(
        "how_to_cite",
        "What to write beside a quote: publisher, title, date, address and licence.",
        "Hvad man skriver ved et citat: udgiver, titel, dato, adresse og licens.",
        "SELECT title, publisher, published, coalesce(url, source_path) AS source, licence, rights_basis FROM documents "
        "ORDER BY publisher, published, document_id",
    ),
    Example(
        "repeated_documents",
        "Which documents repeat another, and which one.",
        "Hvilke dokumenter der gentager et andet, og hvilket.",
        "SELECT again.source_path, again.publisher, again.published, original.source_path AS original FROM documents AS again "
        "JOIN documents AS original ON original.document_id = again.duplicate_of ORDER BY original, again.source_path",
        "A dataset may hold nothing that repeats.",
    ),
)
