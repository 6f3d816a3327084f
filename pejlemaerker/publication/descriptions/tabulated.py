"""Rows and counts as markdown, for the descriptions that people read."""

from collections.abc import Iterable, Mapping, Sequence

_LISTED = 20


def markdown(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a header; a cell that holds None is empty, and no cell breaks the table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def listed(counts: Mapping[str, int]) -> str:
    """Values with their counts; of a long list the first, which are the most frequent."""
    shown = [f"{name.replace('_', ' ')} {count}" for name, count in list(counts.items())[:_LISTED]]
    rest = len(counts) - len(shown)
    return ", ".join(shown + ([f"and {rest} others"] if rest else [])) or "none"


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).replace("|", "\\|").split())
