"""The pages of people and organisations: what they say, ask for and are asked, in which roles, and how they are written."""

from . import paths
from .context import Site
from .listing import write_listing
from .statements import latest
from .streams import Stream, each

SHOWN = 40  # statements on a page; the search has them all
_LISTED = 30  # people, roles or askers on a page
_COUNTS = """
SELECT {key} AS of, count(*) FILTER (kind = 'quote') AS quotes, count(*) FILTER (kind = 'recommendation') AS recommendations,
    count(*) FILTER (kind = 'kpi') AS kpis, count(DISTINCT document_id) AS documents
FROM statements WHERE {key} IS NOT NULL GROUP BY ALL ORDER BY of"""
_ALIASES = "SELECT actor_id AS of, alias, how FROM release.aliases ORDER BY of, n_documents DESC, alias"
_POSITIONS = """
SELECT s.{key} AS of, s.{other} AS actor_id, coalesce(p.name, o.name) AS name, role, s.n_documents, first_seen, last_seen
FROM release.positions AS s
LEFT JOIN release.people AS p ON p.person_id = s.{other}
LEFT JOIN release.organisations AS o ON o.organisation_id = s.{other}
WHERE s.{key} IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY s.{key} ORDER BY last_seen DESC NULLS LAST, coalesce(p.name, o.name), role) <= {limit}
ORDER BY of, last_seen DESC NULLS LAST, name, role"""
_WRITTEN = """
SELECT person_id AS of, document_id, title, published, published_precision AS precision
FROM release.authors JOIN release.documents USING (document_id)
WHERE person_id IS NOT NULL AND duplicate_of IS NULL
QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY published DESC NULLS LAST, document_id) <= {limit}
ORDER BY of, published DESC NULLS LAST, document_id"""
_ASKED = """
SELECT addressee_id AS of, issuer AS name, issuer_id AS actor_id, sum(n_recommendations)::BIGINT AS n FROM release.who_asks_whom
WHERE addressee_id IS NOT NULL GROUP BY addressee_id, issuer, issuer_id
QUALIFY row_number() OVER (PARTITION BY addressee_id ORDER BY n DESC, issuer, issuer_id) <= {limit}
ORDER BY of, n DESC, issuer, issuer_id"""


def write_people(site: Site) -> None:
    """Write the page of each person, and their list."""
    streams = {
        "aliases": _ALIASES,
        "positions": _POSITIONS.format(key="person_id", other="organisation_id", limit=_LISTED),
        "written": _WRITTEN.format(limit=_LISTED),
    }
    _write(site, "people", "person_id", streams)


def write_organisations(site: Site) -> None:
    """Write the page of each organisation, and their list."""
    streams = {
        "aliases": _ALIASES,
        "positions": _POSITIONS.format(key="organisation_id", other="person_id", limit=_LISTED),
        "asked": _ASKED.format(limit=_LISTED),
    }
    _write(site, "organisations", "organisation_id", streams)


def _write(site: Site, table: str, key: str, queries: dict[str, str]) -> None:
    folder, template = (paths.PEOPLE, "person") if table == "people" else (paths.ORGANISATIONS, "organisation")
    streams = {name: Stream(site.connection, sql) for name, sql in queries.items()}
    statements = Stream(site.connection, latest(key, SHOWN, "kind <> 'initiative'"))
    counts = Stream(site.connection, _COUNTS.format(key=key))
    listed, whole = [], site.dataset.counts()[table]
    for n, actor in enumerate(each(site.connection, f"SELECT {key} AS id, * FROM release.{table} ORDER BY {key}")):
        if n % 500 == 0:
            site.report(f"site: {table}", n, whole)
        belonging = {name: stream.of(actor["id"]) for name, stream in streams.items()}
        counted = next(
            iter(counts.of(actor["id"])), dict.fromkeys(("quotes", "recommendations", "kpis", "documents"), 0)
        )
        said = statements.of(actor["id"])
        path = paths.actor(actor["id"])
        site.files.page(
            path, f"{template}.html.jinja", actor=actor, counts=counted, said=said, pages=site.names, **belonging
        )
        listed.append({"path": path, "name": actor["name"], "kind": actor.get("kind"), **counted})
    site.report(f"site: {table}", whole, whole)
    listed.sort(key=lambda actor: (-actor["quotes"] - actor["recommendations"], actor["name"], actor["path"]))
    write_listing(site.files, folder, "actors.html.jinja", listed, key=table)
