"""One entry of a file of corrections: what may stand in it, and what it comes to.

What several entries or files say together is looked at in `corrections`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pejlemaerker.extraction.actors.said_same import SaidSame
from schemas import DOCUMENTS, ORGANISATIONS, PEOPLE, Table
from schemas.corrections import ACTORS, CORRECTABLE, table_of

from .errors import PolicyError
from .values import Value, checked

_ALWAYS = ("action", "why", "by")
# What beside that an entry of each action may have.
_FIELDS = {
    "set": ("document", "row", "words", "context_sha256", "is", "unknown", "was"),
    "remove": ("document", "row", "words", "context_sha256"),
    "same": (*ACTORS, "words", "documents"),
}
_DOCUMENT = str(DOCUMENTS.column("document_id").pattern)
_IDS = {"people": PEOPLE.column("person_id"), "organisations": ORGANISATIONS.column("organisation_id")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the file's name and the entry's number, from 1."""

    file: str
    number: int

    def __str__(self) -> str:
        """In words."""
        return f"{self.file}, correction {self.number}"


@dataclass(frozen=True, slots=True)
class Correction:
    """What one entry says of one row: `values` by column (None for unknown), or, with `removes`, that it is none.

    `words` is the row's text as it stood (None for documents), `context` the hash of the text of its segment, for documents of the
    whole clean text.
    """

    place: Place
    document: str
    table: str
    row: str
    words: str | None
    context: str
    values: Mapping[str, Value]
    removes: bool
    why: str


@dataclass(frozen=True, slots=True)
class Same:
    """What one entry says of people or organisations that are one."""

    place: Place
    said: SaidSame
    why: str


def entry(stated: Mapping[str, Any], place: Place) -> Correction | Same:
    """What is `stated` at `place`; PolicyError says what is wrong with it and what to write instead."""
    return _same(stated, place) if _action(stated, place) == "same" else _correction(stated, place)


def _action(stated: Mapping[str, Any], place: Place) -> str:
    action = stated.get("action")
    if not isinstance(action, str) or action not in _FIELDS:
        raise PolicyError(f'{place} has no action that is known. Write action = "set", "remove" or "same".')
    known = (*_ALWAYS, *_FIELDS[action])
    if unknown := sorted(set(stated) - set(known)):
        named = ", ".join(unknown)[:200]
        raise PolicyError(f"{place} has {named}, but with action {action} only {', '.join(known)} may stand there.")
    if "by" in stated:
        _text(stated, "by", place)
    return action


def _correction(stated: Mapping[str, Any], place: Place) -> Correction:
    document, table, row = _row(stated, place)
    removes = stated["action"] == "remove"
    if removes and table is DOCUMENTS:
        raise PolicyError(
            f"{place}: a document is not removed by a correction. Take its file away, or write an erasure."
        )
    context = _text(stated, "context_sha256", place)
    if not re.fullmatch("[0-9a-f]{64}", context):
        raise PolicyError(f"{place}: context_sha256 is no SHA-256. Let `pejl review {row}` write the entry.")
    words = None if table is DOCUMENTS else _text(stated, "words", place, lines=True)
    if table is DOCUMENTS and "words" in stated:
        raise PolicyError(f"{place}: a document is known by context_sha256, its text_sha256. Leave words out.")
    values = {} if removes else _values(stated, table, place)
    return Correction(
        place, document, table.name, row, words, context, values, removes, _text(stated, "why", place, lines=True)
    )


def _row(stated: Mapping[str, Any], place: Place) -> tuple[str, Table, str]:
    """Document, table and row that an entry is about."""
    document = _text(stated, "document", place)
    if not re.fullmatch(_DOCUMENT, document):
        raise PolicyError(f"{place}: document is no document_id. Take it from the table documents.")
    row = _text(stated, "row", place) if "row" in stated else document
    table = table_of(row)
    if table is None:
        known = ", ".join(CORRECTABLE)
        raise PolicyError(f"{place}: row {row[:80]} is no row that can be corrected. Take an id from {known}.")
    if row != document and row.rpartition("-")[0] != document:
        raise PolicyError(f"{place}: row {row} is no row of document {document}. Write the document it begins with.")
    return document, table, row


def _values(stated: Mapping[str, Any], table: Table, place: Place) -> dict[str, Value]:
    """The value of each column that is set; None for what is said to be unknown."""
    given, before, unknown = stated.get("is", {}), stated.get("was", {}), stated.get("unknown", [])
    if not isinstance(given, dict) or not isinstance(before, dict):
        raise PolicyError(
            f'{place}: is and was are columns with values, as in is = {{ {table.correctable[0]} = "…" }}.'
        )
    if not isinstance(unknown, list) or not all(isinstance(name, str) for name in unknown):
        raise PolicyError(f'{place}: unknown is a list of columns, as in unknown = ["{table.correctable[-1]}"].')
    if both := sorted(set(given) & set(unknown)):
        raise PolicyError(f"{place}: {both[0]} stands in both is and unknown. Leave it in one of them.")
    if not given and not unknown:
        raise PolicyError(
            f"{place} sets nothing. Name columns under is or unknown; to take the row away, action = remove."
        )
    for name, value in before.items():
        checked(table, name, value, str(place))
    return {name: checked(table, name, given.get(name), str(place)) for name in (*given, *unknown)}


def _same(stated: Mapping[str, Any], place: Place) -> Same:
    kinds = [kind for kind in ACTORS if kind in stated]
    if len(kinds) != 1:
        raise PolicyError(f"{place} has to name either people or organisations that are one, as in people = [ID, ID].")
    kind = kinds[0]
    ids, names, documents = (_texts(stated, key, place) for key in (kind, "words", "documents"))
    if len(ids) < 2 or len(set(ids)) < len(ids) or not len(ids) == len(names) == len(documents):
        raise PolicyError(
            f"{place}: {kind} holds two or more different ids; words and documents hold for each of them, in that order, "
            "a name and a document that has it."
        )
    for key, document in zip(ids, documents, strict=True):
        if not re.fullmatch(str(_IDS[kind].pattern), key) or not re.fullmatch(_DOCUMENT, document):
            raise PolicyError(f"{place}: {key[:40]} in {document[:40]} is no id. Take ids from the table {kind}.")
    return Same(place, SaidSame(kind, ids, names, documents), _text(stated, "why", place, lines=True))


def _texts(stated: Mapping[str, Any], key: str, place: Place) -> tuple[str, ...]:
    value = stated.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise PolicyError(f'{place}: {key} is a list of texts, as in {key} = ["…", "…"].')
    return tuple(value)


def _text(stated: Mapping[str, Any], key: str, place: Place, *, lines: bool = False) -> str:
    value = stated.get(key)
    if not isinstance(value, str) or not value.strip() or not (lines or value.isprintable()):
        raise PolicyError(f'{place} has no {key}. Write {key} = "…".')
    return value
