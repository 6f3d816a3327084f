"""The data dictionary, `docs/data-dictionary.md`: every table and column of `schemas/` for people, and what is still undocumented.

`python -m pejlemaerker.publication.descriptions.dictionary` writes it anew after a change of the schema.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pejlemaerker.storage.files import write_text
from schemas import PUBLISHED, SCHEMA_VERSION, Column, Table

from .tabulated import markdown

PATH = Path("docs") / "data-dictionary.md"
_HEAD = f"""# Data dictionary

Version {SCHEMA_VERSION} of the schema. Generated from `schemas/`: change it there, then run
`python -m pejlemaerker.publication.descriptions.dictionary`.

Both editions of a release have these tables and columns. *null* marks a column that may hold nulls; *null in open* one that may only
in the edition for publication, where excerpts can be withheld.
"""


def dictionary(tables: Iterable[Table] = PUBLISHED) -> str:
    """The data dictionary as markdown."""
    listed = tuple(tables)
    links = "".join(f"- [{table.name}](#{table.name}): {table.description}\n" for table in listed)
    return "\n".join([_HEAD, links, *map(_table, listed)])


def undocumented(tables: Iterable[Table]) -> list[str]:
    """What a reader would look for in vain: a description of a table or column that is missing or no whole sentence."""
    return [f"{name} {fault}" for table in tables for name, text in _described(table) if (fault := _fault(text))]


def _described(table: Table) -> Iterator[tuple[str, str]]:
    yield table.name, table.description
    for column in table.columns:
        yield f"{table.name}.{column.name}", column.description


def _fault(text: str) -> str | None:
    if not text.strip():
        return "has no description"
    if text != text.strip() or not text.isprintable():
        return "has a description with stray white space"
    return None if text.endswith(".") else "has a description that ends without a full stop"


def _table(table: Table) -> str:
    columns = markdown(("column", "type", "null", "what it holds", "values"), map(_row, table.columns))
    key = ", ".join(f"`{name}`" for name in table.key)
    return f"## {table.name}\n\n{table.description}\n\nSorted by, and unique in: {key}.\n\n{columns}"


def _row(column: Column) -> tuple[object, ...]:
    null = "null" if column.optional else "null in open" if column.excerpt else None
    unit = f" Unit: {column.unit}." if column.unit else ""
    return f"`{column.name}`", column.type, null, column.description + unit, _values(column)


def _values(column: Column) -> str:
    """What a value has to be, beside its type."""
    parts = []
    if column.enum:
        parts.append(", ".join(f"`{value}`" for value in column.enum))
    if column.pattern:
        parts.append(f"pattern `{column.pattern}`")
    bounds = [
        f"{word} {bound:g}" for word, bound in (("from", column.minimum), ("to", column.maximum)) if bound is not None
    ]
    if bounds:
        parts.append(" ".join(bounds))
    if column.references:
        parts.append(f"one of `{column.references}`")
    return "; ".join(parts)


def main() -> None:
    """Write the dictionary of the repository that the program is run in."""
    if not PATH.parent.is_dir():
        sys.exit(f"There is no folder {PATH.parent}/ here. Run this in the folder of the repository.")
    write_text(PATH, dictionary())


if __name__ == "__main__":
    main()
