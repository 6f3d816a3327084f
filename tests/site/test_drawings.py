"""The drawings of charts as a page takes them: harmless, the same on each machine, in the page's colours, and readable at both widths."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import lxml.html
import pytest
import vl_convert
from charted import Rows, organisation, people, quote, release, texts
from test_charts import asked_of, of_themes

from pejlemaerker.publication.site.charts import Chart, charts
from pejlemaerker.publication.site.charts.drawing import drawn
from pejlemaerker.publication.site.charts.marks import Box, Dot, Drawing, Label, Line
from pejlemaerker.publication.site.charts.panels import Point, panels
from pejlemaerker.publication.site.charts.words import clean, lines, number, seen, shorten, spelled, word
from pejlemaerker.publication.site.environment import environment, macros

HOSTILE = '<script>alert("1")</script> & \'Ø\' \x07\u202e\ue000chart_aim\ue001{"value": 1}'
KEPT = "<script>alert(\"1\")</script> & 'Ø'"
VARIABLE = re.compile(r"var\(--(ink|soft|grid|series-[1-6])\)")


def hostile() -> Rows:
    """Rows for every chart but that of targets, with a name in each place that is as bad as can be."""
    rows = asked_of() | of_themes({name: 2020 + name % 4 for name in range(1, 9)}, {"styring": [1, 2, 3]})
    rows["documents"] = texts({1: 2022, 2: 2024, 3: 2024, 4: None, 5: 2023, 6: 2024}, kind="blog")
    rows["themes"][0]["name"] = HOSTILE
    rows["organisations"] = [
        organisation(row["organisation_id"], row["kind"], HOSTILE) for row in rows["organisations"]
    ]
    rows["people"] = [person | {"name": HOSTILE} for person in people(1, 2, 3)]
    rows["quotes"] += [quote(10 + n, 2, n, "kommunen") for n in (1, 2, 2, 3)]
    rows["recommendations"] = [
        row | {"addressee": HOSTILE if row["addressee"] == "staten" else row["addressee"]}
        for row in rows["recommendations"]
    ]
    return rows


def made(folder: Path, rows: Rows) -> list[Chart]:
    with release(folder, rows) as connection:
        return charts(connection)


def drawings(chart: Chart) -> list[Xml.Element]:
    return [Xml.fromstring(svg + "</svg>") for svg in str(chart.svg).split("</svg>") if svg.strip()]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[Chart]:
    found = made(tmp_path_factory.mktemp("charts"), hostile())
    assert [chart.key for chart in found] == ["speakers", "asking", "themes_counted", "collection"]
    return found


def test_each_drawing_is_one_picture_with_a_name_and_a_description(shown: list[Chart]) -> None:
    ids = []
    for chart in shown:
        for svg in drawings(chart):
            names = {element.get("id"): element for element in svg if element.tag in ("title", "desc")}
            assert svg.get("role") == "img" and svg.get("aria-labelledby") == " ".join(names)
            assert all(element.text and element.get("data-t") for element in names.values())
            ids += names
    assert len(ids) == len(set(ids)) == 4 * len(shown)


def test_drawings_hold_shapes_and_words_alone_in_the_colours_of_the_page(shown: list[Chart]) -> None:
    for chart in shown:
        for svg in drawings(chart):
            for element in svg.iter():
                assert element.tag in {"svg", "title", "desc", "g", "path", "line", "text"}
                assert not [
                    name for name in element.attrib if name.startswith("on") or "href" in name or name == "style"
                ]
                colours = [colour for name in ("fill", "stroke") if (colour := element.get(name))]
                assert all(VARIABLE.fullmatch(colour) for colour in colours)
                assert float(element.get("font-size", 12)) >= 12


def test_hostile_names_stand_in_drawings_as_words(shown: list[Chart]) -> None:
    for chart in shown[:3]:
        assert "<script" not in chart.svg
        assert KEPT[:8] in "".join(drawings(chart)[1].itertext())
        page = lxml.html.fromstring(str(macros("_chart.html.jinja", "").figure(chart)))
        assert not page.xpath("//script") and KEPT.lower() in page.text_content().lower()


def test_the_same_rows_give_the_same_bytes(shown: list[Chart], tmp_path: Path) -> None:
    assert made(tmp_path, hostile()) == shown


def test_nothing_hangs_on_the_fonts_of_the_machine(
    shown: list[Chart], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = vl_convert.vegalite_to_svg

    def in_other_letters(spec: dict[str, Any], **options: Any) -> str:
        return draw(spec | {"config": spec["config"] | {"font": "monospace", "text": {"lineHeight": 40}}}, **options)

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", in_other_letters)
    assert made(tmp_path, hostile()) == shown


def test_a_chart_weighs_less_than_25_kilobytes_with_all_themes_and_periods(tmp_path: Path) -> None:
    years: dict[int, int | None] = {name: 2004 + name % 20 for name in range(600)}
    themed = {
        f"tema_{letter}": [name for name in years if name % 19 > n] for n, letter in enumerate("abcdefghijklmnopq")
    }
    chart = next(chart for chart in made(tmp_path, of_themes(years, themed)) if chart.key == "themes")
    assert len(chart.svg.encode()) < 25_000


def test_words_have_room_in_both_drawings(shown: list[Chart]) -> None:
    for chart in shown:
        for svg in drawings(chart):
            width = float(str(svg.get("viewBox")).split()[2])
            parents = {child: parent for parent in svg.iter() for child in parent}
            for text in svg.iter("text"):
                anchor = text.get("text-anchor") or parents[text].get("text-anchor", "start")
                taken = len(text.text or "") * 12 * 0.5
                left = float(text.get("x", 0)) - taken * {"start": 0, "middle": 0.5, "end": 1}[anchor]
                assert left > -4 and left + taken < width + 4, (chart.key, text.text)


def test_a_colour_that_is_not_the_pages_is_an_error() -> None:
    with pytest.raises(ValueError, match="#ff0000"):
        drawn(
            "speakers",
            {"shown": 1, "told": 1, "untold": 1},
            lambda width: Drawing(width, 9, [Box(0, 0, 9, 9, "#ff0000")]),
        )


def test_every_sort_of_mark_is_drawn_where_it_stands() -> None:
    marks = [
        Box(1, 2, 30, 4),
        Line(5, 6, 70, 8, dashed=True),
        Dot(9, 10),
        Label(11, 12, word("chart_aim", value="3 %")),
    ]
    svg = drawn("speakers", {"shown": 1, "told": 1, "untold": 1}, lambda width: Drawing(width, 20, list(marks)))
    narrow = Xml.fromstring(svg.split("\n")[0])
    box, line, dot, label = (element for element in narrow if element.tag not in ("title", "desc"))
    assert box.get("d") == "M1,2h30v4h-30Z" and line.get("stroke-dasharray") == "4,3"
    assert dot.get("transform") == "translate(9,10)"
    assert label.text == "mål: 3 %" and label.get("data-t") == "chart_aim" and label.get("data-value") == "3 %"


def test_years_of_a_panel_do_not_run_into_one_another() -> None:
    points = [Point(False, year, 5.0, "5 %") for year in range(2015, 2024)] + [Point(True, 2026, 3.0, "3 %")]
    drawing = panels([("Sygefravær", "Sundby Kommune", points)] * 2, 480)
    years = sorted(mark.x for mark in drawing.marks[:14] if isinstance(mark, Label) and mark.text.isdigit())
    assert years and all(second - first >= 30 for first, second in pairwise(years))


def test_words_are_made_to_fit() -> None:
    assert clean("Sundby\n \tKommune\x00\u200b\ue000") == "Sundby Kommune"
    assert shorten("Foreningen af Ledere", 14) == "Foreningen af…"
    assert lines("Rekruttering og fastholdelse", 16) == ["Rekruttering og", "fastholdelse"]
    assert lines("et to tre fire fem seks", 8) == ["et to", "tre fir…"]
    assert spelled("kommunen") is None and spelled(word("quotes")) == ("quotes", {})
    assert seen(number(12_345)) == "12.345" and number(999) == "999" and number(2.5) == "2,5"


def test_the_numbers_of_a_chart_stand_beneath_it_with_links_from_where_the_page_lies(shown: list[Chart]) -> None:
    page = lxml.html.fromstring(str(macros("_chart.html.jinja", "../").figure(shown[0], 2)))
    heads, *rows = ([cell.text_content() for cell in row.xpath("th|td")] for row in page.xpath("//tr"))
    assert heads == ["Hvem", "Hvad", "Organisation", "Citater", "Dokumenter"]
    assert [rows[0][1], *rows[0][3:]] == ["person", "2", "2"] and rows[0][2].startswith(KEPT)
    assert page.xpath("//tr/th/a/@href")[0].startswith("../personer/p")
    assert page.xpath("//h2/span/@data-t") == ["chart_speakers_title"] and not page.xpath("//h3")


def test_a_bar_is_as_long_as_its_part_of_the_largest() -> None:
    entries = [{"name": KEPT, "actor_id": "p1", "n": 8}, {"name": "Bo", "actor_id": None, "n": 2}]

    class Pages:
        def actor(self, actor_id: str | None) -> str | None:
            return actor_id and f"personer/{actor_id}.html"

    found = macros("_bars.html.jinja", "../").bars("theme_speakers", entries, "n", "n_quotes", Pages())
    table = lxml.html.fromstring(str(found))
    assert table.xpath("//rect/@width") == ["100.0", "25.0"] and table.xpath("//a/@href") == ["../personer/p1.html"]
    assert [row.text_content().split() for row in table.xpath("//td[@class='number']")] == [
        ["8", "citater"],
        ["2", "citater"],
    ]
    assert not table.xpath("//script") and environment().autoescape is True
