"""OpenDocument text files: order, structure, lists, and what is left out."""

from pathlib import Path

import pytest
from making_office import odt, written

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.office.docx import read_docx
from pejlemaerker.corpus.formats.office.odt import read_odt

FILES = Path(__file__).parent / "files"


def blocks(body, automatic="", styles=""):
    return written(read_odt(odt(body, automatic, styles)).blocks)


def p(text, style="Standard"):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text, level=1, style="Heading"):
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{text}</text:h>'


def style(name, parent="", family="paragraph", inner="", more=""):
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}" {more}>'
        f"{inner}</style:style>"
    )


def items(*contents, style="L1", more=""):
    inner = "".join(f"<text:list-item>{c if c.startswith('<') else p(c)}</text:list-item>" for c in contents)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def numbered(name="L1", form="1", more=""):
    levels = (
        f'<text:list-level-style-number text:level="{i}" style:num-suffix="." style:num-format="{form}" {more}/>'
        for i in (1, 2, 3)
    )
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


BULLETS = (
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>'
)


def cells(*contents):
    inner = (
        c if c.startswith("<table:") else f"<table:table-cell>{p(c) if c else ''}</table:table-cell>" for c in contents
    )
    return f"<table:table-row>{''.join(inner)}</table:table-row>"


class TestHeadings:
    def test_outline_levels(self):
        assert blocks(h("Tid") + h("Mål", 2) + p("Ord")) == ["H1 Tid", "H2 Mål", "Ord"]

    def test_below_a_title_headings_move_one_level_down(self):
        assert blocks(p("Tid", "Title") + p("Et oplæg", "Subtitle") + h("Mål")) == ["H1 Tid", "H2 Et oplæg", "H2 Mål"]

    def test_an_automatic_style_takes_after_its_parent(self):
        automatic = style("P1", "Title") + style("P2", "Heading_20_2")
        assert blocks(p("Tid", "P1") + p("Mål", "P2"), automatic) == ["H1 Tid", "H3 Mål"]

    def test_a_style_of_other_make_takes_after_its_parent_too(self):
        assert blocks(p("Mål", "P1"), style("P1", "Rubrik"), style("Rubrik", "Heading_20_1")) == ["H1 Mål"]

    def test_styles_in_a_circle_are_plain(self):
        assert blocks(p("Mål", "P1"), style("P1", "P2") + style("P2", "P1")) == ["Mål"]

    def test_captions_say_that_they_are(self):
        assert blocks(p("Figur 1", "Figure"), styles=style("Figure", "Caption")) == ["[caption] Figur 1"]

    def test_a_heading_in_a_list_is_a_heading(self):
        assert blocks(items(h("Mål")) + p("Ord"), numbered()) == ["H1 Mål", "Ord"]


class TestWords:
    def test_spaces_tabs_and_breaks(self):
        assert blocks(p('Vi<text:s text:c="3"/>skal<text:tab/>lede<text:line-break/>mere')) == [
            "Vi skal lede",
            "+ mere",
        ]

    def test_spans_links_and_changes_are_read_in_place(self):
        text = 'Vi <text:span>skal</text:span> <text:change-start text:change-id="c"/><text:a>lede</text:a> mere'
        assert blocks(p(text)) == ["Vi skal lede mere"]

    def test_notes_and_annotations_are_left_out(self):
        note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Kilde</text:p></text:note-body></text:note>"
        comment = "<office:annotation><text:p>Er det sandt?</text:p></office:annotation>"
        assert blocks(p(f"Ni af ti{note}{comment} ledere")) == ["Ni af ti ledere"]

    def test_tracked_deletions_are_left_out(self):
        deletion = f"<text:deletion>{p('Væk')}</text:deletion>"
        gone = f"<text:tracked-changes><text:changed-region>{deletion}</text:changed-region></text:tracked-changes>"
        assert blocks(gone + p("Vi vil <text:change/>lede")) == ["Vi vil lede"]

    def test_hidden_text_is_left_out(self):
        automatic = style("T1", family="text", inner='<style:text-properties text:display="none"/>')
        hidden = '<text:section text:display="none"><text:p>Gemt</text:p></text:section>'
        assert blocks(p('Synligt<text:span text:style-name="T1"> skjult</text:span>') + hidden, automatic) == [
            "Synligt"
        ]

    def test_sections_are_read(self):
        assert blocks(f"<text:section>{p('Ord')}</text:section>") == ["Ord"]

    @pytest.mark.parametrize("index", ["table-of-content", "illustration-index", "alphabetical-index", "bibliography"])
    def test_indexes_are_left_out(self, index):
        assert blocks(f"<text:{index}><text:index-body>{p('Mål 3')}</text:index-body></text:{index}>" + p("Mål")) == [
            "Mål"
        ]

    def test_a_text_box_is_read_once_below_its_paragraph(self):
        frame = f"<draw:frame><draw:text-box>{p('Fakta')}{items('Ni timer')}</draw:text-box></draw:frame>"
        assert blocks(p(f"Brød{frame}tekst"), BULLETS) == ["Brødtekst", "Fakta", "* Ni timer"]

    def test_words_in_drawn_shapes_are_read(self):
        shape = f"<draw:g><draw:custom-shape>{p('I rammen')}</draw:custom-shape></draw:g>"
        assert blocks(p(shape + "Ord")) == ["Ord", "I rammen"]


class TestLists:
    def test_bullets_have_no_marker_and_stand_together(self):
        found = read_odt(odt(p("Råd:") + items("Spørg", "Slet"), BULLETS)).blocks
        assert [(b.shape, b.marker, b.gap) for b in found[1:]] == [
            ("list_item", None, True),
            ("list_item", None, False),
        ]

    @pytest.mark.parametrize(
        ("form", "marks"), [("1", "12"), ("a", "ab"), ("A", "AB"), ("i", ["i", "ii"]), ("I", ["I", "II"])]
    )
    def test_numbers_are_written_as_they_are_shown(self, form, marks):
        found = read_odt(odt(items("x", "y"), numbered(form=form))).blocks
        assert [b.marker for b in found] == list(marks)

    def test_list_styles_can_stand_in_either_part(self):
        assert blocks(items("x"), styles=numbered()) == ["*1 x"]

    def test_nested_lists_begin_again(self):
        inner = items("b", "c", style="L1")
        body = items(p("a") + inner, p("d") + inner)
        assert blocks(body, numbered()) == ["*1 a", "**1 b", "**2 c", "*2 d", "**1 b", "**2 c"]

    def test_the_levels_above_can_be_shown(self):
        body = items(p("a") + items("b"))
        assert blocks(body, numbered(more='text:display-levels="2"')) == ["*1 a", "**1.1 b"]

    def test_a_list_begins_again_unless_it_goes_on(self):
        again = items("a", "b") + p("Mellem") + items("c")
        on = items("a", "b") + p("Mellem") + items("c", more='text:continue-numbering="true"')
        assert blocks(again, numbered())[-1] == "*1 c"
        assert blocks(on, numbered())[-1] == "*3 c"

    def test_a_list_can_go_on_with_one_further_up(self):
        body = items("a", more='xml:id="x"') + items("b", style="L2") + items("c", more='text:continue-list="x"')
        assert blocks(body, numbered() + numbered("L2")) == ["*1 a", "*1 b", "*2 c"]

    def test_first_numbers_of_levels_and_items(self):
        item = f'<text:list text:style-name="L1"><text:list-item text:start-value="7">{p("a")}</text:list-item></text:list>'
        assert blocks(item, numbered()) == ["*7 a"]
        assert blocks(items("a", "b"), numbered(more='text:start-value="3"')) == ["*3 a", "*4 b"]

    def test_the_second_paragraph_of_an_item_has_no_mark(self):
        assert blocks(items(p("a") + p("mere om a"), "b"), numbered()) == ["*1 a", "mere om a", "*2 b"]

    def test_the_head_of_a_list_is_no_item(self):
        head = f'<text:list text:style-name="L1"><text:list-header>{p("Råd")}</text:list-header></text:list>'
        assert blocks(head, numbered()) == ["Råd"]

    def test_a_level_that_shows_nothing_makes_no_item(self):
        assert blocks(items("a"), numbered(form="")) == ["a"]


class TestTables:
    def test_a_row_is_a_line_and_empty_cells_stay(self):
        head = f"<table:table-header-rows>{cells('Område', '2024', '2025')}</table:table-header-rows>"
        assert blocks(f"<table:table>{head}{cells('Skole', '', '9')}</table:table>") == [
            "Område | 2024 | 2025",
            "Skole |  | 9",
        ]

    def test_merged_cells_are_read_once(self):
        covered = "<table:covered-table-cell/>"
        body = f"<table:table>{cells('Timer', covered, 'a')}{cells('x', 'y', 'z')}</table:table>"
        assert blocks(body) == ["Timer |  | a", "x | y | z"]

    def test_a_table_in_a_cell_is_part_of_the_cell(self):
        inner = f"<table:table-cell><table:table>{cells('a', 'b')}</table:table></table:table-cell>"
        assert blocks(f"<table:table>{cells('Mål', inner)}{cells('Tid', 'c')}</table:table>") == [
            "Mål | a b",
            "Tid | c",
        ]

    def test_a_box_of_one_cell_is_read_as_paragraphs(self):
        cell = f"<table:table-cell>{h('Fakta', 2)}{p('Ni timer.')}</table:table-cell>"
        assert blocks(f"<table:table>{cells(cell)}</table:table>") == ["H2 Fakta", "Ni timer."]

    def test_cells_repeated_beyond_reason_do_no_harm(self):
        many = '<table:table-cell table:number-columns-repeated="1000000000"/>'
        assert blocks(f"<table:table>{cells('a', 'b', many)}</table:table>") == ["a | b"]


class TestFiles:
    @pytest.mark.parametrize("name", ["report", "notes"])
    def test_what_libreoffice_writes_reads_as_the_word_file_does(self, name):
        found = read_odt((FILES / f"{name}.odt").read_bytes()).blocks
        assert found == read_docx((FILES / f"{name}.docx").read_bytes()).blocks

    def test_other_open_documents_are_refused(self):
        with pytest.raises(UnreadableError) as error:
            read_odt((FILES / "slides.odp").read_bytes())
        assert error.value.code == "unsupported"

    def test_an_empty_document_is_refused(self):
        with pytest.raises(UnreadableError) as error:
            blocks(p(" "))
        assert error.value.code == "no_text"

    def test_very_deep_nesting_is_refused(self):
        with pytest.raises(UnreadableError) as error:
            blocks("<text:section>" * 400 + p("x") + "</text:section>" * 400)
        assert error.value.code == "limit"
