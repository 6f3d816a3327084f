"""The article as a Word document with Word's own styles for title, headings, bullets and numbers."""

from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from .archives import settle
from .source import ARTICLE, AUTHOR, PUBLISHER, TITLE, Part, Run, runs

_STYLES = {"title": "Title", "heading": "Heading 1"}
_SAVED = datetime(2024, 3, 14, 9, 12)


def write_word(folder: Path) -> None:
    """A document with a running header, page numbers, a link and nested bullets."""
    document = Document()
    for part in ARTICLE:
        paragraph = document.add_paragraph(style=_style(part))
        for run in runs(part.text):
            _add(paragraph, run, strong=part.kind == "lead")
    _add_furniture(document)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = TITLE, AUTHOR, AUTHOR
    properties.comments, properties.created, properties.modified = "", _SAVED, _SAVED
    path = folder / "artikel.docx"
    document.save(str(path))
    settle(path)


def _style(part: Part) -> str:
    if part.kind == "list_item":
        return "List Number" if part.number else "List Bullet" if part.depth == 1 else f"List Bullet {part.depth}"
    return _STYLES.get(part.kind, "Normal")


def _add(paragraph: Paragraph, run: Run, *, strong: bool) -> None:
    made = paragraph.add_run(run.text)
    made.bold, made.italic = (run.strong or strong) or None, run.emphasis or None
    if run.address:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        made._r.addprevious(link)
        link.append(made._r)


def _add_furniture(document: WordDocument) -> None:
    """The name of the paper on top of each page, the number of the page at its foot."""
    section = document.sections[0]
    section.header.paragraphs[0].text = PUBLISHER
    footer = section.footer.paragraphs[0]
    footer.add_run("Side ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)
