"""The pages about the dataset itself: downloads, data dictionary, quality, changes, and what it is."""

from schemas import EDITIONS, published

from . import paths
from .context import Site
from .streams import rows

_SHOWN = 200  # corrections, or files that were not read; the tables have them all
_DESCRIBED = (
    "SHA256SUMS",
    "datapackage.json",
    "croissant.json",
    "dcat.ttl",
    "CITATION.cff",
    "DATASHEET.md",
    "schema.json",
)
_QUALITY = "SELECT * FROM release.quality WHERE measured_on {} 'release' ORDER BY measured_on, measure"
_CHANGES = """
SELECT table_name, change, reason, count(*) AS n FROM release.changes GROUP BY ALL ORDER BY table_name, change, reason"""


def write_reference(site: Site) -> None:
    """Write all of them."""
    _write_downloads(site)
    site.files.page(paths.DICTIONARY, "dictionary.html.jinja", tables=published(site.edition))
    own, gold = (rows(site.connection, _QUALITY.format(sign)) for sign in ("=", "<>"))
    site.files.page(paths.QUALITY, "quality.html.jinja", own=own, gold=gold)
    site.files.page(
        paths.CHANGES,
        "changes.html.jinja",
        changes=rows(site.connection, _CHANGES),
        first=site.release["previous_version"] is None,
        corrections=rows(site.connection, f"SELECT * FROM release.corrections ORDER BY ALL LIMIT {_SHOWN}"),
        skipped=rows(site.connection, f"SELECT * FROM release.skipped ORDER BY source_path LIMIT {_SHOWN}"),
    )
    site.files.page(paths.ABOUT, "about.html.jinja", about=site.about, release=site.release, contact=site.contact)


def _write_downloads(site: Site) -> None:
    counts = site.dataset.counts()
    tables = [(table, counts[table.name]) for table in published(site.edition)]
    described = _DESCRIBED + ((f"{EDITIONS[1]}/DATASHEET.md",) if site.edition == EDITIONS[0] else ())
    site.files.page(paths.DOWNLOADS, "downloads.html.jinja", tables=tables, described=described)
