"""The fields of a row that stands for a gold record: which are right.

A gold value `?` is not compared. Names must agree word for word, descriptions may be longer or shorter than gold's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .gold import UNKNOWN, Record
from .words import same_name, same_words

Row = dict[str, Any]
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True)
class Field:
    """One value compared: what gold has, what the row has (both as a text, None for null), and whether they agree."""

    name: str
    right: bool
    gold: str | None
    got: str | None


def _field(name: str, gold: object, got: object, same: Same) -> Iterator[Field]:
    if gold != UNKNOWN:
        yield Field(name, same(gold, got), _shown(gold), _shown(got))


def _shown(value: object) -> str | None:
    return None if value is None else str(value)


def _equal(gold: object, got: object) -> bool:
    return gold == got


def _written(gold: object, got: object) -> bool:
    return str(gold or "") == str(got or "")


def _quote(gold: Record, row: Row) -> Iterator[Field]:
    yield from _field("kind", gold["kind"], row["kind"], _equal)
    yield from _field("speaker", gold["speaker"], row["speaker"], same_name)
    if not gold["speaker"] or not gold["affiliations"]:
        return
    yield _one_of("role", [item["role"] for item in gold["affiliations"]], row["speaker_role"])
    organisations = [item["organisation"] for item in gold["affiliations"] if item["organisation"]]
    if organisations:
        yield _one_of("organisation", organisations, row["speaker_organisation"])


def _one_of(name: str, allowed: list[str | None], got: str | None) -> Field:
    """A field with several right values: all that the document says of a speaker."""
    shown = " / ".join(dict.fromkeys(value for value in allowed if value))
    return Field(name, any(same_words(value, got) for value in allowed), shown or None, got)


def _recommendation(gold: Record, row: Row) -> Iterator[Field]:
    yield from _field("kind", gold["kind"], row["kind"], _equal)
    yield from _field("issuer", gold["issuer"], row["issuer"], same_words)
    yield from _field("addressee", gold["addressee"], row["addressee"], same_words)
    yield from _field("strength", gold["strength"], row["strength"], _equal)


def _kpi(gold: Record, row: Row) -> Iterator[Field]:
    for name in ("unit", "kind", "comparator"):
        yield from _field(name, gold[name], row[name], _equal)
    yield from _field("subject", gold["subject"], row["subject"], same_words)
    yield from _field("organisation", gold["organisation"], row["organisation"], same_words)
    yield from _field("period", gold["period"], row["period"], _written)


def _initiative(gold: Record, row: Row) -> Iterator[Field]:
    yield from _field("organisation", gold["organisation"], row["organisation"], same_words)


FIELDS: dict[str, Callable[[Record, Row], Iterator[Field]]] = {
    "quotes": _quote,
    "recommendations": _recommendation,
    "kpis": _kpi,
    "initiatives": _initiative,
}


def theme_fields(row: Row, *, first: bool) -> Iterator[Field]:
    """Whether a theme is the most prominent one of its document; `first` says that it is so in gold."""
    yield from _field("first", first, row["rank"] == 1, _equal)


def document_fields(gold: Record, row: Row | None, authors: list[Row]) -> Iterator[Field]:
    """Title, date, kind and authors; all of them wrong where the document could not be read (`row` None)."""
    got = row or {}
    yield from _field("title", gold["title"], got.get("title"), same_name)
    yield from _field("published", gold["published"], got.get("published"), _written)
    yield from _field("kind", gold["kind"], got.get("kind"), _equal)
    wanted, found = [item["name"] for item in gold["authors"]], [item["name"] for item in authors]
    right = row is not None and {name.lower() for name in wanted} == {name.lower() for name in found}
    yield Field("authors", right, "; ".join(wanted) or None, "; ".join(found) or None)
