"""The list of all documents, latest first, with what was found in each."""

from . import paths
from .context import Site
from .listing import write_listing
from .streams import rows

_EVERY = """
SELECT d.document_id, d.title, d.kind, d.publisher, d.published, d.published_precision AS precision,
    coalesce(quotes, 0) AS quotes, coalesce(recommendations, 0) AS recommendations, coalesce(kpis, 0) AS kpis
FROM release.documents AS d
LEFT JOIN (
    SELECT document_id, count(*) FILTER (kind = 'quote') AS quotes, count(*) FILTER (kind = 'recommendation') AS recommendations,
        count(*) FILTER (kind = 'kpi') AS kpis
    FROM statements GROUP BY document_id
) USING (document_id)
WHERE duplicate_of IS NULL ORDER BY published DESC NULLS LAST, title, d.document_id"""


def write_documents_list(site: Site) -> None:
    """Write the list of documents; those that repeat another are left out."""
    write_listing(site.files, paths.DOCUMENTS, "documents.html.jinja", rows(site.connection, _EVERY))
