"""The pages of themes: what a theme is, which documents are about it, and who is quoted there."""

from typing import Any

from . import paths
from .charts import theme_years
from .context import Site
from .streams import Stream

_SHOWN = 40
_EVERY = """
SELECT t.theme AS of, t.*, count(d.document_id) AS documents
FROM release.themes AS t LEFT JOIN release.document_themes AS a USING (theme)
LEFT JOIN release.documents AS d ON d.document_id = a.document_id AND d.duplicate_of IS NULL
GROUP BY ALL ORDER BY of"""
_DOCUMENTS = f"""
SELECT theme AS of, d.document_id, d.title, d.kind, d.publisher, d.published, d.published_precision AS precision
FROM release.document_themes JOIN release.documents AS d USING (document_id) WHERE duplicate_of IS NULL
QUALIFY row_number() OVER (PARTITION BY theme ORDER BY published DESC NULLS LAST, rank, document_id) <= {_SHOWN}
ORDER BY of, published DESC NULLS LAST, rank, document_id"""
_SPEAKERS = """
SELECT theme AS of, q.speaker_id AS actor_id, p.name, count(*) AS quotes
FROM release.document_themes JOIN release.documents AS d USING (document_id) JOIN release.quotes AS q USING (document_id)
JOIN release.people AS p ON p.person_id = q.speaker_id WHERE duplicate_of IS NULL
GROUP BY theme, q.speaker_id, p.name QUALIFY row_number() OVER (PARTITION BY theme ORDER BY quotes DESC, name, actor_id) <= 12
ORDER BY of, quotes DESC, name, actor_id"""


def write_themes(site: Site) -> None:
    """Write the page of each theme, and their list."""
    every, documents, speakers = (Stream(site.connection, sql) for sql in (_EVERY, _DOCUMENTS, _SPEAKERS))
    listed: list[dict[str, Any]] = []
    for theme in sorted(site.names.themes):
        for row in every.of(theme):
            chart = theme_years(site.connection, theme)
            shown = {
                "chart": chart,
                "documents": documents.of(theme),
                "speakers": speakers.of(theme),
                "pages": site.names,
            }
            site.files.page(paths.theme(theme), "theme.html.jinja", theme=row, **shown)
            listed.append({"path": paths.theme(theme), **row})
    listed.sort(key=lambda theme: (-theme["documents"], theme["theme"]))
    site.files.page(paths.listing(paths.THEMES), "themes.html.jinja", themes=listed)
