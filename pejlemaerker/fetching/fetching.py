"""Fetching: ask the sites for their lists, for the articles in them that are new or may have changed, and now and then for those that
are listed no more.

One source or article that goes wrong is reported and stops no other. What stops the whole run are faults of this machine, such as
a full disk.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pejlemaerker.corpus.web_addresses import canonical
from pejlemaerker.storage.lock import hold

from .archive import SourceArchive
from .entries import Entry
from .errors import ArchiveError, ListingError, WebError
from .lists import listed
from .sources import SourceList, WebSource
from .visits import due, revisit, visit
from .web import PoliteClient

OUTCOMES = ("new", "changed", "unchanged", "gone", "refused", "failed")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the page at `address`, or a whole list, was not fetched."""

    source: str
    address: str
    outcome: str
    reason: str


@dataclass(slots=True)
class FetchReport:
    """How many articles of each source had which of the OUTCOMES, and what was not fetched and why.

    `gone` says how many articles the archive of each source keeps whose pages are gone, whether they were asked for now or not.
    """

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    gone: dict[str, int] = field(default_factory=dict)

    def total(self, outcome: str) -> int:
        """How many articles of all sources had this outcome."""
        return sum(counts[outcome] for counts in self.counts.values())


def fetch(sources: SourceList, archive: Path, client: PoliteClient, report: Progress | None = None) -> FetchReport:
    """Bring `archive` up to date with all sources of the web; `report` is told the source, how many are done, and of how many.

    BusyError when another run is fetching into the same archive.
    """
    result = FetchReport()
    with hold(archive / ".lock"):
        for source in sources.web:
            _Fetcher(source, archive / source.name, client, result).run(report or (lambda *_: None))
    return result


class _Fetcher:
    """One source: its list, its archive, and what came of its articles."""

    def __init__(self, source: WebSource, folder: Path, client: PoliteClient, result: FetchReport) -> None:
        self._source = source
        self._folder = folder
        self._client = client
        self._problems = result.problems
        self._gone = result.gone
        self._counts = result.counts.setdefault(source.name, Counter(dict.fromkeys(OUTCOMES, 0)))

    def run(self, report: Progress) -> None:
        # The folder says that the source was asked, so that it is known from one that never was.
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            archive = SourceArchive(self._folder)
        except ArchiveError as error:
            self._problem(self._source.address, error)
            return
        self._bring_up_to_date(archive, report)
        self._gone[self._source.name] = len(archive.gone)

    def _bring_up_to_date(self, archive: SourceArchive, report: Progress) -> None:
        try:
            entries, broken = listed(self._source, archive, self._client)
        except (ListingError, WebError) as error:
            self._problem(self._source.address, error)
            return
        for address, fault in broken:
            self._problem(address, fault)
        pages = self._by_address(entries)
        unlisted = due(archive, pages, self._client.clock.now())
        visits = [(address, partial(visit, address=address, entry=entry)) for address, entry in pages.items()]
        visits += [(record.address, partial(revisit, record=record)) for record in unlisted]
        for number, (address, ask) in enumerate(visits, 1):
            try:
                self._counts[ask(self._source, archive, self._client)] += 1
            except WebError as error:
                self._problem(address, error)
            report(self._source.name, number, len(visits))

    def _by_address(self, entries: list[Entry]) -> dict[str, Entry]:
        """The entries by canonical address, each once; what has none is reported."""
        found: dict[str, Entry] = {}
        for entry in entries:
            address = canonical(entry.address)
            if address is None:
                self._problem(entry.address[:200], ListingError("The list names what is no address of an open page."))
            else:
                found.setdefault(address, entry)
        return found

    def _problem(self, address: str, error: Exception) -> None:
        outcome = error.outcome if isinstance(error, WebError) else "failed"
        self._counts[outcome] += 1
        self._problems.append(Problem(self._source.name, address, outcome, str(error)))
