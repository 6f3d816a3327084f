"""The tables' descriptions as plain data, as it stands in `schema.json` of a release and in `released.json` beside this file.

`released.json` is the schema that was published last, with its version. What differs between two snapshots, and which
version follows from that, belongs to `versioning`.
"""

import json
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from ._model import Column, Table

RELEASED = Path(__file__).with_name("released.json")
Tables = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Snapshot:
    """A schema with its semantic `version`; `tables` is what `description` gives."""

    version: str
    tables: Tables

    def to_json(self) -> str:
        """As a text that reads well line by line; the same schema always gives the same text."""
        return json.dumps({"version": self.version, "tables": self.tables}, ensure_ascii=False, indent=1) + "\n"

    @staticmethod
    def from_json(text: str) -> "Snapshot":
        """What `to_json` wrote; ValueError, KeyError or TypeError for anything else."""
        read = json.loads(text)
        return Snapshot(str(read["version"]), dict(read["tables"]))


def description(tables: Iterable[Table]) -> Tables:
    """By table its `description`, its `key` and its `columns`; of a column all that is said of it and is not the rule."""
    return {
        table.name: {
            "description": table.description,
            "key": list(table.key),
            "columns": {column.name: _column(column) for column in table.columns},
        }
        for table in tables
    }


def _column(column: Column) -> dict[str, Any]:
    said = {field.name: (getattr(column, field.name), field.default) for field in fields(column)}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, (value, default) in said.items()
        if name != "name" and (default is MISSING or value != default)
    }


def released() -> Snapshot:
    """The schema that was published last."""
    return Snapshot.from_json(RELEASED.read_text(encoding="utf-8"))
