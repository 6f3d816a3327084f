"""Reading the word lists in `lexicons/`: data files, not code.

A lexicon is a UTF-8 file of tab-separated columns. Lines that start with `#` are its header: what the file holds and
where its facts come from. Only loading belongs here; what a list is used for belongs to the module that uses it.
"""

from functools import cache
from importlib.resources import files

FOLDER = files(__package__) / "lexicons"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of the lexicon `name` (a file name without `.tsv`), each a tuple of stripped columns, in file order.

    Raises FileNotFoundError if there is no such lexicon.
    """
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def words(name: str) -> frozenset[str]:
    """First column of the lexicon `name`, as a set."""
    return frozenset(row[0] for row in rows(name))
