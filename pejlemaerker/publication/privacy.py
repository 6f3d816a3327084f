"""Whether contact details or CPR numbers stand in any column of any table.

`corpus` has masked what the same recognisers find in a whole text (`danish.contacts`). A row repeats a piece of it, in which a sum
may look like a telephone number because the word before it is cut off; so a piece is judged where it stands.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

import polars as pl

from pejlemaerker.danish.contacts import MAY_HOLD, WHAT, contacts
from schemas import PUBLISHED, Column

Tables = Mapping[str, pl.DataFrame]
_DOCUMENT = "document_id"
_IDENTIFIER = r"^(?:[a-z][0-9a-f]{12}|d[0-9a-f]{16}(?:-[0-9]{1,3})?(?:-[a-z][0-9a-f]{12})?)$"


def private_faults(tables: Tables, texts: pl.DataFrame | None = None) -> list[str]:
    """A message for each column in which an address or a number of somebody stands, and for each kind of it.

    `texts` holds `document_id` and `clean_text`; without them each value is judged by itself.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for table in PUBLISHED:
        if table.name in tables:
            for column in filter(_is_free, table.columns):
                for document, value in _suspects(tables[table.name], column.name):
                    what = _what(value, document, texts)
                    found.update((table.name, column.name, kind) for kind in what)
    return [f"{table}.{column}: {times} values hold {WHAT[kind]}" for (table, column, kind), times in found.items()]


def _is_free(column: Column) -> bool:
    """Whether a column may hold any words: one with a list of values, or of identifiers, is held to them by the schema."""
    return column.type == "text" and not column.enum and "[0-9a-f]{" not in (column.pattern or "")


def _suspects(frame: pl.DataFrame, column: str) -> Iterator[tuple[str | None, str]]:
    """Document and value of the rows that may hold something, told quickly. Identifiers hold many digits, and nothing else."""
    values = frame.filter(pl.col(column).str.contains(MAY_HOLD) & ~pl.col(column).str.contains(_IDENTIFIER))
    document = pl.col(_DOCUMENT) if _DOCUMENT in frame.columns else pl.lit(None, pl.String())
    yield from values.select(document.alias(_DOCUMENT), pl.col(column).alias("value")).iter_rows()


def _what(value: str, document: str | None, texts: pl.DataFrame | None) -> set[str]:
    kinds = {kind for _, _, kind in contacts(value)}
    if kinds and texts is not None and document is not None:
        whole = texts.filter(pl.col(_DOCUMENT) == document)["clean_text"].to_list()
        if any(value in text and not any(contacts(text)) for text in whole):
            return set()
    return kinds
