"""What a gold file must hold: its keys, the type of each value, and the words allowed, which are those of the schemas."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any

from pejlemaerker.danish.lexicon import rows
from schemas import DOCUMENT_THEMES, TABLES

Shape = Mapping[str, tuple[type, ...]]
UNKNOWN = "?"  # an annotator's mark: this value is not scored
_TEXT = (str,)
_MAYBE = (str, NoneType)
_RECORDS: dict[str, Shape] = {
    "quotes": {"text": _TEXT, "kind": _TEXT, "speaker": _MAYBE, "affiliations": (list,)},
    "recommendations": {"text": _TEXT, "kind": _TEXT, "issuer": _MAYBE, "addressee": _MAYBE, "strength": _TEXT},
    "kpis": {
        "text": _TEXT,
        "kind": _TEXT,
        "value": (int, float),
        "unit": _TEXT,
        "comparator": _TEXT,
        "subject": _MAYBE,
        "organisation": _MAYBE,
        "period": (str, int, NoneType),
    },
    "initiatives": {"name": _TEXT, "organisation": _MAYBE},
}
_DOCUMENT: Shape = {"title": _MAYBE, "published": _MAYBE, "kind": _TEXT, "authors": (list,)}
_WORDS: dict[type, str] = {str: "a text", NoneType: "null", list: "a list", int: "a number", float: "a number"}
TABLE_NAMES = tuple(_RECORDS)
THEMES = tuple(row[0] for row in rows("themes"))
# Names of themes, and of those that careful readers would not agree on; a file without them says nothing of themes.
_THEMES = ("themes", "themes_in_doubt")
# All that is counted, and the kinds that are counted apart.
KINDS: Mapping[str, tuple[str, ...]] = {
    **{name: TABLES[name].column("kind").enum for name in TABLE_NAMES if name != "initiatives"},
    "initiatives": (),
    DOCUMENT_THEMES.name: THEMES,
}


def faults(value: object) -> Iterator[str]:
    """What is wrong with the content of a gold file, each with its place in the file; nothing when it can be used."""
    if not isinstance(value, dict):
        yield "it is no object with the keys document, noise, " + ", ".join(TABLE_NAMES)
        return
    yield from _keys("", value, {"document": (dict,), "noise": (list,), **dict.fromkeys(TABLE_NAMES, (list,))})
    if isinstance(document := value.get("document"), dict):
        yield from _keys("document", document, _DOCUMENT)
        yield from _allowed("document", "documents", document)
        yield from _each("document.authors", document.get("authors"), {"name": _TEXT})
    if isinstance(noise := value.get("noise"), list):
        yield from (f"noise[{i}] is no text" for i, line in enumerate(noise) if not isinstance(line, str))
    for table, shape in _RECORDS.items():
        yield from _each(table, value.get(table), shape, table)
    yield from _themes(value)


def _themes(value: dict[str, Any]) -> Iterator[str]:
    listed: list[object] = []
    for key in _THEMES:
        names = value.get(key, [])
        if not isinstance(names, list):
            yield f"{key} is not a list"
            continue
        for name in names:
            if name not in THEMES:
                yield f"{key} holds {name!r}, not one of {', '.join(THEMES)}"
            elif name in listed:
                yield f"{key} holds {name!r}, which stands there already"
            listed.append(name)


def _each(place: str, records: object, shape: Shape, table: str | None = None) -> Iterator[str]:
    for i, record in enumerate(records if isinstance(records, list) else ()):
        here = f"{place}[{i}]"
        if not isinstance(record, dict):
            yield f"{here} is no object"
            continue
        yield from _keys(here, record, shape)
        if not isinstance(record.get("optional", False), bool):
            yield f"{here}.optional is neither true nor false"
        if table:
            yield from _allowed(here, table, record)
        affiliations = {"role": _MAYBE, "organisation": _MAYBE}
        yield from _each(f"{here}.affiliations", record.get("affiliations"), affiliations)


def _keys(place: str, record: dict[str, Any], shape: Shape) -> Iterator[str]:
    for key, types in shape.items():
        name = f"{place}.{key}".lstrip(".")
        if key not in record:
            yield f"{name} is missing"
        elif type(record[key]) not in types:
            yield f"{name} is not {' or '.join(dict.fromkeys(_WORDS.get(kind, 'an object') for kind in types))}"


def _allowed(place: str, table: str, record: dict[str, Any]) -> Iterator[str]:
    """Values that the table's column does not allow."""
    for column in TABLES[table].columns:
        value = record.get(column.name)
        known = column.name == "kind" or value != UNKNOWN
        if column.enum and column.name in record and isinstance(value, str) and value not in column.enum and known:
            yield f"{place}.{column.name} is {value!r}, not one of {', '.join(column.enum)}"
