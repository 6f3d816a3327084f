"""Plain text in the encodings that are met, and markdown."""

from pathlib import Path

from .source import ADDRESS, ARTICLE, Part, words

_WINDOWS_LINE_ENDS = "artikel-windows-1252.txt"


def write_text(folder: Path) -> None:
    """The text files and the markdown file."""
    text = plain_text()
    spoilt = text.encode("utf-8").decode("cp1252")
    contents = {
        "artikel.txt": text.encode("utf-8"),
        "artikel-bom.txt": text.encode("utf-8-sig"),
        "artikel-utf16.txt": b"\xff\xfe" + text.encode("utf-16-le"),
        _WINDOWS_LINE_ENDS: text.replace("\n", "\r\n").encode("cp1252"),
        "artikel-latin-1.txt": text.encode("iso-8859-1"),
        "artikel-mojibake.txt": spoilt.encode("utf-8"),
        "artikel.md": markdown().encode("utf-8"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def plain_text() -> str:
    """The article as somebody types it: empty lines between paragraphs, list marks by hand."""
    return _joined([_typed(part, "{}", words(part.text)) for part in ARTICLE])


def markdown() -> str:
    """The article in markdown, with front matter such as site builders write."""
    marks = {"title": "# {}", "heading": "## {}", "byline": "*{}*", "lead": "**{}**"}
    front = f"---\nlayout: artikel\ncanonical: {ADDRESS}\n---\n\n"
    return front + _joined([_typed(part, marks.get(part.kind, "{}"), part.text) for part in ARTICLE])


def _typed(part: Part, mark: str, text: str) -> tuple[Part, str]:
    if part.kind != "list_item":
        return part, mark.format(text)
    return part, "  " * (part.depth - 1) + (f"{part.number}. " if part.number else "- ") + text


def _joined(lines: list[tuple[Part, str]]) -> str:
    """Lines with an empty one between them, except between the items of a list."""
    whole, before = "", ""
    for part, line in lines:
        gap = "\n" if part.kind == "list_item" == before else "\n\n"
        whole += (gap if whole else "") + line
        before = part.kind
    return whole + "\n"
