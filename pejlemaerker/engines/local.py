"""Batches on the cores of this machine: several at once where there are several, each in a process of its own."""

import os
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path

from pejlemaerker.batches import Done, run_batch
from pejlemaerker.storage.workers import end_with_parent

from . import Batches


class Local:
    """Worker processes that stay from stage to stage, since each has to load all rules before it reads its first document."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def run(self, store: Path, batches: Batches) -> Iterator[Done]:
        """Read `batches`; in this process where there is but one, or one core."""
        if min(len(batches), self._workers) < 2:
            yield from (run_batch(store, batch) for batch in batches)
            return
        if self._pool is None:
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=end_with_parent)
        yield from _in_turn(self._pool, store, batches, 2 * self._workers)

    def rest(self) -> None:
        """End the workers."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _in_turn(pool: ProcessPoolExecutor, store: Path, batches: Batches, most: int) -> Iterator[Done]:
    """What was done, as it is done; no more than `most` batches wait for a worker, because each of them takes room."""
    waiting, at_work = iter(batches), set[Future[Done]]()
    while True:
        for batch in waiting:
            at_work.add(pool.submit(run_batch, store, batch))
            if len(at_work) >= most:
                break
        if not at_work:
            return
        done, at_work = wait(at_work, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)
