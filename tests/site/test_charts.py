"""The numbers of the charts: each is what a reader would count by hand, and nothing is compared that does not belong together."""

from pathlib import Path
from typing import Any

import pytest
from charted import Rows, ask, document, figure, organisation, people, quote, release, row_id, texts

from pejlemaerker.publication.site.charts import CHARTS, Chart, Linked, Word, theme_years
from pejlemaerker.publication.site.charts.asking import asking
from pejlemaerker.publication.site.charts.collection import collection
from pejlemaerker.publication.site.charts.speakers import speakers, speaking_kinds
from pejlemaerker.publication.site.charts.targets import targets
from pejlemaerker.publication.site.charts.themes import themes
from pejlemaerker.publication.site.charts.years import Period, periods

MUNICIPALITY = organisation("kommunen", "municipality", "Sundby Kommune")


def plain(cell: object) -> object:
    return cell.text if isinstance(cell, Linked) else cell.key if isinstance(cell, Word) else cell


def table(chart: Chart | None) -> list[list[object]]:
    assert chart is not None
    return [[plain(cell) for cell in row] for row in (chart.table.columns, *chart.table.rows)]


@pytest.mark.parametrize("make", CHARTS, ids=lambda make: make.__name__)
def test_without_rows_there_is_no_chart(make: Any, tmp_path: Path) -> None:
    with release(tmp_path, {}) as connection:
        assert make(connection) is None


def test_who_speaks_counts_a_repeated_document_once_and_says_how_many_quotes_are_not_attributed(tmp_path: Path) -> None:
    said = [(1, 1, 1), (2, 1, 1), (3, 1, 2), (4, 2, 1), (5, 2, 3), (6, 9, 3), (7, 9, 3)]
    quotes = [quote(name, of, speaker, "kommunen" if speaker == 1 else None) for name, of, speaker in said]
    rows: Rows = {
        "documents": texts({1: 2024, 2: 2024, 9: 2024}, repeats=9),
        "people": people(1, 2, 3),
        "organisations": [MUNICIPALITY],
        "quotes": [*quotes, quote(8, 2)],
    }
    with release(tmp_path, rows) as connection:
        chart = speakers(connection)
    assert table(chart)[1:] == [
        ["Person 1", "chart_person", "Sundby Kommune", 3, 2],
        ["Person 2", "chart_person", None, 1, 1],
        ["Person 3", "chart_person", None, 1, 1],
    ]
    assert chart and chart.values == {"shown": 5, "told": 5, "untold": 1}
    assert isinstance(chart.table.rows[0][0], Linked) and chart.table.rows[0][0].path == "personer/p000000000001.html"


def test_an_institution_that_speaks_itself_is_told_from_people(tmp_path: Path) -> None:
    own = quote(4, 1, None, "kommunen") | {"speaker": "Sundby Kommune"}
    rows: Rows = {
        "documents": texts({1: 2024}),
        "people": people(1, 2),
        "organisations": [MUNICIPALITY],
        "aliases": [{"actor_id": "kommunen", "alias": "Sundby Kommune", "how": "exact"}],
        "quotes": [quote(1, 1, 1), quote(2, 1, 2), own],
    }
    with release(tmp_path, rows) as connection:
        chart = speakers(connection)
    assert ["Sundby Kommune", "chart_organisation", None, 1, 1] in table(chart)
    assert chart and "chart_institution" in chart.svg and "var(--series-2)" in chart.svg


def test_kinds_of_speakers_leave_out_those_of_no_known_organisation_and_say_how_many(tmp_path: Path) -> None:
    kinds = {"a": "municipality", "b": "municipality", "c": "union", "d": "region"}
    said = [quote(name, 1, 1, of) for name, of in enumerate("aabcd")]
    rows: Rows = {
        "documents": texts({1: 2024}),
        "people": people(1),
        "organisations": [organisation(name, kind) for name, kind in kinds.items()],
        "quotes": [*said, quote(8, 1, 1), quote(9, 1)],
    }
    with release(tmp_path, rows) as connection:
        chart = speaking_kinds(connection)
    assert table(chart)[1:] == [
        ["organisations_kind_municipality", 3, 2, 1],
        ["organisations_kind_region", 1, 1, 1],
        ["organisations_kind_union", 1, 1, 1],
    ]
    assert chart and chart.values == {"known": 5, "unknown": 2}


def asked_of() -> Rows:
    """Twelve recommendations whose issuers' organisations are told in four ways, and eight that are left out."""
    by_itself = [ask(name, 1, "staten", issuer="Sundby Kommune", issuer_id="kommunen") for name in range(4)]
    quoted = [ask(10 + n, 1, "Kommunerne", issuer="Person 1", quote_id=row_id("q", 1, 1)) for n in range(3)]
    told = [ask(20 + n, 2, "kommunerne", issuer="Person 2") for n in range(3)]
    signed = [ask(30 + n, 2, "staten", issuer="Person 3") for n in range(2)]
    out = [ask(40, 1, "vi", issuer_id="kommunen"), ask(41, 1, "Man", issuer_id="kommunen")]
    out += [ask(50, 1, None, issuer_id="kommunen"), ask(60, 1, "staten", issuer="Person 2"), ask(61, 2, None)]
    out += [ask(70, 1, "rektor", issuer_id="kommunen"), ask(71, 2, "naboen", issuer="Person 2")]
    return {
        "documents": texts({1: 2024, 2: 2024, 9: 2024}, repeats=9),
        "organisations": [MUNICIPALITY, organisation("forbundet", "union"), organisation("regionen", "region")],
        "quotes": [quote(1, 1, 1, "forbundet")],
        "affiliations": [
            {"affiliation_id": row_id("a", 1, 2), "document_id": document(2), "surface": "Person 2"}
            | {"organisation_id": "regionen"}
        ],
        "authors": [{"document_id": document(2), "name": "Person 3", "organisation_id": "forbundet"}],
        "recommendations": [*by_itself, *quoted, *told, *signed, *out, ask(90, 9, "staten", issuer_id="kommunen")],
    }


def test_who_asks_whom_counts_by_the_kind_of_the_issuers_organisation(tmp_path: Path) -> None:
    with release(tmp_path, asked_of()) as connection:
        chart = asking(connection)
    assert table(chart) == [
        ["chart_from_to", "kommunerne", "staten"],
        ["organisations_kind_union", 3, 2],
        ["organisations_kind_municipality", 0, 4],
        ["organisations_kind_region", 3, 0],
    ]


def test_what_the_picture_of_who_asks_whom_leaves_out_is_told_and_adds_up(tmp_path: Path) -> None:
    with release(tmp_path, asked_of()) as connection:
        chart = asking(connection)
    assert chart and chart.values == {
        "shown": 12,
        "whole": 19,
        "unknown": 2,
        "unaddressed": 1,
        "nobody": 2,
        "rarer": 2,
    }


def test_somebody_who_has_two_organisations_in_a_document_counts_for_none(tmp_path: Path) -> None:
    rows = asked_of()
    rows["recommendations"] += [ask(80 + n, 1, "staten", issuer_id="kommunen") for n in range(3)]
    rows["affiliations"] += [
        rows["affiliations"][0] | {"affiliation_id": row_id("a", 2, 2), "organisation_id": "kommunen"}
    ]
    with release(tmp_path, rows) as connection:
        assert "organisations_kind_region" not in [row[0] for row in table(asking(connection))]


def of_targets(*figures: dict[str, Any]) -> Rows:
    found = {int(figure["document_id"][1:], 16): 2024 for figure in figures}
    return {"documents": texts(dict(sorted(found.items()))), "organisations": [MUNICIPALITY], "kpis": list(figures)}


AIM, FIRST = figure(1, 1, "target", 2026, 5.0), figure(2, 1, "measured", 2023, 7.5)


def test_a_target_stands_beside_what_was_measured_before(tmp_path: Path) -> None:
    with release(tmp_path, of_targets(AIM, FIRST, figure(3, 1, "measured", 2024, 6.5))) as connection:
        chart = targets(connection)
    assert table(chart)[1:] == [
        ["Sygefravær", "Sundby Kommune", "2023", "kpis_kind_measured", "7,5 %", None],
        ["Sygefravær", "Sundby Kommune", "2024", "kpis_kind_measured", "6,5 %", None],
        ["Sygefravær", "Sundby Kommune", "2026", "kpis_kind_target", "5 %", None],
    ]
    permalink = f"dokumenter/{document(1)}.html#{row_id('k', 2, 1)}"
    assert chart and isinstance(chart.table.rows[0][4], Linked) and chart.table.rows[0][4].path == permalink


@pytest.mark.parametrize(
    "figures",
    [
        (AIM,),
        (FIRST, figure(3, 1, "measured", 2024, 6.5)),
        (AIM, figure(2, 2, "measured", 2023, 7.5)),
        (AIM, FIRST | {"unit": "days"}),
        (AIM, FIRST | {"subject": "Sygefravær i plejen"}),
        (AIM, FIRST | {"organisation_id": None}),
        (AIM, FIRST | {"period": None}),
        (AIM, FIRST | {"period": "2021-2023"}),
        (AIM, FIRST | {"comparator": ">"}),
        (AIM, FIRST | {"value_high": 9.0}),
        (AIM, FIRST | {"value": 107.0}),
        (AIM, FIRST | {"period": "2027"}),
        (AIM, FIRST, figure(3, 1, "measured", 2023, 8.0)),
        (AIM | {"unit": "percentage_points"}, FIRST | {"unit": "percentage_points"}),
    ],
    ids=[
        "only a target",
        "no target",
        "other document",
        "other unit",
        "other words",
        "nobody's",
        "no year",
        "several years",
        "a bound",
        "a range",
        "no share",
        "measured after the target",
        "two figures of one year",
        "percentage points",
    ],
)
def test_what_cannot_be_compared_is_not_drawn(figures: tuple[dict[str, Any], ...], tmp_path: Path) -> None:
    with release(tmp_path, of_targets(*figures)) as connection:
        assert targets(connection) is None


def test_four_indicators_are_drawn_at_most_and_two_of_a_document(tmp_path: Path) -> None:
    subjects = [(of, f"Tal {n}") for of in (1, 2, 3) for n in range(3)]
    figures = []
    for name, (of, subject) in enumerate(subjects):
        figures.append(figure(2 * name, of, "target", 2026, 5.0, subject=subject))
        figures.append(figure(2 * name + 1, of, "measured", 2023, 7.5, subject=subject))
    with release(tmp_path, of_targets(*figures)) as connection:
        chart = targets(connection)
    assert chart and chart.values == {"n": 4}
    assert {row[0] for row in chart.table.rows} == {"Tal 0", "Tal 1"}


def of_themes(years: dict[int, int | None], themed: dict[str, list[int]]) -> Rows:
    return {
        "documents": texts(years, repeats=99),
        "themes": [{"theme": theme, "name": theme.title()} for theme in themed],
        "document_themes": [
            {"document_id": document(name), "theme": theme} for theme, of in themed.items() for name in of
        ],
    }


def test_themes_are_counted_in_dated_documents_that_repeat_no_other(tmp_path: Path) -> None:
    years = {1: 2022, 2: 2022, 3: 2023, 4: 2023, 5: 2023, 6: None, 99: 2023}
    with release(
        tmp_path, of_themes(years, {"styring": [1, 3, 4, 6, 99], "tillid": [3], "kvalitet": []})
    ) as connection:
        chart = themes(connection)
    assert table(chart) == [
        ["chart_theme", "2022", "2023"],
        ["Styring", 1, 2],
        ["Tillid", 0, 1],
        ["chart_all_documents", 2, 3],
    ]
    assert chart and chart.key == "themes_counted" and chart.values == {"n": 5, "years": "2022–2023"}


def test_themes_are_shares_where_every_year_has_enough_documents(tmp_path: Path) -> None:
    years: dict[int, int | None] = {name: 2022 + name % 2 for name in range(1, 41)}
    with release(tmp_path, of_themes(years, {"styring": list(range(2, 21, 2))})) as connection:
        chart = themes(connection)
    assert chart and chart.key == "themes"
    assert table(chart)[1:] == [["Styring", 10, 0], ["chart_all_documents", 20, 20]]
    assert ">50</text>" in chart.svg and ">10</text>" not in chart.svg


def test_a_theme_by_itself_is_beside_all_documents(tmp_path: Path) -> None:
    years: dict[int, int | None] = {name: 2020 + name % 3 for name in range(1, 10)}
    with release(tmp_path, of_themes(years, {"styring": [1, 2, 4, 5, 7], "tillid": [1]})) as connection:
        chart, rare, none = (theme_years(connection, theme) for theme in ("styring", "tillid", "kvalitet"))
    assert table(chart)[1:] == [["2020", 0, 3], ["2021", 3, 3], ["2022", 2, 3]]
    assert rare is None and none is None


def test_the_collection_is_counted_by_kind_and_year(tmp_path: Path) -> None:
    rows: Rows = {
        "documents": [*texts({1: 2022, 2: 2024, 9: 2024}, repeats=9), *texts({3: 2024, 4: None, 5: 2024}, kind="blog")]
    }
    with release(tmp_path, rows) as connection:
        chart = collection(connection)
    assert table(chart) == [
        ["document_kind", "2022", "2023", "2024", "undated", "chart_whole"],
        ["documents_kind_blog", 0, 0, 2, 1, 3],
        ["documents_kind_news", 1, 0, 1, 0, 2],
    ]
    assert chart and chart.values == {"n": 5, "undated": 1}


def test_documents_without_any_date_are_counted_all_the_same(tmp_path: Path) -> None:
    with release(tmp_path, {"documents": texts({1: None, 2: None})}) as connection:
        assert table(collection(connection))[1:] == [["documents_kind_news", 2, 2]]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ({2024: 3}, [(2024, 2024)]),
        ({2009: 1, 2023: 4, 2025: 4}, [(2023, 2023), (2024, 2024), (2025, 2025)]),
        (dict.fromkeys(range(2006, 2026), 10), [(2006, 2007), *((n, n + 2) for n in range(2008, 2025, 3))]),
        ({1990: 10, 2025: 1}, [(1990, 1990), *((n, n + 4) for n in range(1991, 2025, 5))]),
    ],
    ids=["one year", "one old document", "many years", "mostly old"],
)
def test_years_become_periods_where_they_are_many(years: dict[int, int], expected: list[tuple[int, int]]) -> None:
    assert periods(years) == [Period(*span) for span in expected]
