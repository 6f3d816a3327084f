"""Batches on a Ray cluster: the same function under Ray Data. Needs the extra `ray`; the environment variable RAY_ADDRESS names
the cluster, without it Ray starts on the cores of this machine.

The machine that runs the job reads and writes the store. Rows travel to the workers and back, and so does the project's own
code, so that workers share no disk with it; they need the same libraries.
"""

import logging
import os
import socket
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pyarrow as pa

import pejlemaerker
import schemas
from pejlemaerker.batches import Batch, Done, file_batch, load_batch, read_batch
from pejlemaerker.stages import STAGES
from pejlemaerker.storage.versions import library_versions

from . import Batches, EngineError
from .packing import packed_batch, packed_found, unpacked_batch, unpacked_found

_PER_CORE = 4  # batches that are sent to the cluster at once: enough to keep it busy, few enough for the memory here
_ANSWER = 10.0  # seconds
_LIBRARIES = ("polars", "pyarrow", "pandera", *sorted({name for stage in STAGES.values() for name in stage.libraries}))


class OnRay:
    """A connection to Ray, made when there is something to read."""

    def __init__(self) -> None:
        if find_spec("ray") is None:
            raise EngineError("Ray is not installed here. Install it with: sh locks/setup.sh python3 ray")

    def run(self, store: Path, batches: Batches) -> Iterator[Done]:
        """Read `batches` on the cluster, some at a time. EngineError when there is no cluster, or one with other libraries."""
        if not len(batches):
            return
        import ray

        _connect()
        size = _PER_CORE * max(1, int(ray.cluster_resources().get("CPU", 1)))
        waiting = iter(batches)
        while some := list(islice(waiting, size)):
            yield from _read(store, some)

    def rest(self) -> None:
        """Leave the cluster; a Ray that was started here ends."""
        if find_spec("ray") is not None:
            import ray

            ray.shutdown()


def _connect() -> None:
    """Connect to the cluster that RAY_ADDRESS names, or start one here; workers get the project's own code from here."""
    import ray
    from ray.data import DataContext

    if ray.is_initialized():
        return
    address = os.environ.get("RAY_ADDRESS", "")
    _must_answer(address)
    logging.getLogger("ray").setLevel(logging.ERROR)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    own = [str(Path(str(package.__file__)).parent) for package in (pejlemaerker, schemas)]
    here = {} if address else {"include_dashboard": False}
    try:
        ray.init(
            runtime_env={"py_modules": own, "excludes": ["**/__pycache__"]},
            log_to_driver=False,
            logging_level="error",
            **here,
        )
    except (ConnectionError, RuntimeError) as error:
        raise EngineError(f"No Ray cluster answers at RAY_ADDRESS={address}: {error}") from None
    DataContext.get_current().enable_progress_bars = False
    DataContext.get_current().print_on_execution_start = False


def _must_answer(address: str) -> None:
    """Raise EngineError when nobody listens at `address`: Ray itself would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not (host and port.isdecimal()):
        return  # none, or a word of Ray's own (`auto`, `local`)
    try:
        socket.create_connection((host, int(port)), timeout=_ANSWER).close()
    except OSError as error:
        reason = f"{error.strerror or error}"
        raise EngineError(
            f"No Ray cluster answers at RAY_ADDRESS={address}: {reason}. Start it, or unset RAY_ADDRESS."
        ) from None


def _read(store: Path, batches: Sequence[Batch]) -> Iterator[Done]:
    import ray

    sent = [packed_batch(number, batch, load_batch(store, batch)) for number, batch in enumerate(batches)]
    found = ray.data.from_arrow(sent).map_batches(
        read_packed, batch_size=None, batch_format="pyarrow", fn_kwargs={"libraries": library_versions(*_LIBRARIES)}
    )
    for row in found.iter_batches(batch_size=1, batch_format="pyarrow", prefetch_batches=0):
        number, result = unpacked_found(row)
        yield file_batch(store, batches[number], result)


def read_packed(packed: pa.Table, libraries: str) -> pa.Table:
    """Read a packed batch, on a worker that has the same `libraries`; else EngineError."""
    own = library_versions(*_LIBRARIES)
    if own != libraries:
        raise EngineError(f"A worker of the cluster has other libraries ({own}) than this machine ({libraries}).")
    number, batch, tables = unpacked_batch(packed)
    return packed_found(number, read_batch(batch, tables))
