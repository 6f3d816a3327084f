"""What there is: documents by kind of text and by year."""

import duckdb

from .chart import Cell, Chart, Figures, Word
from .drawing import drawn
from .marks import SOFT, WIDE, Box, Drawing, Label
from .words import number, word
from .years import columns, whole

_FEWEST = 2
_NAMES, _NUMBER, _STEP, _YEARS = 118, 44, 22, 150
_LONGEST = 30  # years with a bar of their own

_SQL = """
WITH counted AS (
    SELECT kind, year(published) AS year, count(*) AS n FROM release.documents WHERE duplicate_of IS NULL GROUP BY ALL
)
SELECT kind, year, n FROM counted ORDER BY sum(n) OVER (PARTITION BY kind) DESC, kind, year"""


def collection(connection: duckdb.DuckDBPyConnection) -> Chart | None:
    """Documents by kind of text, and by year; those without a date are told in words."""
    found: list[tuple[str, int | None, int]] = connection.execute(_SQL).fetchall()
    kinds, years = _sums(found)
    if sum(kinds.values()) < _FEWEST:
        return None
    undated = sum(n for _, year, n in found if year is None)
    values = {"n": sum(kinds.values()), "undated": undated}
    return Chart(
        "collection",
        drawn("collection", values, lambda width: _draw(kinds, years, width)),
        _table(found, kinds, years),
        values,
    )


def _sums(found: list[tuple[str, int | None, int]]) -> tuple[dict[str, int], dict[int, int]]:
    kinds: dict[str, int] = {}
    years: dict[int, int] = {}
    for kind, year, n in found:
        kinds[kind] = kinds.get(kind, 0) + n
        if year is not None:
            years[year] = years.get(year, 0) + n
    return kinds, years


def _draw(kinds: dict[str, int], years: dict[int, int], width: float) -> Drawing:
    """Kinds, and years beside them where there is room for it, else beneath."""
    wide = width >= WIDE
    room = width * 0.52 if wide else width
    drawing, most = Drawing(width, _STEP * len(kinds)), max(kinds.values())
    for place, (kind, n) in enumerate(kinds.items()):
        middle, length = (place + 0.5) * _STEP, max(1.0, (room - _NAMES - _NUMBER) * n / most)
        drawing.add(Label(_NAMES - 8, middle, word(f"documents_kind_{kind}"), "right"))
        drawing.add(Box(_NAMES, middle - 7, length, 14), Label(_NAMES + length + 5, middle, number(n), colour=SOFT))
    recent = {year: n for year, n in years.items() if year > max(years) - _LONGEST}
    if len(recent) > 1:
        left, top = (room, 0.0) if wide else (0.0, drawing.height + 16)
        columns(drawing, recent, (left, top, width - left, _YEARS))
        drawing.height = max(drawing.height, top + _YEARS)
    return drawing


def _table(found: list[tuple[str, int | None, int]], kinds: dict[str, int], years: dict[int, int]) -> Figures:
    """Kinds by years, in periods where there are many years."""
    spans = whole(years)
    rows: list[tuple[Cell, ...]] = []
    for kind, n in kinds.items():
        of_kind = {year: m for other, year, m in found if other == kind}
        rows.append((Word(f"documents_kind_{kind}"), *(span.sum(of_kind) for span in spans), of_kind.get(None, 0), n))
    return Figures((Word("document_kind"), *map(str, spans), Word("undated"), Word("chart_whole")), tuple(rows))
