"""What the page shows of a release's files, in the folder where it is made or where it lies."""

from pathlib import Path

from pejlemaerker.publication import releases
from pejlemaerker.publication.site import SITE
from schemas import EDITIONS

from .tables import Shown


def rows_shown(folder: Path) -> Shown:
    """Rows of each table of the full edition."""
    counts = releases.filed(folder).counts()
    return {"dagster/row_count": sum(counts.values()), **{f"rows_{name}": rows for name, rows in counts.items()}}


def databases_shown(folder: Path) -> Shown:
    """How large the DuckDB files are, by edition, in bytes."""
    found = {edition: releases.edition_folder(folder, edition) / releases.DATABASE for edition in EDITIONS}
    sizes: Shown = {f"bytes_{edition}": path.stat().st_size for edition, path in found.items() if path.is_file()}
    return sizes


def pages_shown(folder: Path) -> Shown:
    """Pages of the site, by edition; none where no site was asked for."""
    sites = {edition: releases.edition_folder(folder, edition) / SITE for edition in EDITIONS}
    return {f"pages_{edition}": sum(1 for _ in lies.rglob("*.html")) for edition, lies in sites.items()}


def files_shown(folder: Path) -> Shown:
    """Files of the whole release, and the room they take."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return {"files": len(sizes), "bytes": sum(sizes)}
