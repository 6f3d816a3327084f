"""Pages that a browser saved with all they need (`.mhtml`)."""

from dataclasses import replace

from ..claims import Layout
from ..decoding import UnreadableError
from ..web_addresses import canonical
from .html.reading import read_html
from .mime import header, parsed, payload


def read_saved_page(content: bytes) -> tuple[Layout, str]:
    """Layout of the page in an MHTML file, and its encoding. UnreadableError when there is no page in it."""
    message = parsed(content)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            layout, encoding = read_html(payload(part), part.get_content_charset())
            saved = canonical(header(message, "Snapshot-Content-Location") or header(part, "Content-Location"))
            claims = replace(layout.claims, url=layout.claims.url or saved)
            return Layout(layout.blocks, claims), encoding
    raise UnreadableError("no_text", "No web page is in the file. Save the page anew.")
