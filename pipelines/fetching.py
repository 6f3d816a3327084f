"""`pejl fetch`: the pages of all web sources brought into the archive, and what a person sees of it."""

from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pejlemaerker.fetching import ARCHIVE
from pejlemaerker.fetching.errors import SourcesFileError
from pejlemaerker.fetching.fetching import OUTCOMES, FetchReport, fetch
from pejlemaerker.fetching.sources_file import read_sources
from pejlemaerker.fetching.web import PoliteClient
from pejlemaerker.storage.lock import BusyError

from .answers import answer, refuse
from .consoles import out
from .exits import EXIT_BUSY
from .plain_text import visible
from .progress import Progress

_SHOWN = 10


def fetch_sources(file: Path, outputs: Path, *, quiet: bool, as_json: bool = False) -> int:
    """Fetch what the sources in `file` list; the exit code for the shell. What one source fails in takes nothing else down."""
    console = out(quiet=quiet)
    try:
        sources = read_sources(file)
        if not sources.web and not as_json:
            console.print(f"{file} names no feed and no sitemap: there is nothing to fetch.")
            return 0
        with Progress(quiet=quiet) as progress, PoliteClient(sources.user_agent) as client:
            report = fetch(sources, outputs / ARCHIVE, client, progress.report)
    except SourcesFileError as error:
        return refuse(f"Not started: {error}", as_json=as_json)
    except BusyError as error:
        return refuse(f"Not started: {error}", EXIT_BUSY, as_json=as_json)
    if as_json:
        answer(_object(report))
    else:
        _tell(console, report)
    return 0


def _object(report: FetchReport) -> dict[str, object]:
    """What `--json` prints."""
    counts = {
        source: {outcome: found[outcome] for outcome in OUTCOMES} for source, found in sorted(report.counts.items())
    }
    problems = [asdict(problem) for problem in report.problems]
    return {"ok": True, "counts": counts, "problems": problems, "gone": dict(sorted(report.gone.items()))}


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
        console.print(visible(f"  {problem.source}: {problem.address}: {problem.reason}"), markup=False, soft_wrap=True)
    if len(report.problems) > _SHOWN:
        console.print(f"  ... and {len(report.problems) - _SHOWN} more.")
