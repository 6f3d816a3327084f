"""Word files: order, structure, lists, and what is left out."""

from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest
from docx import Document
from making_office import docx, p, run, style, written

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.office.docx import read_docx

FILES = Path(__file__).parent / "files"
STYLES = "".join(style(f"heading {i}") for i in (1, 2, 3)) + style("Title") + style("Subtitle") + style("caption")


def blocks(body, styles=STYLES, numbering=""):
    return written(read_docx(docx(body, styles, numbering)).blocks)


def styled(text, name):
    return p(text, f'<w:pStyle w:val="{name}"/>')


def item(text, num, level=0):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(i, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def row(*cells, properties=""):
    inner = (cell if cell.startswith("<") else p(cell) for cell in cells)
    return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in inner)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


class TestHeadings:
    def test_without_a_title_heading_one_is_the_first_level(self):
        assert blocks(styled("Tid", "heading1") + styled("Hvorfor", "heading2")) == ["H1 Tid", "H2 Hvorfor"]

    def test_below_a_title_headings_move_one_level_down(self):
        body = styled("Tid", "Title") + styled("Et oplæg", "Subtitle") + styled("Hvorfor", "heading1")
        assert blocks(body) == ["H1 Tid", "H2 Et oplæg", "H2 Hvorfor"]

    def test_an_empty_title_moves_nothing(self):
        assert blocks(styled(" ", "Title") + styled("Hvorfor", "heading1")) == ["H1 Hvorfor"]

    @pytest.mark.parametrize("name", ["Overskrift 2", "Overskrift2", "heading 2", "heading 2,Mellemrubrik"])
    def test_names_in_danish_and_english(self, name):
        assert blocks(styled("Mål", name.replace(" ", "")), style(name)) == ["H2 Mål"]

    def test_styles_based_on_a_heading_are_headings(self):
        styles = STYLES + style("Rubrik", "heading2") + style("Rubrik lille", "Rubrik")
        assert blocks(styled("Mål", "Rubriklille"), styles) == ["H2 Mål"]

    def test_styles_based_on_each_other_in_a_circle_are_plain(self):
        styles = style("En", "To") + style("To", "En")
        assert blocks(styled("Mål", "En"), styles) == ["Mål"]

    def test_an_outline_level_makes_a_heading(self):
        assert blocks(p("Mål", '<w:outlineLvl w:val="1"/>')) == ["H2 Mål"]

    def test_body_text_as_outline_level_makes_none(self):
        styles = STYLES + style("Som rubrik", "heading1", '<w:outlineLvl w:val="9"/>')
        assert blocks(styled("Mål", "Somrubrik"), styles) == ["Mål"]

    def test_a_heading_on_two_lines_is_one_heading(self):
        assert blocks(styled("<w:r><w:t>Tid til</w:t><w:br/><w:t>ledelse</w:t></w:r>", "heading1")) == [
            "H1 Tid til ledelse"
        ]

    def test_a_numbered_heading_is_a_heading(self):
        styles = style("heading 1", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        assert blocks(styled("Mål", "heading1"), styles, lists(level(0, "decimal", "%1"))) == ["H1 Mål"]

    def test_bold_text_is_no_heading(self):
        assert blocks(p(run("Mål", "<w:b/>"))) == ["Mål"]

    def test_captions_say_that_they_are(self):
        assert blocks(styled("Figur 1", "caption") + p("Figur 1 viser")) == ["[caption] Figur 1", "Figur 1 viser"]


class TestWords:
    def test_runs_are_joined_and_white_space_folded(self):
        assert blocks(p(run("Vi  skal ") + run("lede", "<w:b/>") + run("\u00a0mere."))) == ["Vi skal lede mere."]

    def test_a_line_break_makes_a_line_without_a_gap(self):
        assert blocks(p("<w:r><w:t>Havneby</w:t><w:br/><w:t>Rådhuset</w:t></w:r>")) == ["Havneby", "+ Rådhuset"]

    def test_tabs_and_hyphens(self):
        text = "<w:r><w:t>Tid</w:t><w:tab/><w:t>for</w:t><w:softHyphen/><w:t>bruget e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>"
        assert blocks(p(text)) == ["Tid forbruget e-post"]

    def test_links_content_controls_and_insertions_are_read_in_place(self):
        link = f"<w:hyperlink>{run('KL ')}</w:hyperlink>"
        control = f"<w:sdt><w:sdtContent>{run('mener ')}</w:sdtContent></w:sdt>"
        inserted = f"<w:ins>{run('nu ')}</w:ins><w:moveTo>{run('noget')}</w:moveTo>"
        assert blocks(p(link + control + inserted)) == ["KL mener nu noget"]

    def test_deletions_are_left_out(self):
        deleted = "<w:del><w:r><w:delText>ikke </w:delText></w:r></w:del>"
        moved = f"<w:moveFrom>{run('altid ')}</w:moveFrom>"
        assert blocks(p(run("Vi vil ") + deleted + moved + run("lede"))) == ["Vi vil lede"]

    def test_a_deleted_paragraph_end_joins_two_paragraphs(self):
        assert blocks(p("Vi vil ", "<w:rPr><w:del/></w:rPr>") + p("lede.")) == ["Vi vil lede."]

    def test_a_deleted_paragraph_end_loses_nothing_where_no_paragraph_follows(self):
        open_end = "<w:rPr><w:del/></w:rPr>"
        body = (
            p("Før", open_end)
            + table(row("a", "b"))
            + p("Vi vil ", open_end)
            + "<w:bookmarkStart/>"
            + p("lede", open_end)
        )
        assert blocks(body) == ["Før", "a | b", "Vi vil lede"]

    def test_a_large_initial_is_part_of_its_word(self):
        assert blocks(p("D", '<w:framePr w:dropCap="drop"/>') + p("er er råd.")) == ["Der er råd."]

    def test_hidden_text_is_left_out(self):
        hidden = '<w:style w:type="character" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>'
        text = run("Synligt") + run(" skjult", "<w:vanish/>") + run(" gemt", '<w:rStyle w:val="Skjult"/>')
        assert blocks(p(text), hidden) == ["Synligt"]

    def test_text_whose_hiding_is_switched_off_is_read(self):
        assert blocks(p(run("Synligt", '<w:vanish w:val="0"/>'))) == ["Synligt"]

    def test_of_a_field_only_the_result_is_read(self):
        code = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
            f'{run("kode")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("tabel 2")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        assert blocks(p(run("Se ") + code + run("."))) == ["Se tabel 2."]

    def test_a_field_that_never_ends_swallows_nothing_but_its_paragraph(self):
        body = p(run("Se ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("kode")) + p("Næste")
        assert blocks(body) == ["Se", "Næste"]

    def test_notes_and_comments_are_left_out(self):
        marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
        assert blocks(p(run("Ni ud af ti") + marks + run(" ledere"))) == ["Ni ud af ti ledere"]


class TestLeftOut:
    def test_a_contents_list_in_a_content_control(self):
        control = (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{p('Indhold')}{p('Mål 3')}</w:sdtContent></w:sdt>"
        )
        assert blocks(control + p("Mål")) == ["Mål"]

    def test_a_contents_list_by_its_styles(self):
        styles = style("toc 1") + style("TOC Heading", "heading1") + STYLES
        assert blocks(styled("Indhold", "TOCHeading") + styled("Mål 3", "toc1") + p("Mål"), styles) == ["Mål"]

    def test_a_contents_list_by_its_field(self):
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"</w:instrText></w:r>'
        between = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        assert blocks(p(begin + between + run("Mål 3")) + p("Midler 4") + p(end) + p("Mål")) == ["Mål"]

    def test_other_content_controls_are_read(self):
        control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('Indhold')}</w:sdtContent></w:sdt>"
        assert blocks(control) == ["Indhold"]

    def test_prompts_that_nobody_filled_in(self):
        control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Klik her')}</w:sdtContent></w:sdt>"
        assert blocks(control + p("Mål")) == ["Mål"]


class TestTextBoxes:
    BOX = f"<w:txbxContent>{p('Fakta om tid')}{p('Ni timer')}</w:txbxContent>"

    def test_a_box_is_read_once_below_its_paragraph(self):
        drawing = f"<w:drawing><wps:txbx>{self.BOX}</wps:txbx></w:drawing>"
        picture = f"<w:pict><v:textbox>{self.BOX}</v:textbox></w:pict>"
        both = f"<mc:AlternateContent><mc:Choice>{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"
        assert blocks(p(f"<w:r>{both}</w:r>{run('Brødtekst')}")) == ["Brødtekst", "Fakta om tid", "Ni timer"]

    def test_the_fallback_is_read_where_the_choice_holds_no_words(self):
        picture = f"<w:pict><v:textbox>{self.BOX}</v:textbox></w:pict>"
        both = f"<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"
        assert blocks(p(f"<w:r>{both}</w:r>")) == ["Fakta om tid", "Ni timer"]


class TestTables:
    def test_a_row_is_a_line_and_empty_cells_stay(self):
        assert blocks(table(row("Område", "2024", "2025"), row("Skole", "", "9"))) == [
            "Område | 2024 | 2025",
            "Skole |  | 9",
        ]

    def test_merged_cells_are_read_once_and_keep_their_columns(self):
        wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Timer")}'
        first = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Skole")}'
        after = f"<w:tcPr><w:vMerge/></w:tcPr>{p('Skole')}"
        rows = (row("Område", wide), row(first, "1", "2"), row(after, "3", "4"))
        assert blocks(table(*rows)) == ["Område | Timer | ", "Skole | 1 | 2", " | 3 | 4"]

    def test_a_table_in_a_cell_is_part_of_the_cell(self):
        inner = table(row("a", "b")) + p("c")
        assert blocks(table(row("Mål", inner), row("Tid", "d"))) == ["Mål | a b c", "Tid | d"]

    def test_a_box_of_one_cell_is_read_as_paragraphs(self):
        assert blocks(table(row(styled("Fakta", "heading2") + p("Ni timer.") + p("To møder.")))) == [
            "H2 Fakta",
            "Ni timer.",
            "To møder.",
        ]

    def test_columns_of_running_text_are_read_one_after_the_other(self):
        text = "Lederne bruger for megen tid på skemaer, som ingen læser bagefter, siger de selv."
        assert blocks(table(row(p(text) + p(text), p("Fakta") + p("Ni timer")))) == [text, text, "Fakta", "Ni timer"]

    def test_deleted_rows_are_left_out(self):
        gone = row("c", "d", properties="<w:trPr><w:del/></w:trPr>")
        assert blocks(table(row("a", "b"), gone)) == ["a | b"]

    def test_tables_and_paragraphs_come_in_order(self):
        assert blocks(p("Før") + table(row("a", "b")) + p("Efter")) == ["Før", "a | b", "Efter"]


class TestLists:
    def test_bullets_have_no_marker_and_stand_together(self):
        found = read_docx(
            docx(p("Råd:") + item("Spørg", 1) + item("Slet", 1), "", lists(level(0, "bullet", "•")))
        ).blocks
        assert [(b.shape, b.marker, b.gap) for b in found[1:]] == [
            ("list_item", None, True),
            ("list_item", None, False),
        ]

    @pytest.mark.parametrize(
        ("form", "marks"),
        [
            ("decimal", ["1", "2", "3"]),
            ("lowerLetter", ["a", "b", "c"]),
            ("upperLetter", ["A", "B", "C"]),
            ("lowerRoman", ["i", "ii", "iii"]),
            ("upperRoman", ["I", "II", "III"]),
        ],
    )
    def test_numbers_are_written_as_word_shows_them(self, form, marks):
        body = item("x", 1) + item("y", 1) + item("z", 1)
        found = read_docx(docx(body, "", lists(level(0, form, "(%1)")))).blocks
        assert [b.marker for b in found] == marks

    def test_lower_levels_begin_again_and_can_show_the_levels_above(self):
        numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
        body = item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1)
        assert blocks(body, "", numbering) == ["*1 a", "**1.1 b", "**1.2 c", "*2 d", "**2.1 e"]

    def test_a_level_that_never_begins_again_counts_on(self):
        numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
        body = item("a", 1) + item("b", 1, 1) + item("c", 1) + item("d", 1, 1)
        assert blocks(body, "", numbering) == ["*1 a", "**1 b", "*2 c", "**2 d"]

    def test_text_between_items_does_not_stop_the_count(self):
        assert blocks(item("a", 1) + p("Mellem") + item("b", 1), "", lists(level(0, "decimal", "%1"))) == [
            "*1 a",
            "Mellem",
            "*2 b",
        ]

    def test_a_second_list_with_a_start_of_its_own_begins_again(self):
        nums = (
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        numbering = lists(level(0, "decimal", "%1"), nums=nums)
        body = item("a", 1) + item("b", 1) + item("c", 2) + item("d", 2)
        assert blocks(body, "", numbering) == ["*1 a", "*2 b", "*1 c", "*2 d"]

    def test_a_second_list_without_one_counts_on(self):
        nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/></w:num>' for i in (1, 2))
        assert blocks(item("a", 1) + item("b", 2), "", lists(level(0, "decimal", "%1"), nums=nums)) == ["*1 a", "*2 b"]

    def test_a_list_through_the_style(self):
        styles = style("Råd", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        assert blocks(styled("Spørg", "Råd"), styles, lists(level(0, "decimal", "%1"))) == ["*1 Spørg"]

    def test_number_nought_switches_the_style_s_list_off(self):
        styles = style("Råd", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
        body = p("Spørg", '<w:pStyle w:val="Råd"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        assert blocks(body, styles, lists(level(0, "decimal", "%1"))) == ["Spørg"]

    def test_a_level_that_shows_nothing_makes_no_item(self):
        assert blocks(item("Mål", 1), "", lists(level(0, "none", ""))) == ["Mål"]

    def test_words_around_the_number_are_no_part_of_it(self):
        assert blocks(item("Spørg", 1), "", lists(level(0, "decimal", "Råd nr. %1:"))) == ["*1 Spørg"]

    def test_an_empty_item_counts(self):
        body = item("a", 1) + item("", 1) + item("c", 1)
        assert blocks(body, "", lists(level(0, "decimal", "%1"))) == ["*1 a", "*3 c"]

    def test_the_second_line_of_an_item_is_no_item(self):
        body = item("<w:r><w:t>Spørg</w:t><w:br/><w:t>hver dag</w:t></w:r>", 1) + item("Slet", 1)
        assert blocks(body, "", lists(level(0, "bullet", "•"))) == ["* Spørg", "+ hver dag", "* Slet"]


class TestFiles:
    def test_files_of_python_docx_and_libreoffice_read_the_same(self):
        first, *others = (
            read_docx((FILES / name).read_bytes()).blocks for name in ("report.docx", "report-libreoffice.docx")
        )
        assert all(other == first for other in others)
        assert written(first)[:6] == [
            "H1 Tid til ledelse",
            "H2 Tre råd fra Havneby Kommune",
            "H2 Baggrund",
            "Lederne i Havneby bruger 12 timer om ugen på dokumentation. Det er for meget.",
            "Målet er seks timer.",
            "H3 Sådan gør I",
        ]

    def test_lists_that_came_from_a_web_page(self):
        found = written(read_docx((FILES / "notes.docx").read_bytes()).blocks)
        assert found[4:14] == [
            "*1 Slet skemaer", "**a Kørebogen", "**b Ugesedlen", "*2 Hold kortere møder", "Derefter:",
            "*3 Mød borgerne", "*4 Spis frokost", "* Kaffe", "* Te", "** Grøn te",
        ]  # fmt: skip

    def test_an_empty_document_is_refused(self):
        out = BytesIO()
        Document().save(out)
        with pytest.raises(UnreadableError) as error:
            read_docx(out.getvalue())
        assert error.value.code == "no_text"

    def test_very_deep_nesting_is_refused(self):
        with pytest.raises(UnreadableError) as error:
            blocks("<w:tbl><w:tr><w:tc>" * 400 + p("x") + "</w:tc></w:tr></w:tbl>" * 400)
        assert error.value.code == "limit"

    def test_nesting_that_people_make_is_read(self):
        assert blocks("<w:tbl><w:tr><w:tc>" * 20 + p("Ord") + "</w:tc></w:tr></w:tbl>" * 20) == ["Ord"]

    def test_a_document_without_its_other_parts_is_read(self):
        assert blocks(p("Ord", '<w:pStyle w:val="Heading1"/>'), styles="") == ["H1 Ord"]

    def test_three_hundred_pages_take_seconds(self):
        body = (styled("Mål", "heading1") + p(run("Vi skal lede. ") * 40) + item("Spørg", 1) * 8) * 1200
        content = docx(body, STYLES, lists(level(0, "decimal", "%1")))
        began = perf_counter()
        assert len(read_docx(content).blocks) == 12_000
        assert perf_counter() - began < 10
