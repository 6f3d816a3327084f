"""Just enough of Turtle to write a description: terms, literals with their escapes, and blank nodes with what is said of them.

What a description says is not decided here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

Statements = Sequence[tuple[str, "str | Iterable[str]"]]
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})
_NOT_IN_AN_IRI = '<>"{}|^`\\'


def iri(address: str) -> str:
    """An address, or a path relative to the file, as a term; what may not stand in one is written in percent."""
    refused = (char for char in set(address) if char in _NOT_IN_AN_IRI or char <= " ")
    return f"<{address.translate({ord(char): f'%{ord(char):02X}' for char in refused})}>"


def text(words: str, language: str | None = None) -> str:
    """A literal text, in a language where one is given. Characters that no text holds are left out."""
    kept = "".join(char for char in words.translate(_ESCAPES) if char >= " " and not "\ud800" <= char <= "\udfff")
    return f'"{kept}"' + (f"@{language}" if language else "")


def typed(value: str | int, datatype: str) -> str:
    """A literal of a datatype, given as a prefixed name."""
    return f"{text(str(value))}^^{datatype}"


def day(value: date) -> str:
    """A date."""
    return typed(value.isoformat(), "xsd:date")


def blank(statements: Statements) -> str:
    """A node without a name and what is said of it, in one line."""
    return "[ " + " ; ".join(_statements(statements)) + " ]"


def subject(name: str, statements: Statements) -> str:
    """A node and what is said of it, a line each."""
    return f"{name}\n    " + " ;\n    ".join(_statements(statements)) + " .\n"


def document(prefixes: Mapping[str, str], base: str | None, subjects: Iterable[str]) -> str:
    """The whole file."""
    head = [f"@prefix {name}: <{address}> ." for name, address in sorted(prefixes.items())]
    return "\n".join([*([f"@base {iri(base)} ."] if base else []), *head, "", *subjects])


def _statements(statements: Statements) -> list[str]:
    listed = [(name, [values] if isinstance(values, str) else list(values)) for name, values in statements]
    return [f"{name} {', '.join(values)}" for name, values in listed if values]
