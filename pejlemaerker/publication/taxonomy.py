"""The table `themes`: all themes that there are, whether a document has them or not, as the list `themes` says."""

import polars as pl

from pejlemaerker.danish.lexicon import rows
from schemas import THEMES


def themes_table() -> pl.DataFrame:
    """Rows of the table `themes`."""
    listed = [(theme, ordinal, *words) for ordinal, (theme, *words) in enumerate(rows("themes"), 1)]
    return THEMES.sort(pl.DataFrame(listed, schema=THEMES.polars, orient="row"))
