"""Example queries about the release itself: what it is, how good, what has changed."""

from ._example import Example

EXAMPLES = (
    Example(
        "this_release",
        "Which version this is: what to name in a paper.",
        "Hvilken version dette er: det, man nævner i en artikel.",
        "SELECT version, edition, schema_version, previous_version FROM releases ORDER BY version",
    ),
    Example(
        "how_good",
        "How well the rules read, with intervals.",
        "Hvor godt reglerne læser, med intervaller.",
        "SELECT measured_on, measure, round(value, 3) AS value, low, high, n, description FROM quality ORDER BY measured_on, measure",
    ),
    Example(
        "least_certain",
        "The rows that are least certain, to look at before they are used.",
        "De rækker, der er mindst sikre, til et kig, før de bruges.",
        "SELECT 'quotes' AS table_name, quote_id AS row_id, rule, confidence, text FROM quotes_full "
        "UNION ALL SELECT 'recommendations', recommendation_id, rule, confidence, text FROM recommendations_full "
        "UNION ALL SELECT 'kpis', kpi_id, rule, confidence, text FROM kpis_full ORDER BY confidence, row_id LIMIT 20",
    ),
    Example(
        "what_has_changed",
        "What is new, gone or changed since the release before, and why.",
        "Hvad der er nyt, væk eller ændret siden sidste udgave, og hvorfor.",
        "SELECT table_name, change, reason, count(*) AS row_count FROM changes GROUP BY ALL ORDER BY table_name, change, reason",
        "The first release follows none.",
    ),
    Example(
        "what_was_not_read",
        "Which files were not read, and why.",
        "Hvilke filer der ikke er læst, og hvorfor.",
        "SELECT code, source_path, reason FROM skipped ORDER BY code, source_path",
        "All files may have been read.",
    ),
    Example(
        "columns_with_units",
        "What each figure in the dataset counts.",
        "Hvad hvert tal i datasættet tæller.",
        "SELECT table_name, column_name, unit, description FROM data_dictionary WHERE unit IS NOT NULL ORDER BY table_name, ordinal",
    ),
)
