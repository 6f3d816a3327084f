"""A gold file: read, checked for shape, and ready to be compared. How its records are counted is said in CONTRIBUTING."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .gold_shape import TABLE_NAMES, UNKNOWN, faults

Record = dict[str, Any]

__all__ = ["TABLE_NAMES", "UNKNOWN", "Gold", "GoldError", "Record", "words_of"]

_SHOWN = 20


class GoldError(ValueError):
    """Gold files that cannot be used: `faults` has one line for each thing to mend, with the file it stands in."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        """The faults, the first of them when there are many."""
        more = len(self.faults) - _SHOWN
        return "\n".join([*self.faults[:_SHOWN], *([f"and {more} more"] if more > 0 else [])])


@dataclass(frozen=True)
class Gold:
    """What a careful reader found in one article: metadata, lines of noise, the records of each table by its name, and themes."""

    path: Path
    document: Record
    noise: list[str]
    tables: dict[str, list[Record]]
    themes: list[str] | None = None  # the most prominent first; None where nobody looked for them
    themes_in_doubt: list[str] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """The name that the article has too."""
        return self.path.stem

    @staticmethod
    def read(path: Path) -> "Gold":
        """The gold in the file `path`; GoldError when it is no JSON, lacks a key, or holds a word that no table allows."""
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError as error:
            raise GoldError([f"{path}: no valid JSON, line {error.lineno}: {error.msg}"]) from None
        except (OSError, UnicodeDecodeError) as error:
            raise GoldError([f"{path}: could not be read: {error}"]) from None
        found = [f"{path}: {fault}" for fault in faults(value)]
        if found:
            raise GoldError(found)
        tables = {name: value[name] for name in TABLE_NAMES}
        return Gold(
            path, value["document"], value["noise"], tables, value.get("themes"), value.get("themes_in_doubt", [])
        )


def words_of(record: Record) -> str:
    """The words that a record of any table stands on."""
    return str(record["text"] if "text" in record else record["name"])
