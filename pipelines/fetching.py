"""`pejl fetch`: the pages of all web sources brought into the archive, and what a person sees of it."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pejlemaerker.fetching import ARCHIVE
from pejlemaerker.fetching.errors import SourcesFileError
from pejlemaerker.fetching.fetching import OUTCOMES, FetchReport, fetch
from pejlemaerker.fetching.sources_file import read_sources
from pejlemaerker.fetching.web import PoliteClient
from pejlemaerker.storage.lock import BusyError

from .exits import EXIT_BUSY, EXIT_FAILED
from .progress import Progress

_SHOWN = 10


def fetch_sources(file: Path, outputs: Path, *, quiet: bool) -> int:
    """Fetch what the sources in `file` list; the exit code for the shell. What one source fails in takes nothing else down."""
    console, errors = Console(quiet=quiet, highlight=False), Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        sources = read_sources(file)
        if not sources.web:
            console.print(f"{file} names no feed and no sitemap: there is nothing to fetch.")
            return 0
        with Progress(console) as progress, PoliteClient(sources.user_agent) as client:
            report = fetch(sources, outputs / ARCHIVE, client, progress.report)
    except SourcesFileError as error:
        errors.print(f"Not started: {error}", markup=False)
        return EXIT_FAILED
    except BusyError as error:
        errors.print(f"Not started: {error}", markup=False)
        return EXIT_BUSY
    _tell(console, report)
    return 0


def _tell(console: Console, report: FetchReport) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("source")
    for outcome in OUTCOMES:
        table.add_column(outcome, justify="right")
    for source, counts in sorted(report.counts.items()):
        table.add_row(source, *(str(counts[outcome]) for outcome in OUTCOMES))
    console.print(table)
    if gone := sum(report.gone.values()):
        is_one = gone == 1
        console.print(
            f"{gone} {'article' if is_one else 'articles'} in the archive {'is' if is_one else 'are'} gone from the web: "
            "kept, but no longer read."
        )
    for problem in report.problems[:_SHOWN]:
        console.print(f"  {problem.source}: {problem.address}: {problem.reason}", markup=False, soft_wrap=True)
    if len(report.problems) > _SHOWN:
        console.print(f"  ... and {len(report.problems) - _SHOWN} more.")
