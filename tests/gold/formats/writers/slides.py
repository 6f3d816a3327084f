"""The article as slides: the intermediate headings are slide titles, running text stands in text boxes, lists are real ones."""

from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Cm, Pt

from .archives import settle
from .source import ARTICLE, AUTHOR, BODY, DATE, LEAD, PUBLISHER, TITLE, Part, runs

_TITLE_SLIDE, _CONTENT, _TITLE_ONLY, _BLANK = 0, 1, 5, 6
_WIDE = (Cm(1.5), Cm(22.4))


def write_slides(folder: Path) -> None:
    """A presentation of seven slides with footer and slide numbers."""
    slides = Presentation()
    first = slides.slides.add_slide(slides.slide_layouts[_TITLE_SLIDE])
    first.shapes.title.text = TITLE
    first.placeholders[1].text_frame.text = LEAD
    for text in (f"Af {AUTHOR}", DATE):
        first.placeholders[1].text_frame.add_paragraph().text = text
    for paragraph in first.placeholders[1].text_frame.paragraphs:
        paragraph.font.size = Pt(16)
    for group in _groups():
        _add_slide(slides, group)
    for number, slide in enumerate(slides.slides, 1):
        _add_footer(slide, number)
    properties = slides.core_properties
    properties.title, properties.author, properties.last_modified_by = TITLE, AUTHOR, AUTHOR
    path = folder / "artikel.pptx"
    slides.save(str(path))
    settle(path)


def _groups() -> list[list[Part]]:
    """The parts of each slide: a heading begins one, and so does what does not fit on one with a list."""
    groups: list[list[Part]] = [[]]
    for part in BODY:
        listed = any(other.kind == "list_item" for other in groups[-1])
        full = len([other for other in groups[-1] if other.kind == "paragraph"]) == 3
        if part.kind == "heading" or (part.kind == "paragraph" and (listed or full)):
            groups.append([])
        groups[-1].append(part)
    return groups


def _add_slide(slides: Slides, parts: list[Part]) -> None:
    """A slide whose text boxes were drawn after the list, as happens: only their places show the order."""
    items = [part for part in parts if part.kind == "list_item"]
    prose = [part for part in parts if part.kind == "paragraph"]
    titled = parts[0].kind == "heading"
    slide = slides.slides.add_slide(slides.slide_layouts[_CONTENT if items else _TITLE_ONLY if titled else _BLANK])
    if titled:
        slide.shapes.title.text = parts[0].text
    elif slide.shapes.title is not None:
        slide.shapes.title._element.getparent().remove(slide.shapes.title._element)
    top = Cm(4.2) if titled else Cm(1.5)
    if items:
        body = slide.placeholders[1]
        body.left, body.width, body.top, body.height = _WIDE[0], _WIDE[1], top + Cm(7), Cm(18) - top - Cm(7)
        _fill(body.text_frame, items)
    box = slide.shapes.add_textbox(_WIDE[0], top, _WIDE[1], Cm(6.5) if items else Cm(12))
    box.text_frame.word_wrap = True
    _fill(box.text_frame, prose)


def _fill(frame: TextFrame, parts: list[Part]) -> None:
    for i, part in enumerate(parts):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.level = part.depth - 1
        for run in runs(part.text):
            made = paragraph.add_run()
            made.text, made.font.size = run.text, Pt(16)
            made.font.bold, made.font.italic = run.strong or None, run.emphasis or None
            if run.address:
                made.hyperlink.address = run.address
        if part.number:
            _number(paragraph)


def _number(paragraph: _Paragraph) -> None:
    properties = paragraph._p.get_or_add_pPr()
    numbering = properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"})
    properties.append(numbering)


def _add_footer(slide: Slide, number: int) -> None:
    """The footer and the number of a slide, which slides take over from their layout when somebody asks for it."""
    for layout_shape in slide.slide_layout.placeholders:
        kind = layout_shape.element.ph_type
        if kind is None or kind.name not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        slide.shapes.clone_placeholder(layout_shape)
        frame = slide.shapes[-1].text_frame
        if kind.name == "FOOTER":
            frame.text = PUBLISHER
        else:
            _add_number(frame.paragraphs[0], number)


def _add_number(paragraph: _Paragraph, number: int) -> None:
    field = paragraph._p.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    text = field.makeelement(qn("a:t"))
    text.text = str(number)
    field.append(text)
    paragraph._p.append(field)


assert [part.kind for part in ARTICLE[:4]] == ["title", "lead", "byline", "dateline"]  # what the first slide shows
