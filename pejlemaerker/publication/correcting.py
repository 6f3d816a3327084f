"""Corrections by people applied to the rows of all documents as they are put together, before actors are resolved.

Rows pass table by table, in the order of `schemas.PUBLISHED`, so that what hangs on a quote can follow it. What a correction was
written about must stand as it stood then: `Correcting.check` tells all that do not. Nothing is held but the corrections and the
hashes of their documents' segments.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import polars as pl

from schemas import DOCUMENTS, QUOTES, RECOMMENDATIONS, SEGMENTS, Table
from schemas.corrections import DEPENDENT

from .applied import Row, applied_row, sha256, stale
from .policy.corrections import Correction, Corrections

_CORRECTED = ".correction"  # behind the rule that found a row
_QUOTE = f"{QUOTES.name}.{QUOTES.key[-1]}"


@dataclass
class Correcting:
    """The `corrections` of rows of those documents that are among `documents`; the others sleep."""

    corrections: Corrections
    documents: frozenset[str]
    applied: list[Row] = field(default_factory=list)
    _stale: list[str] = field(default_factory=list)
    _contexts: dict[str, str] = field(default_factory=dict)  # by segment
    _spoken: dict[str, tuple[Correction, str | None, str | None]] = field(default_factory=dict)  # by quote: old, new
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Sort the corrections by what they are about."""
        self._by_row: dict[str, list[Correction]] = {}
        for item in self.corrections.rows:
            if item.document in self.documents:
                self._by_row.setdefault(item.row, []).append(item)
        self._corrected = sorted({items[0].document for items in self._by_row.values()})
        self._removed = {row: items[0] for row, items in self._by_row.items() if items[0].removes}

    def rows(self, table: Table, pieces: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """`pieces` of `table` with what was put right; columns and types stay, rows may come in another order."""
        wanted = sorted(row for row, items in self._by_row.items() if items[0].table == table.name)
        pointing = [column.name for column in table.columns if column.references == _QUOTE] if self._removed else []
        for piece in pieces:
            if table is SEGMENTS and self._corrected:
                self._remember(piece)
            if wanted:
                which = pl.col(table.key[-1]).is_in(wanted)
                piece = _replaced(piece, which, lambda row: self._put_right(table, row))
            for column in pointing:
                piece = self._unpointed(table, piece, column)
            if table is RECOMMENDATIONS and self._spoken:
                piece = _replaced(piece, pl.col("quote_id").is_in(sorted(self._spoken)), self._reissued)
            yield piece

    def check(self) -> None:
        """Raise StaleCorrectionError unless each correction found its row as it was; to be asked when all tables have passed."""
        for row, items in self._by_row.items():
            if row not in self._seen:
                find = f"Look for it with `pejl review --document {items[0].document}`"
                self._stale += [
                    f"{item.place}: there is no row {row} any more. {find}, or delete it." for item in items
                ]
        if self._stale:
            raise stale(self._stale)

    def _remember(self, segments: pl.DataFrame) -> None:
        """Note what the segments of corrected documents hold."""
        near = segments.filter(pl.col("document_id").is_in(self._corrected)).select("segment_id", "text")
        self._contexts |= {key: sha256(text or "") for key, text in near.iter_rows()}

    def _put_right(self, table: Table, row: Row) -> Row | None:
        items = self._by_row[row[table.key[-1]]]
        self._seen.add(items[0].row)
        changed = [(item, what) for item in items if (what := self._changed(table, row, item))]
        if changed:
            advice = f"Look at it with `pejl review {items[0].row}` and write the correction anew, or delete it."
            self._stale += [f"{item.place}: {what}. {advice}" for item, what in changed]
            return row
        if items[0].removes:
            self._note(items[0], table, items[0].row, "remove")
            return None
        return self._with_values(table, row, items)

    def _changed(self, table: Table, row: Row, item: Correction) -> str:
        """What is no longer as it was when `item` was written; empty when all is."""
        if table is DOCUMENTS:
            return "" if row["text_sha256"] == item.context else f"the text of {item.row} has changed"
        if row["text"] != item.words:
            return f"the words of {item.row} are now {row['text'][:80]!r}"
        same = self._contexts.get(row["segment_id"]) == item.context
        return "" if same else f"the text around {item.row} has changed"

    def _with_values(self, table: Table, row: Row, items: Sequence[Correction]) -> Row:
        """`row` with all that is said of it; what belongs to a value that is put right, and is not said itself, is not known."""
        owner = {name: item for item in reversed(items) for name in item.values}
        values = {name: item.values[name] for name, item in owner.items()}
        for (about, name), belonging in DEPENDENT.items():
            if about == table.name and name in owner and row[name] != values[name]:
                lost = [other for other in belonging if other not in owner and row[other] is not None]
                values |= dict.fromkeys(lost)
                owner |= dict.fromkeys(lost, owner[name])
        if values.get("published") and not values.get("published_precision", row.get("published_precision")):
            values["published_precision"] = "day"
            owner["published_precision"] = owner["published"]
        for name, value in values.items():
            self._note(owner[name], table, items[0].row, "set", name, repr(value))
        if table is QUOTES and "speaker" in values:
            speaker = str(values["speaker"]) if values["speaker"] else None
            self._spoken[items[0].row] = (owner["speaker"], row["speaker"], speaker)
            row = row | {"attribution": "correction" if speaker else None}
        return _marked(row | values, confidence=1.0)

    def _unpointed(self, table: Table, piece: pl.DataFrame, column: str) -> pl.DataFrame:
        """`piece` in which `column` points to no removed quote."""

        def unpointed(row: Row) -> Row:
            self._note(self._removed[row[column]], table, row[table.key[-1]], "followed", column)
            return row | {column: None}

        return _replaced(piece, pl.col(column).is_in(sorted(self._removed)), unpointed)

    def _reissued(self, row: Row) -> Row:
        """A recommendation in a corrected quote: the reading gives it the quote's speaker, and so does the correction."""
        item, before, now = self._spoken[row["quote_id"]]
        own = any("issuer" in other.values for other in self._by_row.get(row["recommendation_id"], ()))
        if own or row["issuer"] != before or before == now:
            return row
        self._note(item, RECOMMENDATIONS, row["recommendation_id"], "followed", "issuer", repr(now))
        return _marked(row | {"issuer": now})

    def _note(
        self, item: Correction, table: Table, row: str, action: str, column: str | None = None, given: str = ""
    ) -> None:
        found = applied_row(item.document, table.name, row, action, column, given, item.why, item.place.file)
        self.applied.append(found)


def _marked(row: Row, confidence: float | None = None) -> Row:
    """`row` marked as corrected, where its table says how rows were found."""
    if "rule" not in row:
        return row
    sure = {} if confidence is None else {"confidence": confidence}
    return row | {"rule": row["rule"].removesuffix(_CORRECTED) + _CORRECTED} | sure


def _replaced(piece: pl.DataFrame, which: pl.Expr, replace: Callable[[Row], Row | None]) -> pl.DataFrame:
    """`piece` with each of the few rows `which` replaced, or left out for None."""
    which = which.fill_null(value=False)
    found = piece.filter(which)
    if not found.height:
        return piece
    rows = [row for row in map(replace, found.iter_rows(named=True)) if row is not None]
    return pl.concat([piece.filter(~which), pl.DataFrame(rows, schema=piece.schema)])
