"""Reading the articles of sets of gold, on as many cores as there are, and comparing each with its gold."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from pejlemaerker.reading import read

from .comparing import Compared, compare
from .gold import GoldError
from .sets import Document, Paired

_PER_PROCESS = 8  # starting a process takes as long as reading this many articles


def run(sets: Sequence[Paired], told: Callable[[int, int], None]) -> list[list[Compared]]:
    """The documents of each set, compared, in order. `told` hears how many of how many are done.

    GoldError with the faults of all files when a text of gold does not stand in its article.
    """
    jobs = [document for item in sets for document in item.documents]
    told(0, len(jobs))
    done: list[Compared] = []
    faults: list[str] = []
    for i, result in enumerate(_each(jobs), 1):
        if isinstance(result, GoldError):
            faults += result.faults
        else:
            done.append(result)
        told(i, len(jobs))
    if faults:
        raise GoldError(faults)
    rest = iter(done)
    return [[next(rest) for _ in item.documents] for item in sets]


def _each(jobs: Sequence[Document]) -> Iterator[Compared | GoldError]:
    workers = min(len(jobs) // _PER_PROCESS, os.cpu_count() or 1)
    if workers < 2:
        yield from map(_one, jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_one, jobs)


def _one(document: Document) -> Compared | GoldError:
    """Faults are handed back, not raised, so that those of all files can be told at once."""
    try:
        return compare(document.name, document.gold, read(document.path), document.path.read_bytes())
    except GoldError as error:
        return error
