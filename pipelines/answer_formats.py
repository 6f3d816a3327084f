"""An answer written for programs: TSV, CSV, JSON and markdown, row by row as it comes, so that it may be longer than memory."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pejlemaerker.publication.asking import Answer
from pejlemaerker.publication.formulas import guarded_cell

from .cells import as_json, as_text
from .plain_text import visible

Rows = Iterable[Sequence[object]]
Format = Callable[[Answer, Rows], Iterator[str]]
_IN_TSV = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_IN_MARKDOWN = str.maketrans({"|": "\\|", "\n": "<br>", "\r": " "})


def tsv(answer: Answer, rows: Rows) -> Iterator[str]:
    """Cells with a tab between, names first. Null is empty; a tab or line break in a cell is \\t or \\n, other controls are signs."""
    for row in chain([answer.columns], rows):
        yield "\t".join(visible(as_text(cell).translate(_IN_TSV)) for cell in row) + "\n"


def csv(answer: Answer, rows: Rows) -> Iterator[str]:
    """As the CSV files of a release are: RFC 4180, null an empty field, empty text "", no cell that is a formula to a spreadsheet."""
    for row in chain([answer.columns], rows):
        yield ",".join(map(_field, row)) + "\r\n"


def _field(cell: object) -> str:
    text = guarded_cell(cell) if isinstance(cell, str) else as_text(cell)
    if cell == "" or any(sign in text for sign in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def markdown(answer: Answer, rows: Rows) -> Iterator[str]:
    """A table for a text in markdown."""
    for row in chain([answer.columns, ["---"] * len(answer.columns)], rows):
        yield "| " + " | ".join(visible(as_text(cell).translate(_IN_MARKDOWN)) for cell in row) + " |\n"


def as_json_object(
    answer: Answer, rows: Rows, head: Mapping[str, object], tail: Callable[[], Mapping[str, object]]
) -> Iterator[str]:
    """One JSON object: the members of `head`, the columns with their types, the rows as objects, and the members of `tail`."""
    columns = [{"name": name, "type": kind} for name, kind in zip(answer.columns, answer.types, strict=True)]
    first = json.dumps({**head, "columns": columns}, ensure_ascii=False)
    yield first[:-1] + ', "rows": ['
    for number, row in enumerate(rows):
        cells = {name: as_json(cell) for name, cell in zip(answer.columns, row, strict=True)}
        yield (",\n " if number else "\n ") + json.dumps(cells, ensure_ascii=False)
    yield "\n], " + json.dumps(dict(tail()), ensure_ascii=False)[1:] + "\n"


FORMATS: Mapping[str, Format] = {"tsv": tsv, "csv": csv, "markdown": markdown}
