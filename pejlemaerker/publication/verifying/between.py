"""Keys between tables: each points to a row that is there, and identifiers of rows are made from those of their documents.

A part of the documents is looked at at a time, with the tables beside it that keys point to.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from schemas import DOCUMENTS, TABLES

from ..dataset import DOCUMENT, by_document
from ..integrity import ACTORS, actor_faults, key_faults
from .editions import Edition
from .fault import Fault

Tables = Mapping[str, pl.DataFrame]
_ANEW = "Build the release anew."
_DOCUMENT_ID = DOCUMENTS.column(DOCUMENT).pattern


def beside(edition: Edition) -> dict[str, pl.DataFrame]:
    """The columns of other tables that keys of a part point to."""
    pointed = {column.references for table in edition.tables for column in table.columns if column.references}
    names = {name: column for name, _, column in (target.partition(".") for target in pointed)}
    names = {name: column for name, column in names.items() if name in edition.sound}
    return {
        name: edition.dataset.whole(name, column)
        for name, column in names.items()
        if not by_document(TABLES[name]) or name == "documents"
    }


def part_faults(edition: Edition, part: Tables, others: Tables) -> Iterator[Fault]:
    """Keys of a part of the documents that point nowhere, and identifiers that are another document's."""
    yield from _faults(edition, key_faults(part, others))
    for name, rows in part.items():
        for column in TABLES[name].columns:
            if (column.pattern or "").startswith(f"{_DOCUMENT_ID}-"):
                yield from _strange(edition, name, rows, column.name)


def _strange(edition: Edition, table: str, rows: pl.DataFrame, column: str) -> Iterator[Fault]:
    wrong = rows.filter(~pl.col(column).str.starts_with(pl.col(DOCUMENT) + "-"))
    if wrong.height:
        row = wrong.row(0, named=True)
        text = f"{column}: {wrong.height} identifiers are another document's, for example {row[column]!r} in {row[DOCUMENT]}"
        yield Fault("keys", edition.place(f"parquet/{table}.parquet"), f"{text}. {_ANEW}")


def whole_faults(edition: Edition, others: Tables) -> Iterator[Fault]:
    """Keys of the tables that belong to no document, and of actors, for all documents at once."""
    own = [
        table.name
        for table in edition.tables
        if not by_document(table) and any(column.references for column in table.columns)
    ]
    yield from _faults(edition, key_faults({name: edition.dataset.whole(name) for name in own}, others))
    if edition.sound and set(ACTORS) <= set(edition.sound):
        narrow = {name: edition.dataset.whole(name, *columns) for name, columns in ACTORS.items()}
        yield from _faults(edition, actor_faults(narrow))


def _faults(edition: Edition, messages: list[str]) -> Iterator[Fault]:
    for message in messages:
        table = message.partition(":")[0].partition(".")[0]
        yield Fault("keys", edition.place(f"parquet/{table}.parquet"), f"{message}. {_ANEW}")
