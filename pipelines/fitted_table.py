"""An answer as a table for the eye: as wide as the terminal, what is longer ends in …; one line a column where they do not fit beside
each other."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from pejlemaerker.publication.asking import Answer

from .cells import as_text
from .plain_text import one_line

_GAP = 2
_NARROWEST = 8  # a column that is cut shorter tells nothing
_NUMBERS = ("INT", "DOUBLE", "FLOAT", "DECIMAL")
_NULL = ("–", "dim")


def print_table(console: Console, answer: Answer, rows: Sequence[Sequence[object]]) -> bool:
    """Print `rows`; whether a cell was shortened. In a pipe nothing is."""
    cells = [[None if value is None else one_line(as_text(value)) for value in row] for row in rows]
    names = [one_line(name) for name in answer.columns]
    longest = [max(map(_length, column)) for column in zip(names, *cells, strict=True)]
    room = console.width if console.is_terminal else sum(longest) + _GAP * len(longest)
    widths = fitted(longest, room - _GAP * (len(longest) - 1))
    if widths is None:
        widest = max(map(cell_len, names))
        limit = max(_NARROWEST, room - widest - _GAP)
        console.print(Group(*(_record(names, row, widest, limit) for row in cells)))
        return any(length > limit for length in longest)
    console.print(_table(names, answer.types, cells, widths), width=max(room, 1), crop=False)
    return widths != longest


def fitted(longest: Sequence[int], room: int) -> list[int] | None:
    """Widths of columns that take no more than `room` together: the widest give way first. None when that makes one too narrow."""
    limit = max(longest, default=0)
    while limit > _NARROWEST and sum(min(length, limit) for length in longest) > room:
        limit -= 1
    widths = [min(length, limit) for length in longest]
    return widths if sum(widths) <= room else None


def _table(
    names: Sequence[str], types: Sequence[str], cells: Sequence[Sequence[str | None]], widths: Sequence[int]
) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for name, kind, width in zip(names, types, widths, strict=True):
        is_number = any(word in kind for word in _NUMBERS) and "[" not in kind
        table.add_column(_short(name, width), width=width, no_wrap=True, justify="right" if is_number else "left")
    for row in cells:
        table.add_row(*(_short(cell, width) for cell, width in zip(row, widths, strict=True)))
    return table


def _record(names: Sequence[str], row: Sequence[str | None], widest: int, limit: int) -> RenderableType:
    lines = Text()
    for name, cell in zip(names, row, strict=True):
        lines.append(f"{name:<{widest + _GAP}}", "bold").append_text(_short(cell, limit)).append("\n")
    return lines


def _short(cell: str | None, width: int) -> Text:
    text = Text(*_NULL) if cell is None else Text(cell)
    text.truncate(width, overflow="ellipsis")
    return text


def _length(cell: str | None) -> int:
    return 1 if cell is None else cell_len(cell)
