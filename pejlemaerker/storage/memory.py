"""Memory that is free within the process and not yet given back to the system."""

import ctypes
import gc

import pyarrow as pa


def give_back() -> None:
    """Give back what can be: after much was read, before as much again is needed for something else."""
    gc.collect()
    pa.default_memory_pool().release_unused()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU C library; others give back by themselves
    if trim is not None:
        trim(0)
