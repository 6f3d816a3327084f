"""Views about themes: those of each statement, and how they move from year to year."""

from schemas import DOCUMENT_THEMES, THEMES

from ._view import View, described

# A word that counts only beside others counts here only for a theme that the document is about.
_STATEMENT_THEMES = """
WITH statements AS (
    SELECT 'quotes' AS table_name, quote_id AS row_id, document_id, segment_id, char_start, char_end FROM quotes
    UNION ALL
    SELECT 'recommendations', recommendation_id, document_id, segment_id, char_start, char_end FROM recommendations
    UNION ALL
    SELECT 'kpis', kpi_id, document_id, segment_id, char_start, char_end FROM kpis
),
telling AS (
    SELECT theme_words.document_id, theme_words.segment_id, theme_words.char_start, theme_words.char_end, theme_words.theme
    FROM theme_words
    JOIN documents ON documents.document_id = theme_words.document_id
    LEFT JOIN document_themes
    ON document_themes.document_id = theme_words.document_id AND document_themes.theme = theme_words.theme
    WHERE documents.duplicate_of IS NULL AND (theme_words.weight = 'strong' OR document_themes.theme IS NOT NULL)
),
near AS (
    SELECT
        table_name, row_id, statements.document_id, theme,
        telling.char_start >= statements.char_start AND telling.char_end <= statements.char_end AS inside
    FROM statements JOIN telling USING (document_id, segment_id)
),
told AS (SELECT DISTINCT table_name, row_id FROM near WHERE inside)
SELECT table_name, row_id, document_id, theme, 'words' AS found_in, count(*) AS n_words
FROM near WHERE inside GROUP BY ALL
UNION ALL
SELECT table_name, row_id, document_id, theme, 'segment', count(*)
FROM near ANTI JOIN told USING (table_name, row_id) GROUP BY ALL"""

_THEMES_BY_YEAR = """
WITH dated AS (
    SELECT document_id, year(published) AS year FROM documents WHERE duplicate_of IS NULL AND published IS NOT NULL
),
years AS (SELECT year, count(*) AS n_in_year FROM dated GROUP BY year)
SELECT
    year,
    theme,
    themes.name,
    count(*) AS n_documents,
    count(*) FILTER (rank = 1) AS n_first,
    round(count(*) / n_in_year, 4) AS share
FROM dated
JOIN years USING (year)
JOIN document_themes USING (document_id)
JOIN themes USING (theme)
GROUP BY year, theme, themes.name, n_in_year"""

VIEWS = (
    View(
        "statement_themes",
        "The themes of each quote, recommendation and figure: of the words in it, or where none of them tells of any, of its segment.",
        _STATEMENT_THEMES,
        {
            "table_name": "The table of the statement: quotes, recommendations or kpis.",
            "row_id": "Its row there.",
            **described(DOCUMENT_THEMES, "document_id", "theme"),
            "found_in": "words: words of the theme stand in the statement; segment: in its segment, and none of any theme in it.",
            "n_words": "How many words of the theme stand there.",
        },
    ),
    View(
        "themes_by_year",
        "How many of the documents of each year are about each theme; documents without a date are left out.",
        _THEMES_BY_YEAR,
        {
            "year": "The year of publication.",
            **described(DOCUMENT_THEMES, "theme"),
            **described(THEMES, "name"),
            "n_documents": "Documents that are about the theme.",
            "n_first": "Documents in which it is the most prominent theme.",
            "share": "The share of the year's documents that are about it.",
        },
    ),
)
