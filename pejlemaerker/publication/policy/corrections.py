"""Corrections by people, `policy/corrections/*.toml`, read strictly: what is not known is an error with its place.

What belongs here: the files, and that their entries do not speak against each other. Whether the text is still as it was when an
entry was written is told where it is applied (`publication.correcting`, `extraction.actors.said_same`).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .entries import Correction, Place, Same, entry
from .errors import PolicyError
from .toml_files import stated_in

__all__ = ["NONE", "Correction", "Corrections", "Place", "Same", "read_corrections"]


@dataclass(frozen=True, slots=True)
class Corrections:
    """All entries, in the order of files' names and entries."""

    rows: tuple[Correction, ...] = ()
    same: tuple[Same, ...] = ()

    def asleep(self, documents: Collection[str]) -> list[Place]:
        """Where the entries stand that are about a document which is not among `documents`; they wait until it is."""
        rows = [item.place for item in self.rows if item.document not in documents]
        return rows + [item.place for item in self.same if not all(key in documents for key in item.said.documents)]


NONE = Corrections()


def read_corrections(folder: Path) -> Corrections:
    """The corrections in `folder`, none where it is not there; PolicyError says what is wrong and what to write instead."""
    found = [entry(stated, place) for path in _files(folder) for place, stated in _entries(path)]
    rows = [item for item in found if isinstance(item, Correction)]
    _agree(rows)
    return Corrections(tuple(rows), tuple(item for item in found if isinstance(item, Same)))


def _files(folder: Path) -> list[Path]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise PolicyError(f"{folder} could not be read: {error.strerror}. Make it a folder that can be.") from None
    return [folder / name for name in names if name.endswith(".toml") and not name.startswith(".")]


def _entries(path: Path) -> Iterator[tuple[Place, dict[str, Any]]]:
    stated = stated_in(path)
    entries = stated.get("correction", [])
    if set(stated) - {"correction"} or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise PolicyError(f"{path.name} holds more than corrections. Write each under a line [[correction]].")
    yield from ((Place(path.name, number), entry) for number, entry in enumerate(entries, 1))


def _agree(corrections: list[Correction]) -> None:
    """Raise PolicyError when two entries say different things of a row."""
    first: dict[tuple[str, str], Correction] = {}
    for item in corrections:
        for column in item.values or ("",):
            before = first.setdefault((item.row, column), item)
            if before.values.get(column) != item.values.get(column):
                raise PolicyError(
                    f"{before.place} and {item.place} say different things of {column} in {item.row}. Delete one of them."
                )
    removed = {item.row: item for item in corrections if item.removes}
    for item in corrections:
        if not item.removes and item.row in removed:
            other = removed[item.row].place
            raise PolicyError(f"{other} removes {item.row}, and {item.place} sets columns of it. Delete one of them.")
