"""Dagster's side of the project: definitions, jobs, resources, and the command line `pejl`. Nothing here reads a text."""

import os

# polars keeps memory that is free for a while, which over very many articles comes to a third of what a run needs. It asks for this before
# it is loaded, and so do the workers.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:0,muzzy_decay_ms:0")
