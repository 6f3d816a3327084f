"""The slides as a PowerPoint file: bullets on two levels, numbers by the program, a table, footers and slide numbers."""

import copy
import datetime
from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Cm, Pt

FOOTER = "Data er også ledelse | Skovbjerg"


def write_slides(source: Path, folder: Path) -> None:
    """The PowerPoint file of `source`, of the same name, in `folder`."""
    deck = Presentation()
    for i, part in enumerate(source.read_text(encoding="utf-8").strip().split("\n\n")):
        title, *lines = part.splitlines()
        _slide(deck, title.removeprefix("# "), lines, first=i == 0)
    properties = deck.core_properties
    properties.author = properties.last_modified_by = "Troels Wiinblad"
    properties.title, properties.comments = "PowerPoint-præsentation", ""
    properties.created = properties.modified = datetime.datetime(2024, 10, 7, 21, 40)
    deck.save(str(folder / f"{source.stem}.pptx"))


def _slide(deck: Deck, title: str, lines: list[str], first: bool) -> None:
    has_list = any(line.startswith(("* ", "** ", "1. ", "quote: ")) for line in lines)
    slide = deck.slides.add_slide(deck.slide_layouts[0 if first else 1 if has_list else 5])
    slide.shapes.title.text = title
    body = slide.placeholders[1].text_frame if first or has_list else None
    rows = [line[2:].split(" | ") for line in lines if line.startswith("| ")]
    if rows:
        _table(slide, rows)
    loose: list[str] = []
    for line in lines:
        if line.startswith("note: "):
            slide.notes_slide.notes_text_frame.text = line.removeprefix("note: ")
        elif body is not None and (first or line.startswith(("* ", "** ", "1. ", "quote: "))):
            _item(body, line)
        elif not line.startswith("| "):
            loose.append(line.removeprefix("caption: "))
    if loose:
        _text_box(slide, loose, 15.6 if rows or has_list else 8)
    if not first:
        _footers(slide, len(deck.slides))


def _next_paragraph(frame: TextFrame) -> _Paragraph:
    return frame.paragraphs[0] if not frame.text else frame.add_paragraph()


def _item(frame: TextFrame, line: str) -> None:
    paragraph = _next_paragraph(frame)
    mark = next((mark for mark in ("* ", "** ", "1. ", "quote: ") if line.startswith(mark)), "")
    paragraph.text = line.removeprefix(mark)
    paragraph.level = 1 if mark == "** " else 0
    paragraph.font.size = Pt(22 if mark == "** " else 26)
    properties = paragraph._p.get_or_add_pPr()
    if mark == "1. ":
        number = properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"})
        properties.append(number)
    elif mark == "quote: ":
        properties.append(properties.makeelement(qn("a:buNone"), {}))


def _table(slide: Slide, rows: list[list[str]]) -> None:
    shape = slide.shapes.add_table(len(rows), len(rows[0]), Cm(1.3), Cm(5), Cm(22.8), Cm(1.2 * len(rows)))
    shape.table.columns[0].width = Cm(12.3)
    for column in list(shape.table.columns)[1:]:
        column.width = Cm(3.5)
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            shape.table.cell(i, j).text = text


def _text_box(slide: Slide, lines: list[str], top: float) -> None:
    frame = slide.shapes.add_textbox(Cm(1.3), Cm(top), Cm(22.8), Cm(2)).text_frame
    frame.word_wrap = True
    for line in lines:
        paragraph = _next_paragraph(frame)
        paragraph.text = line
        paragraph.font.size = Pt(20)


def _footers(slide: Slide, number: int) -> None:
    """The layout's placeholders for footer and slide number put on the slide, as PowerPoint does when they are turned on."""
    for placeholder in slide.slide_layout.placeholders:
        kind = placeholder.element.find(".//" + qn("p:ph")).get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        element = copy.deepcopy(placeholder.element)
        slide.shapes._spTree.append(element)
        if kind == "ftr":
            slide.shapes[-1].text_frame.text = FOOTER
        else:
            element.find(".//" + qn("a:fld") + "/" + qn("a:t")).text = str(number)
