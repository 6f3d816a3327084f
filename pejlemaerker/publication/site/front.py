"""The front page: what there is, what is new, and a few pictures."""

from . import paths
from .charts import Chart
from .context import Site
from .streams import rows

_NEW = 8
_COUNTS = """
SELECT (SELECT count(*) FROM release.documents WHERE duplicate_of IS NULL) AS documents,
    count(*) FILTER (kind = 'quote') AS quotes, count(*) FILTER (kind = 'recommendation') AS recommendations,
    count(*) FILTER (kind = 'kpi') AS kpis, (SELECT count(*) FROM release.people) AS people,
    (SELECT count(*) FROM release.organisations) AS organisations FROM statements"""
_LATEST = f"""
SELECT document_id, title, kind, publisher, published, published_precision AS precision FROM release.documents
WHERE duplicate_of IS NULL ORDER BY published DESC NULLS LAST, title, document_id LIMIT {_NEW}"""
_CHANGES = """
SELECT table_name, change, count(*) AS n FROM release.changes
WHERE table_name IN ('documents', 'quotes', 'recommendations', 'kpis', 'initiatives') GROUP BY ALL ORDER BY table_name, change"""
_THEMES = """
SELECT t.theme, t.name, count(d.document_id) AS n FROM release.themes AS t
LEFT JOIN release.document_themes USING (theme) LEFT JOIN release.documents AS d USING (document_id)
WHERE d.duplicate_of IS NULL GROUP BY ALL HAVING n > 0 ORDER BY n DESC, t.theme"""


def write_front(site: Site, charts: list[Chart]) -> None:
    """Write the front page, with pictures where there is enough to show."""
    site.files.page(
        paths.INDEX,
        "front.html.jinja",
        counts=list(rows(site.connection, _COUNTS)[0].items()),
        latest=rows(site.connection, _LATEST),
        changes=rows(site.connection, _CHANGES),
        first=site.release["previous_version"] is None,
        themes=rows(site.connection, _THEMES),
        charts=charts,
        pages=site.names,
    )
