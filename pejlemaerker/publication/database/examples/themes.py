"""Example queries about themes: what is talked about, when, and by whom."""

from ._example import Example

EXAMPLES = (
    Example(
        "themes_by_year",
        "How the themes of the debate move from year to year.",
        "Hvordan debattens temaer flytter sig fra år til år.",
        "SELECT year, name, n_documents, n_first, share FROM themes_by_year ORDER BY year, n_documents DESC, theme",
    ),
    Example(
        "who_speaks_about_a_theme",
        "Who is quoted most about leadership and professionalism; other themes stand in the table themes.",
        "Hvem der oftest citeres om ledelse og faglighed; andre temaer står i tabellen themes.",
        "SELECT person_name, organisation_name, count(*) AS quotes FROM quotes_full JOIN statement_themes ON row_id = quote_id "
        "WHERE theme = 'faglig_ledelse' AND person_name IS NOT NULL GROUP BY speaker_id, person_name, organisation_name "
        "ORDER BY quotes DESC, speaker_id, organisation_name LIMIT 20",
    ),
    Example(
        "why_a_theme",
        "Which words give a document its themes, and where they stand.",
        "Hvilke ord der giver et dokument dets temaer, og hvor de står.",
        "SELECT title, themes.name AS theme, rank, theme_words.weight, theme_words.entry, theme_words.text, theme_words.char_start "
        "FROM document_themes JOIN themes USING (theme) JOIN theme_words USING (document_id, theme) "
        "JOIN documents USING (document_id) WHERE duplicate_of IS NULL "
        "ORDER BY document_id, rank, theme_words.char_start, theme_word_id",
    ),
)
