"""Which themes are written about, year by year: over all of them, and one by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from pejlemaerker.publication.site import paths

from .chart import Cell, Chart, Figures, Linked, Word
from .drawing import drawn
from .heat import Heat
from .marks import Drawing
from .years import Period, columns, periods

_FEWEST = 5  # dated documents (on the theme) without which there is no picture
_FOR_SHARES = 20  # documents in each period without which numbers of documents are shown, and not shares of so few

# Themes are read in Danish documents only.
_DOCUMENTS = """
SELECT year(published), count(*) FROM release.documents
WHERE duplicate_of IS NULL AND language = 'da' AND published IS NOT NULL GROUP BY ALL ORDER BY ALL"""

_THEMES = """
WITH counted AS (
    SELECT theme, year(published) AS year, count(*) AS n FROM release.document_themes JOIN release.documents USING (document_id)
    WHERE duplicate_of IS NULL AND language = 'da' AND published IS NOT NULL GROUP BY ALL
)
SELECT theme, name, year, n FROM counted JOIN release.themes USING (theme) ORDER BY sum(n) OVER (PARTITION BY theme) DESC, theme, year"""


@dataclass(frozen=True, slots=True)
class _Theme:
    """A theme, and in how many documents of each year it is."""

    theme: str
    name: str
    years: Mapping[int, int]


def themes(connection: duckdb.DuckDBPyConnection) -> Chart | None:
    """How much each theme is written about in each period: shares of its documents, or numbers where they are few."""
    years, found = _read(connection)
    if sum(years.values()) < _FEWEST or not found:
        return None
    spans = periods(years)
    whole = [span.sum(years) for span in spans]
    key = "themes" if min(filter(None, whole)) >= _FOR_SHARES else "themes_counted"
    values: dict[str, object] = {"n": sum(whole), "years": f"{spans[0].first}–{spans[-1].last}"}
    heat = _heat(found, spans, whole, shares=key == "themes")
    return Chart(key, drawn(key, values, heat.draw), _table(found, spans, whole), values)


def _read(connection: duckdb.DuckDBPyConnection) -> tuple[dict[int, int], list[_Theme]]:
    years = dict(connection.execute(_DOCUMENTS).fetchall())
    found: dict[str, tuple[str, dict[int, int]]] = {}
    for theme, name, year, n in connection.execute(_THEMES).fetchall():
        found.setdefault(theme, (name, {}))[1][year] = n
    return years, [_Theme(theme, name, of) for theme, (name, of) in found.items()]


def _heat(found: list[_Theme], spans: list[Period], whole: list[int], *, shares: bool) -> Heat:
    amounts = {
        (row, column): span.sum(theme.years) for row, theme in enumerate(found) for column, span in enumerate(spans)
    }
    shown = {place: 100 * n / whole[place[1]] if shares else n for place, n in amounts.items() if n}
    most = max(shown.values(), default=1)
    cells = {place: (round(n), n / most) for place, n in shown.items()}
    return Heat([theme.name for theme in found], list(map(str, spans)), cells, (142, 164), most=5, latest=True)


def _table(found: list[_Theme], spans: list[Period], whole: list[int]) -> Figures:
    rows: list[tuple[Cell, ...]] = [
        (Linked(theme.name, paths.theme(theme.theme)), *(span.sum(theme.years) for span in spans)) for theme in found
    ]
    return Figures((Word("chart_theme"), *map(str, spans)), (*rows, (Word("chart_all_documents"), *whole)))


def theme_years(connection: duckdb.DuckDBPyConnection, theme: str) -> Chart | None:
    """How many documents of each year are about `theme`, beside how many there are."""
    years, found = _read(connection)
    of_theme = next((one.years for one in found if one.theme == theme), {})
    if len(of_theme) < 2 or sum(of_theme.values()) < _FEWEST:
        return None
    recent = {year: of_theme.get(year, 0) for year in years if year > max(years) - 30}

    def draw(width: float) -> Drawing:
        drawing = Drawing(width, 150)
        columns(drawing, recent, (0, 0, width, 150))
        return drawing

    values: dict[str, object] = {"n": sum(of_theme.values()), "whole": sum(years.values())}
    rows = tuple((str(year), of_theme.get(year, 0), n) for year, n in years.items())
    heads = tuple(map(Word, ("chart_year", "chart_on_theme", "chart_all_documents")))
    return Chart("theme_years", drawn("theme_years", values, draw), Figures(heads, rows), values)
