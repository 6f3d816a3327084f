"""What facets count and results are sorted by: a few numbers a record (about 17 bytes), which a browser holds whole."""

import datetime
from array import array
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from schemas import documents

from .packing import Bundle
from .records import DOCUMENT, Part

KINDS = (DOCUMENT, "quote", "recommendation", "kpi", "initiative")
NAMED = ("speaker", "role", "organisation")
_MOST_THEMES = 32  # one bit each


class Columns:
    """The numbers of all records and documents so far; names are numbered from 1 as they come, and 0 is nobody."""

    def __init__(self, themes: Mapping[str, Sequence[str]]) -> None:
        """`themes`: by theme its names, Danish and English. ValueError where there are more than the form of the file can hold."""
        self._themes, self._theme_names = sorted(themes), [list(themes[theme]) for theme in sorted(themes)]
        if len(self._themes) > _MOST_THEMES:
            raise ValueError(f"the search holds at most {_MOST_THEMES} themes, there are {len(self._themes)}")
        self._names: dict[str, dict[str, int]] = {name: {} for name in NAMED}
        self._numbers = {name: array("I") for name in (*NAMED, "document")}
        self._kinds = array("B")
        self._of_documents = {name: array("I") for name in ("text_kind", "date", "themes")}

    @property
    def documents(self) -> int:
        """How many documents there are so far."""
        return len(self._of_documents["date"])

    @property
    def records(self) -> int:
        """How many records there are so far."""
        return len(self._kinds)

    def add(self, part: Part) -> None:
        """Number the records and documents of a part."""
        first = self.documents
        for kind, published, themes in part.documents.select("text_kind", "published", "themes").iter_rows():
            self._of_documents["text_kind"].append(documents.KINDS.index(kind))
            self._of_documents["date"].append(_day(published))
            self._of_documents["themes"].append(sum(1 << self._themes.index(theme) for theme in themes or ()))
        self._kinds.extend(KINDS.index(kind) for kind in part.records["kind"])
        self._numbers["document"].extend(first + n for n in part.records["document_id"].rle_id())
        for name in NAMED:
            self._numbers[name].extend(self._numbered(name, part.records[name]))

    def _numbered(self, name: str, values: pl.Series) -> Iterable[int]:
        names = self._names[name]
        return [names.setdefault(value, len(names) + 1) if value else 0 for value in values]

    def write(self, bundle: Bundle) -> None:
        """Write them as one file."""
        head = {
            **{name: list(names) for name, names in self._names.items()},
            "kind": KINDS,
            "text_kind": documents.KINDS,
            "theme": self._themes,
            "theme_names": self._theme_names,
        }
        arrays = {name: ("u32", numbers) for name, numbers in (*self._numbers.items(), *self._of_documents.items())}
        bundle.add("columns", {"values": head}, {**arrays, "kind": ("u8", self._kinds)})


def _day(day: datetime.date | None) -> int:
    """A day as a number that sorts, 20240501; 0 where there is none."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0
