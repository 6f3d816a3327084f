"""Tables as the page shows them: few rows, short cells, taken as text and not as markup."""

from collections.abc import Iterable, Mapping, Sequence

import dagster as dg
import polars as pl

Shown = dict[str, dg.MetadataValue | int | float | str]
MOST = 20  # rows of a table that is shown
_WIDTH = 120  # characters of a cell
_PREVIEWED = ("kind", "speaker", "issuer", "value", "unit", "text", "title", "name", "reason")


def listed(rows: Iterable[Mapping[str, object]], columns: Sequence[str], most: int = MOST) -> dg.TableMetadataValue:
    """The first rows with these columns; where there are more, a last row says how many."""
    found = list(rows)
    records = [dg.TableRecord({name: _cell(row[name]) for name in columns}) for row in found[:most]]
    if len(found) > most:
        records.append(dg.TableRecord(dict.fromkeys(columns, "") | {columns[0]: f"and {len(found) - most:,} more"}))
    types = {name: next((_type(row[name]) for row in found if row[name] is not None), "string") for name in columns}
    schema = dg.TableSchema([dg.TableColumn(name, kind) for name, kind in types.items()])
    return dg.MetadataValue.table(records, schema)


def framed(frame: pl.DataFrame, most: int = MOST) -> dg.TableMetadataValue:
    """A DataFrame."""
    return listed(frame.iter_rows(named=True), frame.columns, most)


def preview(frame: pl.DataFrame) -> dg.TableMetadataValue:
    """Rows of a table of the dataset: of its columns those that tell a person most."""
    return framed(frame.select([name for name in _PREVIEWED if name in frame.columns] or frame.columns[:4]))


def _cell(value: object) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 2]} …"


def _type(value: object) -> str:
    return {bool: "bool", int: "int", float: "float"}.get(type(value), "string")
