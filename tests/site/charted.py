"""A few made-up rows in the tables that charts are made from, as the DuckDB file of a release.

What belongs here: how rows are made up, and nothing that is tested.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pejlemaerker.publication.database import write_database
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.site.context import opened
from schemas import PUBLISHED, TABLES, Table

_PLAIN = {"text": "x", "integer": 1, "number": 0.5, "flag": False, "date": date(2024, 1, 1)}
Rows = dict[str, list[dict[str, Any]]]


def document(name: int) -> str:
    return f"d{name:016x}"


def row_id(letter: str, name: int, of: int) -> str:
    return f"{document(of)}-{letter}{name:012x}"


def _filled(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """A row with `values`; what they do not name is null, or of no interest where it may not be."""
    plain = {
        column.name: column.enum[0] if column.enum else _PLAIN[column.type]
        for column in table.columns
        if not column.optional
    }
    return table.row(**plain | values)


@contextmanager
def release(folder: Path, rows: Rows) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection as the site has it, to a release that holds `rows`."""
    tables = {
        table.name: table.frame(_filled(TABLES[table.name], row) for row in rows.get(table.name, ()))
        for table in PUBLISHED
    }
    folder.mkdir(parents=True, exist_ok=True)
    write_database(folder / "made_up.duckdb", Dataset.of(tables))
    with opened(folder / "made_up.duckdb") as connection:
        yield connection


def texts(years: dict[int, int | None], *, kind: str = "news", repeats: int | None = None) -> list[dict[str, Any]]:
    """Danish documents by name, each published in a year or undated; the one called `repeats` repeats the first."""
    return [
        {
            "document_id": document(name),
            "kind": kind,
            "language": "da",
            "published": None if year is None else date(year, 3, 1),
            "duplicate_of": document(min(years)) if name == repeats else None,
        }
        for name, year in years.items()
    ]


def organisation(name: str, kind: str, called: str | None = None) -> dict[str, Any]:
    return {"organisation_id": name, "name": called or name.title(), "kind": kind}


def quote(name: int, of: int, speaker: int | None = None, organisation_id: str | None = None) -> dict[str, Any]:
    person = None if speaker is None else f"p{speaker:012x}"
    return {
        "quote_id": row_id("q", name, of),
        "document_id": document(of),
        "speaker": None if speaker is None else f"Person {speaker}",
        "speaker_id": person,
        "organisation_id": organisation_id,
    }


def people(*names: int) -> list[dict[str, Any]]:
    return [{"person_id": f"p{name:012x}", "name": f"Person {name}"} for name in names]


def figure(name: int, of: int, kind: str, year: int | None, value: float, **more: Any) -> dict[str, Any]:
    return {
        "kpi_id": row_id("k", name, of),
        "document_id": document(of),
        "kind": kind,
        "value": value,
        "unit": "percent",
        "comparator": "=",
        "subject": "Sygefravær",
        "organisation_id": "kommunen",
        "period": None if year is None else str(year),
        "value_as_written": f"{value:g} %".replace(".", ","),
    } | more


def ask(name: int, of: int, addressee: str | None, **more: Any) -> dict[str, Any]:
    identifier = {"recommendation_id": row_id("r", name, of), "document_id": document(of)}
    return identifier | {"addressee": addressee} | more
