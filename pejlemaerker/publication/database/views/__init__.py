"""The views of the DuckDB file: joins and counts that most readers need, and what the file says of itself.

Documents that repeat another are left out of all of them, so that nothing is counted twice.
"""

import duckdb

from pejlemaerker.publication.database.describing import comment

from . import about, actors, full, targets, themes
from ._view import View

VIEWS: tuple[View, ...] = (*full.VIEWS, *actors.VIEWS, *targets.VIEWS, *themes.VIEWS, *about.VIEWS)


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make all views, with their comments, in the database in use, which holds the tables."""
    for view in VIEWS:
        connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")
        comment(connection, "VIEW", view.name, view.description, view.columns.items())
