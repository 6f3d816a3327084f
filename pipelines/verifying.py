"""A release looked at from the command line: what a person sees of it, or one JSON object. `publication.verifying` does the looking."""

import time
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from pejlemaerker.publication.verifying import CHECKS, Extent, Fault, extent, verify
from pejlemaerker.publication.verifying.gate import listed
from pejlemaerker.storage.sources import NoArticlesError

from .answers import answer
from .consoles import out
from .exits import EXIT_FAILED
from .places import release_at
from .plain_text import visible
from .progress import Progress


@dataclass(frozen=True)
class _Looked:
    """What was looked at, and what was found."""

    extent: Extent
    articles: Path | None
    faults: list[Fault]
    seconds: float


def verify_release(place: Path, articles: Path | None, *, as_json: bool) -> int:
    """Look at the release at `place`; the exit code for the shell. click.UsageError when there is none, or no such folder of articles."""
    folder = release_at(place)
    started = time.monotonic()
    try:
        with Progress() as progress:
            faults = verify(folder, articles, progress.report)
    except NoArticlesError as error:
        raise click.UsageError(f"With --articles: {error}") from None
    looked = _Looked(extent(folder), articles, faults, time.monotonic() - started)
    if as_json:
        answer(_object(looked))
    else:
        _print(looked)
    return EXIT_FAILED if faults else 0


def _object(looked: _Looked) -> dict[str, object]:
    """What `--json` prints."""
    return {
        "ok": not looked.faults,
        "release": asdict(looked.extent),
        "articles": str(looked.articles) if looked.articles else None,
        "checks": {name: sum(fault.check == name for fault in looked.faults) for name in _checks(looked)},
        "faults": [asdict(fault) for fault in looked.faults],
    }


def _checks(looked: _Looked) -> list[str]:
    """The checks that were made."""
    return [name for name in CHECKS if name != "sources" or looked.articles is not None]


def _print(looked: _Looked) -> None:
    console = out(wrapped=False)
    for check, lines in listed(looked.faults).items():
        console.print(f"{check}: {CHECKS[check]} Not so:", markup=False)
        for line in lines:
            console.print(f"  {visible(line)}", markup=False)
    size = looked.extent
    beside = f" beside {looked.articles}" if looked.articles else ""
    what = f"Dataset {size.version or 'of unknown version'} ({' and '.join(size.editions)})"
    seen = f"{size.files} files, {size.tables} tables, {size.rows:,} rows, {len(_checks(looked))} checks"
    said = f"{len(looked.faults)} faults" if looked.faults else "all is well"
    console.print(f"{what}{beside}: {said}. Looked at {seen} in {looked.seconds:.1f} s.", markup=False)
    if looked.faults:
        console.print("Do not use or publish it as it is; each line above says what to do.", markup=False)
