"""The figures as tables for a person, no wider than 110 columns. A cell is a value, its 95 % interval, and of how many."""

from collections.abc import Iterator, Sequence

from rich.markup import escape
from rich.table import Table

from schemas import DOCUMENT_THEMES

from .gold import TABLE_NAMES
from .intervals import Estimate, Share
from .measures import Attribution, Measure, Metadata
from .reliability import Bin, Reliability
from .report import Finding, Report

_SHOWN = 160  # characters of a text
_LABEL = 22


def tables(item: Report, *, by_document_kind: bool) -> Iterator[Table]:
    """The tables of a report; those by kind of document only when they are asked for."""
    yield _metadata(item.metadata, by_document_kind=by_document_kind)
    for name in TABLE_NAMES:
        parts = [part for part in item.measures if part.table == name and part.document_kind is None]
        if any(part.hit or part.missed or part.false for part in parts):
            yield _measures(parts)
    themes = [part for part in item.measures if part.table == DOCUMENT_THEMES.name and part.document_kind is None]
    if any(part.hit or part.missed or part.false for part in themes):
        yield _themes(themes)
    if item.attributions:
        yield _attributions(item.attributions)
    if by_document_kind:
        yield _by_document_kind(item)


def reliability_table(found: Sequence[Reliability]) -> Table:
    """Bins of confidence by table, with the expected calibration error."""
    table = _table("reliability", "rows", "confidence", "right")
    for item in (part for part in found if part.rows):
        error = "" if item.error is None else f"{item.error:.3f}"
        table.add_row(item.table, str(item.rows), "", f"expected calibration error {error}")
        for part in item.bins:
            table.add_row(f"  {_range(part)}", str(part.right.of), f"{part.confidence:.2f}", _share(part.right))
    return table


def line(finding: Finding) -> str:
    """A finding on one line: what, of what, where, and the words."""
    name = ".".join(part for part in (finding.table, finding.kind, finding.field) if part)
    place = "" if finding.char_start is None else f":{finding.char_start}-{finding.char_end}"
    said = _short(finding.text)
    if finding.what == "wrong":
        said = f"gold {_quoted(finding.gold)}, got {_quoted(finding.got)}" + (f"  in: {said}" if said else "")
    rule = f" [{finding.rule}]" if finding.rule else ""
    return f"{finding.what:<5}  {name}  {finding.article}{place}{rule}  {said}"


def _table(first: str, *columns: str) -> Table:
    """A table with no lines in it, the same plain or in a terminal."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(escape(first), min_width=_LABEL)
    for name in columns:
        table.add_column(escape(name), no_wrap=True)
    return table


def _metadata(found: Sequence[Metadata], *, by_document_kind: bool) -> Table:
    names = list(found[0].fields) if found else []
    table = _table("documents", *names)
    for item in found if by_document_kind else found[:1]:
        label = f"{item.document_kind or 'all'} ({item.documents})"
        table.add_row(f"  {label}", *(_share(item.fields.get(name)) for name in names))
    return table


def _measures(parts: Sequence[Measure]) -> Table:
    """One table's figures, a column for the whole and for each kind."""
    table = _table(parts[0].table, *(part.kind or "all" for part in parts))
    table.add_row("  hit, missed, false", *(f"{part.hit}, {part.missed}, {part.false}" for part in parts))
    table.add_row("  precision", *(_share(part.precision) for part in parts))
    table.add_row("  recall", *(_share(part.recall) for part in parts))
    table.add_row("  F1", *(_estimate(part.f1) for part in parts))
    for name in dict.fromkeys(name for part in parts for name in part.fields):
        table.add_row(f"  {name}", *(_share(part.fields.get(name)) for part in parts))
    return table


def _themes(parts: Sequence[Measure]) -> Table:
    """A line for all themes together, and one for each."""
    table = _table(parts[0].table, "hit, missed, false", "precision", "recall", "F1")
    for part in parts:
        counts = f"{part.hit}, {part.missed}, {part.false}"
        table.add_row(
            f"  {part.kind or 'all'}", counts, _share(part.precision), _share(part.recall), _estimate(part.f1)
        )
    for name, share in parts[0].fields.items():
        table.add_row(f"  {name}", "", _share(share))
    return table


def _attributions(found: Sequence[Attribution]) -> Table:
    table = _table("quotes by attribution", "rows", "of these false", "speaker right")
    for item in found:
        table.add_row(f"  {item.attribution or '(no speaker)'}", str(item.rows), str(item.false), _share(item.speaker))
    return table


def _by_document_kind(item: Report) -> Table:
    """F1 of every table by kind of document."""
    table = _table("F1 by kind of document", *TABLE_NAMES)
    for kind in (part.document_kind for part in item.metadata if part.document_kind):
        cells = {part.table: part for part in item.measures if part.document_kind == kind}
        table.add_row(f"  {kind}", *(_f1(cells.get(name)) for name in TABLE_NAMES))
    return table


def _f1(part: Measure | None) -> str:
    return f"{_estimate(part.f1)} {part.hit + part.missed}" if part else ""


def _share(share: Share | None) -> str:
    if share is None or share.value is None:
        return "–"
    return f"{share.value:.2f} ({share.low:.2f}–{share.high:.2f}) {share.of}"


def _estimate(estimate: Estimate) -> str:
    if estimate.value is None:
        return "–"
    bounds = "" if estimate.low is None else f" ({estimate.low:.2f}–{estimate.high:.2f})"
    return f"{estimate.value:.2f}{bounds}"


def _range(part: Bin) -> str:
    return f"below {part.high:.2f}" if part.low == 0 else f"{part.low:.2f}–{part.high:.2f}"


def _quoted(text: str | None) -> str:
    return "null" if text is None else f"“{_short(text)}”"


def _short(text: str | None) -> str:
    words = " ".join((text or "").split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
