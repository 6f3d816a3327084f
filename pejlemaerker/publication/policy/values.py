"""Values that a person gives for a column of a published table: whether they may stand there, told in words."""

import math
import re
from contextlib import suppress
from datetime import date, datetime

from schemas import Column, Table

from .errors import PolicyError

Value = str | float | date | None
_NUMBERS = {"integer", "number"}


def checked(table: Table, name: str, value: object, where: str) -> Value:
    """`value` as it stands in the column `name` of `table`, None for unknown; PolicyError, naming `where`, if it may not stand there."""
    if name not in table.correctable:
        known = ", ".join(table.correctable)
        raise PolicyError(
            f"{where}: {name[:60]} is no column of {table.name} that can be corrected. Those are {known}."
        )
    column = table.column(name)
    if value is None:
        if not column.optional:
            raise PolicyError(f"{where}: {name} cannot be unknown. Give it a value, or remove the row.")
        return None
    found = _typed(column, value)
    if found is None or not _allowed(column, found):
        raise PolicyError(f"{where}: {name} cannot be {str(value)[:80]!r}. It is {_wanted(column)}.")
    return found


def parsed(table: Table, name: str, text: str, where: str) -> Value:
    """The value that somebody typed for a column; PolicyError as `checked`."""
    kind = table.column(name).type if name in table.correctable else "text"
    value: object = text
    with suppress(ValueError):  # it is told with what the column wants instead
        value = float(text) if kind in _NUMBERS else date.fromisoformat(text) if kind == "date" else text
    return checked(table, name, value, where)


def _typed(column: Column, value: object) -> Value:
    """`value`, if it is one of the column's type; else None."""
    if column.type in _NUMBERS:
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        return float(value) if number else None  # type: ignore[arg-type]
    if column.type == "date":
        return value if isinstance(value, date) and not isinstance(value, datetime) else None
    plain = isinstance(value, str) and value.strip() == value and value.isprintable()
    return str(value) if plain and value else None


def _allowed(column: Column, value: Value) -> bool:
    if isinstance(value, float):
        low, high = column.minimum, column.maximum
        return (low is None or value >= low) and (high is None or value <= high)
    if column.enum:
        return value in column.enum
    return column.pattern is None or re.fullmatch(column.pattern, str(value)) is not None


def _wanted(column: Column) -> str:
    """What may stand in a column, in words."""
    if column.enum:
        return f"one of {', '.join(column.enum)}"
    if column.type in _NUMBERS:
        return "a number"
    if column.type == "date":
        return "a date, as in 2024-05-01"
    return f"a text like {column.pattern}" if column.pattern else "a text in one line, without blanks around it"
