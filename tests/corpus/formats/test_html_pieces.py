"""How a web page falls into blocks: paragraphs, headings, lists and tables as a reader sees them."""

import pytest
from making_html import BODY, TITLE, amid, blocks_of, page, reading_of

from pejlemaerker.corpus.blocks import Block


def lines(found: list[Block]) -> list[str]:
    return [block.text for block in found]


def shapes(found: list[Block]) -> list[tuple[str, int | None, str | None, str]]:
    return [(block.shape, block.level, block.marker, block.text) for block in found]


# paragraphs and words


@pytest.mark.parametrize(
    "inner",
    [
        "<p>Første.</p><p>Andet.</p>",
        "<div>Første.</div>Andet.",
        "<div>Første.<br><br>Andet.</div>",
        "<div>Første.<br/>\n <br />Andet.</div>",
        "<p>Første.<p>Andet.",
        "<div><span>Første.</span><div>Andet.</div></div>",
        "<section>Første.<hr>Andet.</section>",
        "<blockquote>Første.</blockquote><pre>Andet.</pre>",
        "<details><summary>Første.</summary>Andet.</details>",
    ],
)
def test_what_stands_apart_is_a_block_of_its_own(inner: str):
    found = amid(inner)
    assert lines(found) == ["Første.", "Andet."] and all(block.gap for block in found)


def test_a_single_line_break_is_no_gap():
    found = amid("<p>Første.<br>Andet.<br>Tredje.</p>")
    assert [(block.text, block.gap) for block in found] == [("Første.", True), ("Andet.", False), ("Tredje.", False)]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>Vi <b>skal</b>\n\n  <i>lede</i></p>", "Vi skal lede"),
        ("<p>Ud<b>vik</b>ling</p>", "Udvikling"),
        ("<p>Vi<!-- hemmeligt --> skal</p>", "Vi skal"),
        ("<p>R&aring;d &amp; d&#229;d&nbsp;nu&hellip;</p>", "Råd & dåd\u00a0nu…"),
        ("<p>&lt;b&gt; er et tegn</p>", "<b> er et tegn</p>".removesuffix("</p>")),
        ("<p>Lokalet er på 40 m<sup>2</sup>.</p>", "Lokalet er på 40 m²."),
        ("<p>Der er 5 km<sup>2</sup> skov.</p>", "Der er 5 km² skov."),
        ("<p>CO<sub>2</sub> falder.</p>", "CO2 falder."),
        ("<p>Det viser rapporten<sup>1</sup>.</p>", "Det viser rapporten."),
        ('<p>Det viser rapporten<sup><a href="#n2">[2]</a></sup>, siger han.</p>', "Det viser rapporten, siger han."),
        ("<p>Det viser tallene<sup>*</sup> nu.</p>", "Det viser tallene nu."),
        ("<p>Den 1<sup>ste</sup> maj</p>", "Den 1ste maj"),
    ],
)
def test_words_inside_a_paragraph_are_one_text(inner: str, text: str):
    assert lines(amid(inner)) == [text]


@pytest.mark.parametrize("number", ["10<sup>6</sup> kr.", "40 mm<sup>2</sup>"])
def test_a_raised_number_that_belongs_to_a_figure_is_kept(number: str):
    (block,) = amid(f"<p>Det koster {number}</p>")
    assert "10 kr." not in block.text and "mm." not in block.text and block.text != "Det koster 40 mm"


@pytest.mark.parametrize(
    "inner",
    [
        "<p hidden>Skjult.</p>",
        '<p style="display:none">Skjult.</p>',
        '<div style="color: red; Display : None"><p>Skjult.</p></div>',
        '<p style="visibility: hidden">Skjult.</p>',
        '<span aria-hidden="true">Skjult.</span>',
        "<script>var a = 'Skjult.'</script>",
        "<style>p { content: 'Skjult.' }</style>",
        "<noscript>Skjult.</noscript>",
        "<template><p>Skjult.</p></template>",
        "<button>Skjult.</button>",
        "<select><option>Skjult.</option></select>",
        "<textarea>Skjult.</textarea>",
        "<svg><title>Skjult.</title><text>Skjult.</text></svg>",
        "<iframe>Skjult.</iframe>",
        "<!-- Skjult. -->",
        '<img alt="Skjult.">',
    ],
)
def test_what_no_reader_sees_gives_no_words(inner: str):
    assert lines(amid(f"<p>Før.</p>{inner}<p>Efter.</p>")) == ["Før.", "Efter."]


@pytest.mark.parametrize(
    "inner",
    [
        '<p style="display:block">Set.</p>',
        '<p aria-hidden="false">Set.</p>',
        '<p class="hidden-print">Set.</p>',
        '<p title="hidden">Set.</p>',
        "<p><ukendt>Set.</ukendt></p>",
    ],
)
def test_what_a_reader_sees_is_kept(inner: str):
    assert lines(amid(inner)) == ["Set."]


def test_words_behind_something_hidden_are_kept():
    assert lines(amid("<p>Vi <span hidden>må ikke</span>skal lede</p>")) == ["Vi skal lede"]


def test_soft_hyphens_and_marks_without_width_are_gone_from_the_text_that_is_published():
    words = BODY[0].replace("medarbejdere", "med&shy;arbejdere").replace("kommunen", "kom&#8203;munen")
    found = reading_of(page(f"<h1>Arbejds&shy;plads&shy;vurdering er vejen</h1><p>{words}</p><p>{BODY[1]}</p>"))
    assert found.document is not None and found.document["title"] == "Arbejdspladsvurdering er vejen"
    assert BODY[0] in found.clean_text


# headings


def test_headings_have_their_level():
    found = amid("<h2>To</h2><h3><span>Tre</span></h3><h4>Fire</h4><div><h2><b>To</b> igen</h2></div><h6>Seks</h6>")
    assert shapes(found) == [
        ("heading", 2, None, "To"),
        ("heading", 3, None, "Tre"),
        ("heading", 4, None, "Fire"),
        ("heading", 2, None, "To igen"),
        ("heading", 6, None, "Seks"),
    ]


def test_bold_lines_are_no_headings_by_their_markup():
    assert shapes(amid("<p><b>Færre møder</b></p>")) == [("line", None, None, "Færre møder")]


# lists


def test_lists_are_items_with_depth_and_no_gap_between_them():
    found = amid("<ul><li>Et<ul><li>Et a</li><li>Et b<ul><li>Dybt</li></ul></li></ul></li><li>To</li></ul>")
    assert [(block.text, block.level, block.marker) for block in found] == [
        ("Et", 1, None),
        ("Et a", 2, None),
        ("Et b", 2, None),
        ("Dybt", 3, None),
        ("To", 1, None),
    ]
    assert [block.gap for block in found] == [True, False, False, False, False]
    assert {block.shape for block in found} == {"list_item"}


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol>", ["1", "2", "3"]),
        ("<ol start=3>", ["3", "4", "5"]),
        ('<ol start="-1">', ["-1", "0", "1"]),
        ('<ol start="tre">', ["1", "2", "3"]),
        ("<ol type=a>", ["a", "b", "c"]),
        ("<ol type=A start=4>", ["D", "E", "F"]),
        ("<ol type=i>", ["i", "ii", "iii"]),
        ("<ol type=I start=4>", ["IV", "V", "VI"]),
        ("<ol type=a start=26>", ["z", "27", "28"]),
        ("<ul>", [None, None, None]),
    ],
)
def test_items_have_the_number_a_reader_sees(opening: str, numbers: list[str | None]):
    found = amid(f"{opening}<li>Et</li><li>To</li><li>Tre</li></{opening[1:3]}>")
    assert [block.marker for block in found] == numbers


def test_an_item_may_have_a_number_of_its_own():
    found = amid("<ol><li>Et</li><li value=7>Syv</li><li>Otte</li><li value=x>Ni</li></ol>")
    assert [block.marker for block in found] == ["1", "7", "8", "9"]


def test_each_list_counts_for_itself():
    found = amid("<ol><li>Et<ol type=a><li>A</li><li>B</li></ol></li><li>To</li></ol><ol><li>Forfra</li></ol>")
    assert [block.marker for block in found] == ["1", "a", "b", "2", "1"]


def test_a_list_may_count_down():
    assert [block.marker for block in amid("<ol reversed><li>Tre</li><li>To</li><li>Et</li></ol>")] == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("<ul><li><p>Et.</p><p>Mere.</p></li><li><p>To.</p></li></ul>", ["Et. Mere.", "To."]),
        ("<ul><li>Et.<br><br>Mere.</li><li>To.</li></ul>", ["Et. Mere.", "To."]),
        ("<ul><li><div><div><b>Et.</b></div></div></li><li>To.</li></ul>", ["Et.", "To."]),
        ("<ul><li>Et.<li>To.</ul>", ["Et.", "To."]),
        ("<ul><li></li><li>To.</li></ul>", ["To."]),
    ],
)
def test_an_item_is_one_block_whatever_is_in_it(inner: str, texts: list[str]):
    found = amid(inner)
    assert lines(found) == texts and {block.shape for block in found} == {"list_item"}


def test_what_stands_behind_an_inner_list_still_belongs_to_its_item():
    found = amid("<ul><li>Før<ul><li>Inde</li></ul>Efter</li><li>To</li></ul>")
    assert [(block.text, block.level) for block in found] == [("Før", 1), ("Inde", 2), ("Efter", 1), ("To", 1)]


def test_terms_and_what_they_mean_are_lines():
    found = amid("<dl><dt>Hvad</dt><dd>Et forsøg</dd><dt>Hvornår</dt><dd>2025</dd></dl>")
    assert lines(found) == ["Hvad", "Et forsøg", "Hvornår", "2025"]


# tables

DATA = "<table>{}<tr><th>År</th><th>Dage</th></tr><tr><td>2022</td><td>12,1</td></tr><tr><td>2023</td><td>11,4</td></tr></table>"


def test_a_row_of_data_is_a_line():
    found = amid(DATA.format("<caption>Sygefravær</caption>"))
    assert lines(found) == ["Sygefravær", "År | Dage", "2022 | 12,1", "2023 | 11,4"]
    assert {block.shape for block in found} == {"line"}


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("<td>Et<br>to</td><td>12</td>", "Et to | 12"),
        ("<td><p>Et</p><p>to</p></td><td>12</td>", "Et to | 12"),
        ("<td><b>Et</b></td><td>12<sup>1</sup></td>", "Et | 12"),
        ("<td></td><td>12</td>", "| 12"),
        ("<td>Et</td><td hidden>x</td><td>12</td>", "Et | 12"),
        ("<th scope=row>Et<td>12", "Et | 12"),
    ],
)
def test_cells_of_data_are_one_line_each(row: str, line: str):
    found = amid(f"<table><thead><tr><th>Hvad</th><th>Dage</th></tr></thead><tbody><tr>{row}</tr></tbody></table>")
    assert [" ".join(block.text.split()) for block in found] == ["Hvad | Dage", line]


def test_words_behind_a_table_are_a_block_of_their_own():
    assert lines(amid(f"<div>{DATA.format('')}Sådan er tallene.</div>"))[-1] == "Sådan er tallene."


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Menu</td><td><h2>Færre møder</h2></td></tr><tr><td>a</td><td>b</td></tr></table>",
        '<table role="presentation"><tr><td>Menu</td><td>Tekst</td></tr><tr><td>a</td><td>b</td></tr></table>',
        f"<table><tr><td>Menu</td><td>{BODY[0] * 3}</td></tr><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td>En celle</td></tr><tr><td>En til</td></tr></table>",
        "<table><tr><td>Menu</td><td>Tekst</td></tr></table>",
    ],
)
def test_a_table_that_arranges_the_page_is_no_data(table: str):
    assert not any(" | " in block.text for block in blocks_of(f"<h1>{TITLE}</h1>{table}<p>{BODY[1]}</p>"))


def test_an_article_inside_a_table_is_read_as_an_article():
    menu = "<a href=/>Forside</a><br><a href=/n>Nyheder</a>"
    text = "<br><br>".join(BODY)
    body = f"<table width=800><tr><td width=200>{menu}</td><td><h1>{TITLE}</h1>{text}</td></tr></table>"
    found = blocks_of(body)
    assert [block.text for block in found if block.zone is None] == [TITLE, *BODY]
    assert [block.zone for block in found if "Forside" in block.text] == ["navigation"]
