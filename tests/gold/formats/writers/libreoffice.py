"""What LibreOffice Writer makes of the article: ODT, DOCX, and two PDF files, one of them in columns with hyphenation."""

import subprocess
import tempfile
from html import escape
from pathlib import Path
from string import Template

import pyphen

from .archives import settle
from .pdf_dates import undated
from .source import ARTICLE, AUTHOR, PUBLISHER, TITLE, Part, Run, runs

_TEMPLATES = Path(__file__).parent / "templates"
_STYLES = {"title": "Title", "lead": "Manchet", "byline": "Byline", "dateline": "Byline"}
_HYPHENS = Path(pyphen.__file__).parent / "dictionaries" / "hyph_da_DK.dic"


def write_libreoffice(folder: Path) -> None:
    """The four files."""
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        _prepare_profile(work / "profile")
        made = _convert(work, _document(columns=False), ["odt", "docx", "pdf"])
        for kind, name in (("odt", "artikel.odt"), ("docx", "artikel-libreoffice.docx")):
            (folder / name).write_bytes(made[kind])
            settle(folder / name)
        (folder / "artikel.pdf").write_bytes(undated(made["pdf"]))
        columns = _convert(work, _document(columns=True), ["pdf"])["pdf"]
        (folder / "artikel-spalter.pdf").write_bytes(undated(columns))


def _prepare_profile(profile: Path) -> None:
    """A user profile of LibreOffice that knows where Danish words may be parted."""
    (profile / "user").mkdir(parents=True)
    settings = Template((_TEMPLATES / "registrymodifications.xcu").read_text(encoding="utf-8"))
    (profile / "user" / "registrymodifications.xcu").write_text(settings.substitute(hyphens=_HYPHENS.as_uri()))


def _convert(work: Path, document: str, kinds: list[str]) -> dict[str, bytes]:
    source = work / "artikel.fodt"
    source.write_text(document, encoding="utf-8")
    made = {}
    for kind in kinds:
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(work), str(source)]
        subprocess.run(command, check=True, timeout=120, capture_output=True)
        made[kind] = (work / f"artikel.{kind}").read_bytes()
    return made


def _document(*, columns: bool) -> str:
    """The article as one flat ODF file; with `columns`, what stands below the date is set in two of them."""
    top = "".join(_block(part) for part in ARTICLE[:4])
    rest = _blocks(ARTICLE[4:])
    values = {"title": TITLE, "author": AUTHOR, "publisher": PUBLISHER, "top": top}
    values["body"] = (
        f'<text:section text:style-name="Spalter" text:name="Spalter">{rest}</text:section>' if columns else rest
    )
    values["hyphenate"], values["align"] = ("true", "justify") if columns else ("false", "start")
    values["size"] = "10pt" if columns else "12pt"
    return Template((_TEMPLATES / "document.fodt").read_text(encoding="utf-8")).substitute(values)


def _blocks(parts: list[Part]) -> str:
    """`parts` as XML, items as nested lists."""
    whole, depth = [], 0
    for part in [*parts, Part("end", "")]:
        wanted = part.depth if part.kind == "list_item" else 0
        if depth and wanted <= depth:
            whole.append("</text:list-item>")
        while depth > wanted:
            depth -= 1
            whole.append("</text:list>" + ("</text:list-item>" if depth else ""))
        if wanted > depth:
            style = "" if depth else f' text:style-name="{"Tal" if part.number else "Punkter"}"'
            whole.append(f"<text:list{style}>")
            depth = wanted
        whole.append(_block(part))
    return "".join(whole)


def _block(part: Part) -> str:
    inner = "".join(_run(run) for run in runs(part.text))
    if part.kind == "heading":
        return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{inner}</text:h>'
    if part.kind == "list_item":
        return f'<text:list-item><text:p text:style-name="Text_20_body">{inner}</text:p>'
    if part.kind == "end":
        return ""
    return f'<text:p text:style-name="{_STYLES.get(part.kind, "Text_20_body")}">{inner}</text:p>'


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.address:
        return f'<text:a xlink:type="simple" xlink:href="{run.address}">{text}</text:a>'
    style = "Strong" if run.strong else "Emphasis" if run.emphasis else None
    return f'<text:span text:style-name="{style}">{text}</text:span>' if style else text
