"""One document's reading beside its gold: every record and row is a hit, missed, false or left open.

An optional gold record is neither required nor wrong: a row that stands for one, or lies within one, is left open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pejlemaerker.reading import Reading
from schemas import DOCUMENT_THEMES

from .fields import FIELDS, Field, document_fields, theme_fields
from .gold import TABLE_NAMES, Gold, GoldError, Record, words_of
from .pairing import pair
from .places import Places, Span
from .words import contains, joined, tokens

Row = dict[str, Any]
Verdict = Literal["hit", "missed", "false", "open"]
_LEAST_NOISE = 3  # tokens; shorter lines also occur in what is said


@dataclass(frozen=True)
class Item:
    """A gold record with the row that stands for it, or one of them alone; `fields` are compared for hits only.

    `kind` is gold's, or else the row's; initiatives have none in gold, and that of a theme is its name. `place` is the row's, or else
    gold's, in the clean text; themes have none.
    """

    table: str
    verdict: Verdict
    kind: str | None
    text: str
    place: Span | None
    row: Row | None = None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Compared:
    """One document: its article and kind (gold's), its metadata, its items, and the items that are noise by gold.

    `unread` is the reason why the article could not be read; then every record is missed.
    """

    article: str
    kind: str
    fields: tuple[Field, ...]
    items: tuple[Item, ...]
    noise: tuple[Item, ...]
    unread: str | None = None


def compare(article: str, gold: Gold, reading: Reading, raw: bytes = b"") -> Compared:
    """The reading of `article` beside `gold`. GoldError for a text that stands in neither the clean text nor the file's bytes."""
    places = Places(reading.clean_text)
    if reading.document is not None:
        _check(article, gold, places, raw)
    rows: dict[str, list[Row]] = {name: getattr(reading, name) for name in TABLE_NAMES}
    items = [item for name in TABLE_NAMES for item in _items(name, gold.tables[name], rows[name], places)]
    noise = [item for item in items if item.row and item.table != "initiatives" and _is_noise(item.row, item, gold)]
    items += _themes(gold, reading.document_themes)
    fields = tuple(document_fields(gold.document, reading.document, reading.authors))
    unread = reading.skipped[0]["reason"] if reading.document is None and reading.skipped else None
    return Compared(article, gold.document["kind"], fields, tuple(items), tuple(noise), unread)


def _check(article: str, gold: Gold, places: Places, raw: bytes) -> None:
    """A text that is not in the clean text may still be in the file: masked, or lost by the reading, which is no fault of gold."""
    absent = [
        (table, i, words_of(record))
        for table, records in gold.tables.items()
        for i, record in enumerate(records)
        if not places.of(words_of(record))
    ]
    if absent:
        file = Places(raw.decode("utf-8", errors="replace"))
        found = [
            f"{gold.path}: {table}[{i}] does not stand in {article}: “{text[:80]}”. Copy it from the article."
            for table, i, text in absent
            if not file.of(text)
        ]
        if found:
            raise GoldError(found)


def _items(table: str, gold: list[Record], rows: list[Row], places: Places) -> Iterator[Item]:
    paired = pair(table, gold, rows)
    spans = places.in_order([words_of(record) for record in gold])
    for i, record in enumerate(gold):
        row = rows[paired[i]] if i in paired else None
        if row is None and not record.get("optional"):
            yield Item(table, "missed", record.get("kind"), words_of(record), spans[i])
        elif row is not None and record.get("optional"):
            yield _found(table, "open", record.get("kind"), row)
        elif row is not None:
            yield _found(table, "hit", record.get("kind"), row, tuple(FIELDS[table](record, row)))
    optional = [words_of(record) for record in gold if record.get("optional")]
    taken = set(paired.values())
    for j, row in enumerate(rows):
        if j not in taken:
            loose = any(contains(text, words_of(row)) for text in optional)
            yield _found(table, "open" if loose else "false", None if table == "initiatives" else row["kind"], row)


def _themes(gold: Gold, rows: list[Row]) -> Iterator[Item]:
    """Themes are paired by name; one that careful readers would not agree on is neither required nor wrong."""
    if gold.themes is None:
        return
    found = {row["theme"]: row for row in rows}
    table = DOCUMENT_THEMES.name
    for i, theme in enumerate(gold.themes):
        row = found.get(theme)
        fields = () if row is None else tuple(theme_fields(row, first=i == 0))
        yield Item(table, "missed" if row is None else "hit", theme, theme, None, row, fields)
    for theme, row in found.items():
        if theme not in gold.themes:
            yield Item(table, "open" if theme in gold.themes_in_doubt else "false", theme, theme, None, row)


def _found(table: str, verdict: Verdict, kind: str | None, row: Row, fields: tuple[Field, ...] = ()) -> Item:
    text = str(row["name"] if table == "initiatives" else row["text"])
    return Item(table, verdict, kind, text, (row["char_start"], row["char_end"]), row, fields)


def _is_noise(row: Row, item: Item, gold: Gold) -> bool:
    """Whether a row lies within a line that gold calls noise and no record wants it."""
    if any(contains(row["text"], record["text"]) for record in gold.tables[item.table]):
        return False
    words = joined(row["text"])
    return any(words in joined(line) for line in gold.noise if len(tokens(line)) >= _LEAST_NOISE)
