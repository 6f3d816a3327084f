"""Makes small Office and OpenDocument files from the XML that a test is about."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_SCHEMAS = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_SCHEMAS}/officeDocument/2006/relationships"
_WORD = (
    f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{_RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
    )
)  # fmt: skip


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip archive of `members`."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(**targets: str) -> str:
    """A part of relationships: kind and target."""
    entries = (
        f'<Relationship Id="{kind}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{"".join(entries)}</Relationships>'


def docx(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A Word file with this body, these styles and these lists."""
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relations(styles="styles.xml", numbering="numbering.xml"),
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {_WORD}>{numbering}</w:numbering>",
        }
    )


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of a Word file; `text` that begins with a tag is taken as its XML."""
    inner = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(name: str, based_on: str = "", properties: str = "") -> str:
    """A paragraph style of a Word file; its id is its name without spaces."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    identifier = name.replace(" ", "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def odt(body: str, automatic: str = "", styles: str = "", **more: str) -> bytes:
    """An OpenDocument text file with this body, these automatic styles and these styles; further members by name."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": f"<office:document-styles {_ODF}><office:styles>{styles}</office:styles></office:document-styles>",
            **more,
        }
    )


def written(blocks: list[object]) -> list[str]:
    """Blocks as short lines: `H1 words`, `* words`, `2.a words`; a line that a break has made begins with `+`."""
    return [_line(block) for block in blocks]


def _line(block: object) -> str:
    text, shape, level = block.text, block.shape, block.level
    if shape == "heading":
        return f"H{level} {text}"
    if shape == "list_item":
        return f"{'*' * level}{block.marker or ''} {text}"
    return ("" if block.gap else "+ ") + (f"[{block.zone}] " if block.zone else "") + text
