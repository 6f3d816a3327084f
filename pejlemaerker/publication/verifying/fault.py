"""What a check finds: a fault, with the check that found it and the place it lies in. The checks themselves stand beside this file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import duckdb
import polars as pl
import pyarrow as pa

CHECKS = {
    "files": "Every promised file is there, none besides, and all bytes are those of SHA256SUMS.",
    "schema": "Each Parquet file has the columns, types and descriptions of the schema, and rows that keep it, sorted and unique.",
    "keys": "Each key points to a row, and each row's identifier is its document's.",
    "spans": "The words of each row stand at its place.",
    "rights": "The edition for publication holds nothing that the full one does not, and no more words than it says.",
    "counts": "Hash of all rows, shares and numbers of rows are those that the release states.",
    "history": "The version follows from content and the release before, and so does the list of changes.",
    "database": "The DuckDB file holds the rows of the Parquet files, its views, and a comment on everything.",
    "csv": "The CSV files hold the rows of the Parquet files.",
    "descriptions": "Descriptions agree with the files that they describe.",
    "privacy": "No contact details are in any table or description.",
    "site": "The site has a page for each document, person, organisation, initiative and theme, and for nothing else.",
    "sources": "Each document has its file among the articles, and each row stands in it.",
}
Report = Callable[[str, int, int], None]


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: the check (a key of `CHECKS`), the file or table, and words that say what, and what to do."""

    check: str
    place: str
    message: str


# What reading damaged files raises; polars' PanicException is no Exception.
_BROKEN = (Exception, pl.exceptions.PanicException)


def guarded(check: str, place: str, look: Callable[[], Iterator[Fault]]) -> list[Fault]:
    """What `look` finds; where it cannot go on, that is a fault too, and the caller goes on with the rest."""
    found: list[Fault] = []
    try:
        found.extend(look())
    except _BROKEN as error:
        first = next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
        found.append(Fault(check, place, f"It cannot be looked at: {first[:200]}. {_next_step(error)}"))
    return found


def _next_step(error: BaseException) -> str:
    if isinstance(error, PermissionError):
        return "Make it readable and verify again."
    if isinstance(
        error, pa.ArrowException | pl.exceptions.PolarsError | duckdb.Error | OSError | ValueError | KeyError
    ):
        return "Take the release from where it came again, or build it anew."
    return f"This may be an error of the program ({type(error).__name__}); please report it."
