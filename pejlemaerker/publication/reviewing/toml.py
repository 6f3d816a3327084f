"""The few forms of TOML that a correction takes, written so that they read back as what they were."""

from collections.abc import Mapping, Sequence
from datetime import date

Plain = str | float | date
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def entry_text(entry: Mapping[str, Plain | Sequence[str] | Mapping[str, Plain]]) -> str:
    """A `[[correction]]` with the keys of `entry` in their order; lists become arrays, mappings inline tables. Keys are bare."""
    return "\n".join(["[[correction]]", *(f"{key} = {_value(value)}" for key, value in entry.items()), ""])


def comment(text: str) -> str:
    """`text` as a comment of one line."""
    return "# " + " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _value(value: Plain | Sequence[str] | Mapping[str, Plain]) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_plain(item)}" for key, item in value.items()) + " }"
    if isinstance(value, str | float | date):
        return _plain(value)
    return "[" + ", ".join(map(_string, value)) + "]"


def _plain(value: Plain) -> str:
    if isinstance(value, str):
        return _string(value)
    return value.isoformat() if isinstance(value, date) else repr(value)


def _string(text: str) -> str:
    return '"' + "".join(_ESCAPED.get(c) or (c if c.isprintable() else _code(c)) for c in text) + '"'


def _code(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
