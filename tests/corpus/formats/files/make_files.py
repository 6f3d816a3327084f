"""Makes the files of this folder; needs LibreOffice (`soffice`), which the tests do not: `python make_files.py`.

`report.docx` and `slides.pptx` are written by python-docx and python-pptx; the others are what LibreOffice makes of them and
of `notes.html`.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

HERE = Path(__file__).parent
STEPS = ("Spørg medarbejderne.", "Vælg tre skemaer.", "Slet dem.")


def report() -> Word:
    """A report with the things that reports have."""
    document = Document()
    document.add_paragraph("Tid til ledelse", style="Title")
    document.add_paragraph("Tre råd fra Havneby Kommune", style="Subtitle")
    document.add_heading("Baggrund", 1)
    lead = document.add_paragraph("Lederne i Havneby bruger 12 timer om ugen på ")
    lead.add_run("dokumentation").bold = True
    lead.add_run(". Det er for meget.")
    changed = (
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Målet er </w:t></w:r>'
        '<w:del w:id="1" w:author="Bo" w:date="2025-01-02T10:00:00Z"><w:r><w:delText>otte</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Bo" w:date="2025-01-02T10:00:00Z"><w:r><w:t>seks</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> timer.</w:t></w:r></w:p>'
    )
    document.element.body.insert(-1, parse_xml(changed))
    document.add_heading("Sådan gør I", 2)
    for step in STEPS:
        document.add_paragraph(step, style="List Number")
    document.add_paragraph("Husk også:")
    for text, style in (("Ledere", "List Bullet"), ("Teamledere", "List Bullet 2"), ("Medarbejdere", "List Bullet")):
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=3, cols=3)
    for row, values in zip(
        table.rows, (("Område", "2024", "2025"), ("Skole", "12", "9"), ("Ældre", "", "7")), strict=True
    ):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.add_paragraph("Figur 1: Timer om ugen", style="Caption")
    address = document.add_paragraph("Havneby Kommune")
    address.add_run().add_break()
    address.add_run("Rådhuset")
    document.sections[0].header.paragraphs[0].text = "Udkast"
    document.sections[0].footer.paragraphs[0].text = "Side 1"
    return document


def slides() -> Deck:
    """Slides with a title, bullets, columns, a table and notes."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Tid til ledelse"
    first.placeholders[1].text = "Oplæg for ledere i Havneby"
    second = deck.slides.add_slide(deck.slide_layouts[1])
    second.shapes.title.text = "Tre råd"
    body = second.placeholders[1].text_frame
    body.text = "Spørg medarbejderne"
    for text, level in (("Også nattevagten", 1), ("Slet tre skemaer", 0)):
        paragraph = body.add_paragraph()
        paragraph.text, paragraph.level = text, level
    second.notes_slide.notes_text_frame.text = "Husk pausen"
    third = deck.slides.add_slide(deck.slide_layouts[3])
    third.shapes.title.text = "Før og efter"
    third.placeholders[1].text_frame.text = "Ni møder"
    third.placeholders[1].text_frame.add_paragraph().text = "Tolv skemaer"
    third.placeholders[2].text_frame.text = "Tre møder"
    third.placeholders[2].text_frame.add_paragraph().text = "To skemaer"
    fourth = deck.slides.add_slide(deck.slide_layouts[5])
    fourth.shapes.title.text = "Tal"
    table = fourth.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for row, values in enumerate((("Område", "2025"), ("Skole", "9"))):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    return deck


def converted(source: Path, target: str) -> None:
    """What LibreOffice makes of `source`, filed as `target`."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            Path(target).suffix[1:],
            "--outdir",
            folder,
            str(source),
        ]
        subprocess.run(command, check=True, timeout=180)
        shutil.move(Path(folder, source.stem).with_suffix(Path(target).suffix), HERE / target)


def main() -> None:
    """All files."""
    for document, name in ((report(), "report.docx"), (slides(), "slides.pptx")):
        properties = document.core_properties
        properties.author = properties.last_modified_by = properties.comments = properties.title = ""
        document.save(str(HERE / name))
    converted(HERE / "report.docx", "report.odt")
    converted(HERE / "report.odt", "report-libreoffice.docx")
    converted(HERE / "slides.pptx", "slides.odp")
    converted(HERE / "slides.odp", "slides-libreoffice.pptx")
    converted(HERE / "notes.html", "notes.odt")
    converted(HERE / "notes.odt", "notes.docx")


if __name__ == "__main__":
    main()
