"""Writes the PDF files beside it: a report, a page of news, an article in columns, slides and a locked file.

report.pdf, slides.pdf and locked.pdf were made with LibreOffice 7.4 from documents that this script writes with python-docx
and python-pptx; news.pdf and columns.pdf were made with "print to PDF" of Chromium 156. The tests read the finished files only.
Run it in an empty folder: `python write_files.py`. It needs `soffice` and `chromium` on the path.
"""

import json
import subprocess
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from pptx import Presentation
from pptx.util import Inches
from pptx.util import Pt as SlidePt

PARAGRAPHS = [
    "I Hvidsand Kommune har lederne af plejehjemmene i to år haft frihed til at tilrettelægge vagtplanerne selv. Erfaringerne "
    "viser, at medarbejdergrupperne tager et større ansvar, når beslutningerne træffes tæt på dem, og at sygefraværet er "
    "faldet fra 8,1 til 6,4 procent.",
    "Direktionen besluttede i 2022, at ingen indberetning måtte leve videre, hvis ikke nogen kunne fortælle, hvem der læste "
    "den. Det førte til, at en tredjedel af kommunens skemaer blev afskaffet i løbet af et enkelt forår, og at KL-formandens "
    "hjemkommune senere bad om at få metoden at se.",
    "Tillidsrepræsentanterne peger på, at arbejdstilrettelæggelsen er blevet mere forudsigelig. Til gengæld savner de klare "
    "rammer for, hvad en teamleder må beslutte uden at spørge, og hvad der fortsat skal forbi forvaltningen, når social- og "
    "sundhedsområdet er involveret.",
    "Evalueringen bygger på samtaler med 42 ledere og 180 medarbejdere på kommunens ni plejehjem. Svarene er samlet ind af et "
    "uafhængigt konsulenthus, som ikke tidligere har arbejdet for kommunen, og som derfor så på forløbet med friske øjne.",
    "Byrådet har afsat 3,2 millioner kroner til at udbrede ordningen til dagtilbuddene. Pengene skal først og fremmest bruges "
    "på lederudvikling, for det er ledernes mod til at slippe kontrollen, der afgør, om frihedsforsøget lykkes i hverdagen.",
]
BULLETS = [
    "Giv lederne ret til at sige nej til nye indberetninger, som ingen har bedt om, og som ingen kommer til at læse",
    "Mål det, der betyder noget for borgerne",
]
TABLE = [
    ("Plejehjem", "Sygefravær", "Hvad lederen siger"),
    ("Birkehaven", "5,9", "Vagtplanen er blevet vores egen, og det kan mærkes på stemningen i hele huset"),
    ("Strandlyst", "7,2", "Vi er først lige begyndt, men de første tegn er gode"),
]
COLUMNS_PAGE = """<html lang="da"><style>@page{size:A4;margin:2cm}body{font:10pt/1.35 'Liberation Serif'}
h1{font-size:26pt;margin:0 0 6pt}h2{font-size:15pt;column-span:all;margin:10pt 0 4pt}h3{font-size:10pt;margin:6pt 0 0}
.c{column-count:3;column-gap:6mm}p{margin:0;text-indent:1.2em}p.f,h3+p{text-indent:0}
.i::first-letter{font-size:40pt;float:left;line-height:.8;padding-right:3pt}.b{background:#dde;padding:6pt;margin:6pt 0;break-inside:avoid}
.b p{text-indent:0}td,th{text-align:left;padding:3pt 12pt 3pt 0}</style><h1>Ni plejehjem slap vagtplanen fri</h1>"""
NEWS_PAGE = """<html lang="da"><title>Hver tredje blanket er væk</title><style>body{font:16px/1.4 'Liberation Sans';max-width:640px;
margin:auto}aside{float:right;width:180px;background:#eee;padding:8px;margin-left:18px}</style>
<h1>Hver tredje blanket er væk: Lederne i Hvidsand får tid til at lede</h1><p><b>Kommunen spurgte, hvem der læste skemaerne.
Det gjorde næsten ingen.</b></p><p>4. marts 2024 · Af Signe Holmbo</p>"""


def main() -> None:
    """Writes all files into the current folder and takes away what they were made of."""
    _report("report.docx")
    _slides("slides.pptx")
    docx_of_a_line = docx.Document()
    docx_of_a_line.add_paragraph("Det her er låst.")
    docx_of_a_line.save("locked.docx")
    locked = {
        name: {"type": kind, "value": value}
        for name, kind, value in (("EncryptFile", "boolean", "true"), ("DocumentOpenPassword", "string", "hemmelig"))
    }
    _run("soffice", "--headless", "--convert-to", "pdf", "report.docx", "slides.pptx")
    _run("soffice", "--headless", "--convert-to", f"pdf:writer_pdf_Export:{json.dumps(locked)}", "locked.docx")
    _print("columns", COLUMNS_PAGE + _columns(), "--no-pdf-header-footer")
    _print("news", NEWS_PAGE + _news())
    for name in ("report.docx", "slides.pptx", "locked.docx", "columns.html", "news.html"):
        Path(name).unlink()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=120)


def _print(name: str, page: str, *options: str) -> None:
    """Prints a page that is fetched over http, so that its address in the footer says nothing of the folder it lies in."""
    Path(f"{name}.html").write_text(f'<meta charset="utf-8">{page}', encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 8123), SimpleHTTPRequestHandler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        _run(
            "chromium",
            "--headless",
            "--no-sandbox",
            *options,
            f"--print-to-pdf={name}.pdf",
            f"http://127.0.0.1:8123/{name}.html",
        )
        server.shutdown()


def _columns() -> str:
    parts = []
    for i in range(2):
        parts.append(f'<h2>{i + 1}. Hvad to år med frihed har lært os</h2><div class="c">')
        for k, text in enumerate(PARAGRAPHS):
            parts.append("<h3>Lederne kom først</h3>" if k == 2 else "")
            parts.append(f'<p class="{"i" if k == 0 else ""}">{text}</p>')
            if k == 3:
                items = "".join(f"<li>{item}</li>" for item in BULLETS)
                parts.append(f'<div class="b"><p><b>Fakta om forsøget</b></p><ul>{items}</ul></div>')
        parts.append("</div>")
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    return "".join(parts) + f"<h2>Tallene</h2><table>{rows}</table>"


def _news() -> str:
    items = "".join(f"<li>{item}</li>" for item in ("42 skemaer er væk", "Ni plejehjem er med i forsøget"))
    body = f"<aside><b>Fakta</b><ul>{items}</ul></aside>"
    for k, text in enumerate(PARAGRAPHS * 2):
        body += "<h2>Færre skemaer, mere nærvær</h2>" if k == 2 else ""
        body += "<p>– Jeg har fået mine mandage tilbage, siger plejehjemsleder Tove Rask.</p>" if k == 3 else ""
        body += "<ul><li>Ring først<ul><li>Også om natten</li></ul></li><li>Skriv bagefter</li></ul>" if k == 4 else ""
        body += f"<p>{text}</p>"
    return body


def _slides(name: str) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.33), Inches(7.5)
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Slip vagtplanen fri"
    first.placeholders[1].text = "Tove Rask, plejehjemsleder\n4. marts 2024"
    for title, items in (
        ("Det lærte vi", [(0, BULLETS[0]), (1, "Også når de kommer fra os selv"), (0, BULLETS[1])]),
        ("Det gør vi nu", [(0, "Ni plejehjem bliver til fjorten"), (0, "Dagtilbuddene kommer med i 2025")]),
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        for i, (level, text) in enumerate(items):
            paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
            paragraph.text, paragraph.level = text, level
        for x, text in ((0.5, "Ledertræf i Hvidsand"), (12.4, str(len(deck.slides)))):
            box = slide.shapes.add_textbox(Inches(x), Inches(7), Inches(4), Inches(0.4))
            box.text_frame.text = text
            box.text_frame.paragraphs[0].runs[0].font.size = SlidePt(11)
    deck.save(name)


def _report(name: str) -> None:
    document = docx.Document()
    document.settings.element.append(OxmlElement("w:autoHyphenation"))
    for style in document.styles:
        if hasattr(style, "font"):
            style.font.name = "Liberation Serif"
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for side in ("w:asciiTheme", "w:hAnsiTheme"):
                fonts.attrib.pop(qn(side), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.header.paragraphs[0].text = "Hvidsand Kommune: Frihed i ældreplejen"
    foot = page.footer.paragraphs[0]
    for part in ("Side ", "PAGE", " af ", "NUMPAGES"):
        _field(foot, part) if part.isupper() else foot.add_run(part)
    _chapters(document)
    document.save(name)


def _chapters(document: docx.document.Document) -> None:
    document.add_heading("Frihed under ansvar: hvad to år med frie vagtplaner har lært Hvidsand Kommune", 0)
    document.add_paragraph().add_run(PARAGRAPHS[3]).bold = True
    for i in range(3):
        document.add_heading(f"{i + 1} Hvad siger tallene?", 1)
        _body(document, columns=1 + i % 2)
        document.add_heading("Hvad vi anbefaler", 2)
        for item in BULLETS:
            document.add_paragraph(item, style="List Bullet")
        document.add_paragraph("Også når det er svært", style="List Bullet 2")
        for item in BULLETS:
            document.add_paragraph(item, style="List Number")
        _section(document, 1)
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _body(document: docx.document.Document, columns: int) -> None:
    _section(document, columns)
    for k, text in enumerate(PARAGRAPHS):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.space_after = Pt(6)
        if k == 1:
            paragraph.add_run("Skemaerne. ").bold = True
        paragraph.add_run(text)
        if k == 2:
            paragraph.add_run("4").font.superscript = True


def _section(document: docx.document.Document, columns: int) -> None:
    element = document.add_section(0)._sectPr
    found = element.find(qn("w:cols"))
    element.remove(found) if found is not None else None
    shape = OxmlElement("w:cols")
    shape.set(qn("w:num"), str(columns))
    shape.set(qn("w:space"), "500")
    element.append(shape)


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        paragraph.add_run()._r.append(element)


if __name__ == "__main__":
    main()
