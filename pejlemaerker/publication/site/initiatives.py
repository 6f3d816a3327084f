"""The pages of initiatives that several documents may name: what it is, whose, and where it is named."""

from . import paths
from .actors import SHOWN
from .context import Site
from .listing import write_listing
from .streams import Stream

_OF = """
FROM release.initiatives AS i JOIN release.documents AS d USING (document_id) WHERE common_id IS NOT NULL AND duplicate_of IS NULL"""
# Documents name one initiative in several ways; the commonest stands for all.
_EVERY = f"""
SELECT common_id AS of, mode(name ORDER BY name) AS name, mode(i.kind ORDER BY i.kind) AS kind,
    mode(i.organisation ORDER BY i.organisation) AS organisation, mode(i.organisation_id ORDER BY i.organisation_id) AS organisation_id,
    count(DISTINCT document_id) AS documents {_OF} GROUP BY common_id ORDER BY of"""
_NAMED = f"""
SELECT common_id AS of, initiative_id AS row_id, i.text, document_id, d.title, d.publisher, d.published, d.published_precision AS precision
{_OF} QUALIFY row_number() OVER (PARTITION BY common_id ORDER BY published DESC NULLS LAST, document_id, char_start) <= {SHOWN}
ORDER BY of, published DESC NULLS LAST, document_id, char_start"""


def write_initiatives(site: Site) -> None:
    """Write the page of each initiative, and their list."""
    every, named = Stream(site.connection, _EVERY), Stream(site.connection, _NAMED)
    listed = []
    for common_id in sorted(site.names.initiatives):
        for initiative in every.of(common_id):
            path = paths.initiative(common_id)
            rows = named.of(common_id)
            site.files.page(path, "initiative.html.jinja", initiative=initiative, named=rows, pages=site.names)
            listed.append({"path": path, **initiative})
    listed.sort(key=lambda initiative: (-initiative["documents"], initiative["name"], initiative["path"]))
    write_listing(site.files, paths.INITIATIVES, "initiatives.html.jinja", listed)
