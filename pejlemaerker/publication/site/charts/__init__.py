"""The charts of the site, each made by a function from a connection that has the release attached as `release`.

Where there is too little to show, there is no chart.
"""

from collections.abc import Callable

import duckdb

from .asking import asking
from .chart import Cell, Chart, Figures, Linked, Word
from .collection import collection
from .speakers import speakers, speaking_kinds
from .targets import targets
from .themes import theme_years, themes

# In the order of the front page.
CHARTS: tuple[Callable[[duckdb.DuckDBPyConnection], Chart | None], ...] = (
    speakers,
    asking,
    themes,
    targets,
    speaking_kinds,
    collection,
)


def charts(connection: duckdb.DuckDBPyConnection) -> list[Chart]:
    """The charts of the front page, those left out that have too little to show."""
    return [chart for make in CHARTS if (chart := make(connection))]


__all__ = ["CHARTS", "Cell", "Chart", "Figures", "Linked", "Word", "charts", "theme_years"]
