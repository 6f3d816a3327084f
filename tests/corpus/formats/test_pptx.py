"""PowerPoint files: slides in order, titles, bullets that are inherited, the order of shapes."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from making_office import relations, written, zipped
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.office.pptx import read_pptx

FILES = Path(__file__).parent / "files"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TITLE, CONTENT, TWO, TITLE_ONLY, BLANK = 0, 1, 3, 5, 6


@pytest.fixture
def deck():
    return Presentation()


def saved(deck):
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def blocks(deck):
    return read_pptx(saved(deck)).blocks


def slide(deck, layout, title=None):
    added = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        added.shapes.title.text = title
    return added


def fill(frame, *texts):
    """Paragraphs; a text may be a pair with its level."""
    for i, text in enumerate(texts):
        words, level = text if isinstance(text, tuple) else (text, 0)
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.text, paragraph.level = words, level
    return frame


def box(added, left, top, *texts, width=3.0, height=1.0):
    return fill(added.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height)).text_frame, *texts)


def mark(paragraph, xml):
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))


class TestSlides:
    def test_the_first_title_is_above_the_others(self, deck):
        for title in ("Tid", "Mål", "Råd"):
            slide(deck, TITLE_ONLY, title)
        assert written(blocks(deck)) == ["H1 Tid", "H2 Mål", "H2 Råd"]

    def test_slides_come_in_the_order_they_are_shown(self, deck):
        for title in ("Råd", "Tid"):
            slide(deck, TITLE_ONLY, title)
        order = deck.slides._sldIdLst
        order.insert(0, order[1])
        assert written(blocks(deck)) == ["H1 Tid", "H2 Råd"]

    def test_hidden_slides_are_left_out(self, deck):
        slide(deck, TITLE_ONLY, "Gemt")._element.set("show", "0")
        slide(deck, TITLE_ONLY, "Tid")
        assert written(blocks(deck)) == ["H1 Tid"]

    def test_a_title_on_two_lines_is_one_heading(self, deck):
        slide(deck, TITLE_ONLY, "Tid til\vledelse")
        assert written(blocks(deck)) == ["H1 Tid til ledelse"]

    def test_the_title_comes_first_wherever_it_stands(self, deck):
        added = slide(deck, TITLE_ONLY, "Tid")
        box(added, 1, 0, "Havneby")
        added.shapes.title.top = Inches(5)
        assert written(blocks(deck)) == ["H1 Tid", "Havneby"]

    def test_notes_dates_footers_and_slide_numbers_are_left_out(self, deck):
        added = slide(deck, TITLE_ONLY, "Tid")
        added.notes_slide.notes_text_frame.text = "Husk pausen"
        for kind in ("dt", "ftr", "sldNum"):
            shape = added.shapes.add_textbox(Inches(1), Inches(7), Inches(2), Inches(0.4))
            shape.text_frame.text = f"Fod {kind}"
            shape._element.nvSpPr.nvPr.append(
                parse_xml(f'<p:ph xmlns:p="{shape._element.nsmap["p"]}" type="{kind}" idx="12"/>')
            )
        assert written(blocks(deck)) == ["H1 Tid"]

    def test_slides_without_words_are_refused(self, deck):
        slide(deck, BLANK)
        with pytest.raises(UnreadableError) as error:
            blocks(deck)
        assert error.value.code == "no_text"


class TestBullets:
    def test_paragraphs_of_the_body_are_items_with_levels(self, deck):
        fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "Spørg", ("Også om natten", 1), "Slet")
        assert written(blocks(deck)) == ["H1 Råd", "* Spørg", "** Også om natten", "* Slet"]

    def test_items_of_one_shape_stand_together(self, deck):
        fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "Spørg", "Slet")
        assert [block.gap for block in blocks(deck)] == [True, True, False]

    def test_a_single_sentence_is_no_list(self, deck):
        fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "Ledere skal have tid.")
        assert written(blocks(deck)) == ["H1 Råd", "Ledere skal have tid."]

    def test_a_single_item_is_a_list(self, deck):
        fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "Mere tid")
        assert written(blocks(deck)) == ["H1 Råd", "* Mere tid"]

    def test_the_subtitle_is_a_line(self, deck):
        slide(deck, TITLE, "Tid").placeholders[1].text = "Et oplæg"
        assert written(blocks(deck)) == ["H1 Tid", "Et oplæg"]

    def test_bullets_switched_off_at_the_paragraph(self, deck):
        frame = fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "Sådan:", "Spørg")
        mark(frame.paragraphs[0], f"<a:buNone {A}/>")
        assert written(blocks(deck)) == ["H1 Råd", "Sådan:", "* Spørg"]

    @pytest.mark.parametrize("owner", ["shape", "layout", "master"])
    def test_bullets_switched_off_further_up(self, deck, owner):
        added = slide(deck, CONTENT, "Råd")
        fill(added.placeholders[1].text_frame, "Spørg", ("Slet", 1))
        places = {"shape": added, "layout": added.slide_layout, "master": deck.slide_master}
        body = next(s for s in places[owner].placeholders if s.placeholder_format.idx == 1)
        off = parse_xml(f"<a:lvl1pPr {A}><a:buNone/></a:lvl1pPr>")
        body._element.txBody.find(qn("a:lstStyle")).append(off)
        assert written(blocks(deck)) == ["H1 Råd", "Spørg", "** Slet"]

    def test_the_nearest_word_on_bullets_counts(self, deck):
        added = slide(deck, CONTENT, "Råd")
        frame = fill(added.placeholders[1].text_frame, "Spørg", "Slet")
        frame._txBody.find(qn("a:lstStyle")).append(parse_xml(f"<a:lvl1pPr {A}><a:buNone/></a:lvl1pPr>"))
        mark(frame.paragraphs[1], f'<a:buChar {A} char="•"/>')
        assert written(blocks(deck)) == ["H1 Råd", "Spørg", "* Slet"]

    def test_numbers_are_counted_level_by_level(self, deck):
        frame = fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "a", ("b", 1), ("c", 1), "d", ("e", 1))
        for paragraph in frame.paragraphs:
            form = "arabicPeriod" if paragraph.level == 0 else "alphaLcParenR"
            mark(paragraph, f'<a:buAutoNum {A} type="{form}"/>')
        assert written(blocks(deck)) == ["H1 Råd", "*1 a", "**a b", "**b c", "*2 d", "**a e"]

    def test_numbers_start_where_they_are_told_to(self, deck):
        frame = fill(slide(deck, CONTENT, "Råd").placeholders[1].text_frame, "a", "b")
        for paragraph in frame.paragraphs:
            mark(paragraph, f'<a:buAutoNum {A} type="romanUcPeriod" startAt="4"/>')
        assert written(blocks(deck)) == ["H1 Råd", "*IV a", "*V b"]

    def test_text_boxes_are_lines_unless_they_have_bullets(self, deck):
        frame = box(slide(deck, BLANK), 1, 1, "Husk", "Spørg")
        mark(frame.paragraphs[1], f'<a:buChar {A} char="•"/>')
        assert written(blocks(deck)) == ["Husk", "* Spørg"]

    def test_a_line_break_makes_a_line_without_a_gap(self, deck):
        box(slide(deck, BLANK), 1, 1, "Havneby\vRådhuset")
        assert written(blocks(deck)) == ["Havneby", "+ Rådhuset"]


class TestOrder:
    def test_boxes_are_read_from_the_top(self, deck):
        added = slide(deck, BLANK)
        box(added, 1, 4, "Nederst")
        box(added, 1, 1, "Øverst")
        assert written(blocks(deck)) == ["Øverst", "Nederst"]

    def test_columns_are_read_one_after_the_other(self, deck):
        added = slide(deck, BLANK)
        for left, head, text in ((5, "Efter", "Tre møder"), (1, "Før", "Ni møder")):
            box(added, left, 1, head)
            box(added, left, 2, text, height=3)
        assert written(blocks(deck)) == ["Før", "Ni møder", "Efter", "Tre møder"]

    def test_a_box_across_columns_stays_above_them(self, deck):
        added = slide(deck, BLANK)
        box(added, 5, 2, "Efter", height=4)
        box(added, 1, 2, "Før", height=4)
        box(added, 1, 0.5, "Oversigt", width=7)
        assert written(blocks(deck)) == ["Oversigt", "Før", "Efter"]

    def test_placeholders_take_their_place_from_the_layout(self, deck):
        added = slide(deck, TWO, "Før og efter")
        fill(added.placeholders[2].text_frame, "Tre møder")
        fill(added.placeholders[1].text_frame, "Ni møder")
        assert written(blocks(deck)) == ["H1 Før og efter", "* Ni møder", "* Tre møder"]

    def test_lists_side_by_side_are_two_lists(self, deck):
        added = slide(deck, TWO, "Før og efter")
        fill(added.placeholders[1].text_frame, "Ni møder")
        fill(added.placeholders[2].text_frame, "Tre møder")
        assert [block.gap for block in blocks(deck)] == [True, True, True]

    def test_a_group_is_read_as_a_whole(self, deck):
        added = slide(deck, BLANK)
        box(added, 1, 3, "Under gruppen")
        group = added.shapes.add_group_shape()
        for top, text in ((2, "Anden"), (1, "Første")):
            group.shapes.add_textbox(Inches(1), Inches(top), Inches(2), Inches(0.5)).text_frame.text = text
        assert written(blocks(deck)) == ["Første", "Anden", "Under gruppen"]

    def test_hidden_shapes_are_left_out(self, deck):
        added = slide(deck, BLANK)
        box(added, 1, 1, "Synlig")
        box(added, 1, 3, "Skjult")
        added.shapes[1]._element.nvSpPr.cNvPr.set("hidden", "1")
        assert written(blocks(deck)) == ["Synlig"]


class TestTablesAndDiagrams:
    def table(self, deck, *rows):
        added = slide(deck, BLANK)
        made = added.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(1), Inches(6), Inches(2)).table
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                made.cell(i, j).text = text
        return made

    def test_a_row_is_a_line(self, deck):
        self.table(deck, ("Område", "2025"), ("Skole", "9"))
        assert written(blocks(deck)) == ["Område | 2025", "Skole | 9"]

    def test_merged_cells_are_read_once(self, deck):
        made = self.table(deck, ("Timer", "", "2025"), ("Skole", "a", "9"))
        made.cell(0, 0).merge(made.cell(0, 1))
        assert written(blocks(deck)) == ["Timer |  | 2025", "Skole | a | 9"]

    def test_smartart_is_read_in_the_order_of_its_outline(self):
        point = '<dgm:pt modelId="{}" type="{}"><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        link = '<dgm:cxn srcId="{}" destId="{}" srcOrd="{}"/>'
        points = (
            ("0", "doc", ""),
            ("2", "node", "Slet"),
            ("1", "node", "Spørg"),
            ("3", "node", "Også om natten"),
            ("4", "sibTrans", "x"),
        )
        links = (("0", "2", 1), ("0", "1", 0), ("1", "3", 0), ("3", "1", 0))
        names = f'{A} xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
        data = (
            f"<dgm:dataModel {names}><dgm:ptLst>{''.join(point.format(*p) for p in points)}</dgm:ptLst>"
            f"<dgm:cxnLst>{''.join(link.format(*entry) for entry in links)}</dgm:cxnLst></dgm:dataModel>"
        )
        assert written(read_pptx(with_diagram(data)).blocks) == ["Spørg", "Også om natten", "Slet"]


def with_diagram(data):
    names = (
        f'{A} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    )
    frame = (
        '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="diagramData"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
            "ppt/_rels/presentation.xml.rels": relations(slide="slides/slide1.xml"),
            "ppt/presentation.xml": f'<p:presentation {names}><p:sldIdLst><p:sldId r:id="slide"/></p:sldIdLst></p:presentation>',
            "ppt/slides/_rels/slide1.xml.rels": relations(diagramData="../diagrams/data1.xml"),
            "ppt/slides/slide1.xml": f"<p:sld {names}><p:cSld><p:spTree>{frame}</p:spTree></p:cSld></p:sld>",
            "ppt/diagrams/data1.xml": data,
        }
    )


class TestFiles:
    def test_files_of_python_pptx_and_libreoffice_read_the_same(self):
        first, other = (
            read_pptx((FILES / name).read_bytes()).blocks for name in ("slides.pptx", "slides-libreoffice.pptx")
        )
        assert first == other
        assert written(first) == [
            "H1 Tid til ledelse", "Oplæg for ledere i Havneby",
            "H2 Tre råd", "* Spørg medarbejderne", "** Også nattevagten", "* Slet tre skemaer",
            "H2 Før og efter", "* Ni møder", "* Tolv skemaer", "* Tre møder", "* To skemaer",
            "H2 Tal", "Område | 2025", "Skole | 9",
        ]  # fmt: skip

    def test_a_slide_that_the_file_has_lost_is_passed_over(self, deck):
        slide(deck, TITLE_ONLY, "Tid")
        slide(deck, TITLE_ONLY, "Væk")
        whole = ZipFile(BytesIO(saved(deck)))
        kept = {name: whole.read(name) for name in whole.namelist() if name != "ppt/slides/slide2.xml"}
        assert written(read_pptx(zipped(kept)).blocks) == ["H1 Tid"]
