"""The DuckDB file of a release opened so that no query can change it, read another file or reach the network."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

# Names of Python variables are no tables either.
_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}


@contextmanager
def opened(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the DuckDB file `file`, whose settings no query can change.

    What does not fit in memory goes to a folder of its own, not beside the file: a release is never written to. duckdb.Error when
    `file` is none that can be opened.
    """
    with tempfile.TemporaryDirectory(prefix="pejl-query-") as beside:
        settings = _CLOSED | {"temp_directory": beside}
        with duckdb.connect(str(file), read_only=True, config=settings) as connection:
            connection.execute("SET lock_configuration = true")
            yield connection
