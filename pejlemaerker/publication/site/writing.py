"""The whole site of an edition, page by page. What stands on the pages is for the modules beside this one."""

from pathlib import Path

from pejlemaerker.publication.policy.about import About
from pejlemaerker.publication.releases import DATABASE, edition_folder, filed

from .actors import write_organisations, write_people
from .charts import charts
from .context import Report, Site, names, opened
from .documents import write_documents
from .files import Files
from .front import write_front
from .initiatives import write_initiatives
from .lists import write_documents_list
from .reference import write_reference
from .search import write_search
from .streams import rows
from .themes import write_themes

SITE = "site"
LOST = "404.html"


def _silent(step: str, done: int, whole: int) -> None:
    """Say nothing."""


def write_site(folder: Path, edition: str, about: About, report: Report = _silent) -> int:
    """Write the site of an edition of the release in `folder`, whose Parquet and DuckDB files are there; how many pages it has.

    `report` hears what is done: a step, and how many of how many. FileExistsError where a site is there already.
    """
    lies = edition_folder(folder, edition)
    files = Files(lies / SITE)
    with opened(lies / DATABASE) as connection:
        release = rows(connection, "SELECT * FROM release.releases")[0]
        site = Site(files, edition, about, release, filed(folder, edition), connection, names(connection), report)
        files.shared({"edition": edition, "version": release["version"], "licence": about.licence})
        write_front(site, charts(connection))
        write_reference(site)
        write_documents_list(site)
        write_documents(site)
        write_people(site)
        write_organisations(site)
        write_initiatives(site)
        write_themes(site)
        write_search(site)
        files.page(LOST, "lost.html.jinja")
    return files.pages
