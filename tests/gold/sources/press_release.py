"""The press release as a Word file with Word's own styles, header, footer and page fields."""

import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

STYLES = {"# ": "Title", "## ": "Heading 2", "* ": "List Bullet", "1. ": "List Number"}


def write_press_release(source: Path, folder: Path) -> None:
    """The Word file of `source`, of the same name, in `folder`."""
    document = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    _language(document)
    _furniture(document)
    rows: list[list[str]] = []
    for line in [*source.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("| "):
            rows.append(line[2:].split(" | "))
            continue
        if rows:
            _table(document, rows)
            rows = []
        if line:
            _paragraph(document, line)
    _properties(document)
    document.save(str(folder / f"{source.stem}.docx"))


def _paragraph(document: WordDocument, line: str) -> None:
    for mark, style in STYLES.items():
        if line.startswith(mark):
            _runs(document.add_paragraph(style=style), line.removeprefix(mark))
            return
    for mark in ("label: ", "lead: ", "contact: "):
        if line.startswith(mark):
            run = document.add_paragraph().add_run(line.removeprefix(mark))
            run.bold = mark == "lead: "
            run.font.size = Pt(9.5) if mark != "lead: " else None
            return
    _runs(document.add_paragraph(), line)


def _runs(paragraph: Paragraph, text: str) -> None:
    for i, part in enumerate(text.split("**")):
        if part:
            paragraph.add_run(part).bold = True if i % 2 else None


def _table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    table.autofit = False
    for i, column in enumerate(table.columns):
        column.width = Cm(2.2 if i else 8)
    for row in rows:
        for i, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            cell.text, cell.width = text, Cm(2.2 if i else 8)
    document.add_paragraph()


def _furniture(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = "Granlev Kommune | Presse og kommunikation"
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(14.5), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("Granlev Kommune · Rådhuspladsen 1 · granlev.example.dk\tSide ")
    _field(footer, "PAGE")
    footer.add_run(" af ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1" if code == "PAGE" else "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _language(document: WordDocument) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "da-DK")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _properties(document: WordDocument) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Signe Maj Ellegaard"
    properties.title = "Skabelon pressemeddelelse"
    properties.comments = ""
    properties.created = datetime.datetime(2024, 5, 30, 8, 14)
    properties.modified = datetime.datetime(2024, 6, 3, 15, 2)
