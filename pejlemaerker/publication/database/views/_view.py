"""What a view is made of, and the columns that several of them show."""

from collections.abc import Mapping
from dataclasses import dataclass

from pejlemaerker.publication.database.describing import describe
from schemas import Table


@dataclass(frozen=True)
class View:
    """A view: `columns` says of each of its columns, in order, what it holds."""

    name: str
    description: str
    sql: str
    columns: Mapping[str, str]


def described(table: Table, *names: str) -> dict[str, str]:
    """The descriptions of columns of `table`, of all where none is named."""
    return {name: describe(table.column(name)) for name in names or table.names}
