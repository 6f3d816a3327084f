"""What every page is made from: the edition that is looked at, the names in it, and the folder that is written to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.policy.about import About

from . import paths, statements
from .files import Files

Report = Callable[[str, int, int], None]
_SETTINGS: dict[str, str | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "1GB",
    "preserve_insertion_order": False,
}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all that has a page of its own, by identifier."""

    actors: dict[str, str]
    initiatives: frozenset[str]
    themes: dict[str, str]

    def actor(self, actor_id: str | None) -> str | None:
        """The page of a person or an organisation; None for nobody."""
        return paths.actor(actor_id) if actor_id in self.actors else None

    def initiative(self, common_id: str | None) -> str | None:
        """The page of an initiative; None for one that only its document knows."""
        return paths.initiative(common_id) if common_id is not None and common_id in self.initiatives else None

    def theme(self, theme: str) -> str:
        """The Danish name of a theme."""
        return self.themes[theme]


@dataclass(frozen=True, slots=True)
class Site:
    """An edition whose site is being written. `release` is the row of its table `releases`, `connection` looks at its DuckDB file."""

    files: Files
    edition: str
    about: About
    release: dict[str, str]
    dataset: Dataset
    connection: duckdb.DuckDBPyConnection
    names: Names
    report: Report

    @property
    def contact(self) -> str | None:
        """Where a mistake is reported: an address that a link can open."""
        agent = self.about.contact
        return f"mailto:{agent.email}" if agent.email else agent.homepage


@contextmanager
def opened(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that reads the tables and views of a release, as `release.…`, and has the view `statements` of its own."""
    beside = f"{database}.tmp"  # what does not fit in memory; whoever tidies up after a run knows the name
    with duckdb.connect(":memory:", config={**_SETTINGS, "temp_directory": beside}) as connection:
        place = str(database).replace("'", "''")
        connection.execute(f"ATTACH '{place}' AS release (READ_ONLY)")
        statements.create(connection)
        yield connection


def names(connection: duckdb.DuckDBPyConnection) -> Names:
    """All names of the edition that `connection` looks at."""
    actors = (
        "SELECT person_id, name FROM release.people UNION ALL SELECT organisation_id, name FROM release.organisations"
    )
    initiatives = "SELECT DISTINCT common_id FROM release.initiatives WHERE common_id IS NOT NULL"
    return Names(
        dict(connection.execute(actors).fetchall()),
        frozenset(row[0] for row in connection.execute(initiatives).fetchall()),
        dict(connection.execute("SELECT theme, name FROM release.themes").fetchall()),
    )
