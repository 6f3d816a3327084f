"""The article as HTML: the text alone, the page of a news site, an old page laid out with tables, a page for print."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

from .source import ADDRESS, ARTICLE, AUTHOR, BODY, DATE, ISO_DATE, LEAD, PUBLISHER, TITLE, Part, Run, runs

_TEMPLATES = Path(__file__).parent / "templates"


def write_html(folder: Path) -> None:
    """The page of a news site and the old page."""
    (folder / "artikel.html").write_text(page(), encoding="utf-8")
    (folder / "artikel-gammel.htm").write_text(old_page(), encoding="cp1252", newline="\r\n")


def page() -> str:
    """A news site's page: menu, cookies, buttons to share, teasers, comments and a footer around the article."""
    above = BODY.index(next(part for part in BODY if part.kind == "heading"))
    return _filled("page.html", opening=body(BODY[:above]), rest=body(BODY[above:]))


def old_page() -> str:
    """A page of the table age: no headings, no paragraphs that close, nested lists beside their item."""
    return _filled("old.htm", body=_blocks(BODY, _old_block, _old_run, "\n").rstrip())


def print_page() -> str:
    """A page that holds nothing but the article, for a browser to print."""
    return _filled("print.html", body=body(BODY))


def mail_page() -> str:
    """The article as a newsletter's HTML part."""
    return _filled("mail.html", body=body(BODY))


def body(parts: list[Part]) -> str:
    """`parts` as elements, nested lists inside their item."""
    return _blocks(parts, _block, _run, "")


def _filled(name: str, **parts: str) -> str:
    values = {"title": TITLE, "lead": LEAD, "author": AUTHOR, "date": DATE, "iso_date": ISO_DATE}
    values |= {"publisher": PUBLISHER, "address": ADDRESS}
    return Template((_TEMPLATES / name).read_text(encoding="utf-8")).substitute(values, **parts)


def _blocks(parts: list[Part], block: Callable[[Part, str], str], run: Callable[[Run], str], end: str) -> str:
    """`parts` as HTML; `end` is the end of an item (`</li>`, or nothing where nobody closed them)."""
    whole, depth, tag = [], 0, "ul"
    closing = "" if end else "</li>"
    for part in [*parts, Part("end", "")]:
        wanted = part.depth if part.kind == "list_item" else 0
        if depth and wanted <= depth:
            whole.append(closing)
        while depth > wanted:
            depth -= 1
            whole.append(f"</{tag}>" + (closing if depth else "\n"))
        if wanted > depth:
            tag = "ol" if part.number else "ul"
            depth = wanted
            whole.append(f"\n<{tag}>")
        whole.append(block(part, "".join(run(item) for item in runs(part.text))))
    return "".join(whole)


def _block(part: Part, inner: str) -> str:
    shapes = {"heading": "<h2>{}</h2>\n", "paragraph": "<p>{}</p>\n", "list_item": "\n<li>{}", "end": ""}
    return shapes[part.kind].format(inner)


def _old_block(part: Part, inner: str) -> str:
    font = '<FONT FACE="Verdana" SIZE="{}">'
    shapes = {
        "heading": f"<P><B>{font.format(3)}{{}}</FONT></B>\n",
        "paragraph": f"<P>{font.format(2)}{{}}</FONT>\n",
        "list_item": f"\n<LI>{font.format(2)}{{}}</FONT>",
        "end": "",
    }
    return shapes[part.kind].format(inner)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.address:
        return f'<a href="{run.address}">{text}</a>'
    return f"<strong>{text}</strong>" if run.strong else f"<em>{text}</em>" if run.emphasis else text


def _old_run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("»", "&raquo;").replace("«", "&laquo;")
    if run.address:
        return f'<A HREF="{run.address}">{text}</A>'
    return f"<B>{text}</B>" if run.strong else f"<I>{text}</I>" if run.emphasis else text


assert [part.kind for part in ARTICLE[:4]] == [
    "title",
    "lead",
    "byline",
    "dateline",
]  # what the templates show above it
