"""What came of corrections: the table `corrections`, and the error that tells which no longer fit the text.

How they are applied to rows stands in `correcting`, to people and organisations in `extraction.actors.said_same`.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

import polars as pl

from pejlemaerker.extraction.actors import Said
from schemas import CORRECTIONS

from .policy.corrections import Corrections, Same

Row = dict[str, Any]


class StaleCorrectionError(ValueError):
    """Corrections whose text is no longer what it was; the message lists each, with what changed and the next step."""


def stale(lines: Iterable[str]) -> StaleCorrectionError:
    """The error that tells of corrections which no longer fit, a line each."""
    return StaleCorrectionError(
        "\n".join(["Corrections were written for a text that is not there any more:", *(f"  {line}" for line in lines)])
    )


def applied_row(
    document: str | None, table: str, row: str, action: str, column: str | None, given: str, why: str, file: str
) -> Row:
    """A row of the table `corrections`; what was `given` is in its identifier alone."""
    return CORRECTIONS.row(
        correction_id="c" + sha256("\x1f".join((document or "", table, row, action, column or "", given)))[:12],
        document_id=document,
        table_name=table,
        row_id=row,
        action=action,
        column_name=column,
        why=why,
        file_name=file,
    )


def applied_table(rows: Iterable[Row]) -> pl.DataFrame:
    """The table `corrections`; of entries that say the same the first stands for all."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["correction_id"], row)
    return CORRECTIONS.frame(first.values())


def same_rows(corrections: Corrections, said: Said) -> list[Row]:
    """Rows of the table `corrections` for the actors that were made one; StaleCorrectionError where one is another by now."""
    entries: dict[object, Same] = {}
    for item in corrections.same:
        entries.setdefault(item.said, item)
    if said.stale:
        advice = "Write it anew with `pejl review --same ID ID`, or delete the entry"
        raise stale(f"{entries[item].place}: {changed}. {advice}." for item, changed in said.stale)
    return [
        applied_row(
            None, item.kind, key, "same", None, " ".join(sorted(item.ids)), entries[item].why, entries[item].place.file
        )
        for item in said.applied
        for key in item.ids
    ]


def sha256(text: str) -> str:
    """Hash of a text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
