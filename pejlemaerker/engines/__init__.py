"""Where batches are read: on the cores of this machine (`local`), or on a Ray cluster (`on_ray`, with the extra `ray`).

An engine says where and how many at once, never what is found: the rows are the same on any.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pejlemaerker.batches import Batch, Done


class EngineError(Exception):
    """An engine cannot work; the message says why, and what to do."""


class Batches(Protocol):
    """Batches that are made as they are asked for, and how many there are."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Batch]: ...


class Engine(Protocol):
    """Reads batches."""

    def run(self, store: Path, batches: Batches) -> Iterator[Done]:
        """Read `batches` of the sources in `store` and file what is found there; what was done, batch by batch."""

    def rest(self) -> None:
        """Let go of memory and processes until there is more to read."""
