"""Which format a file is in, by its bytes; a name can be wrong and is not asked."""

import re

from .decoding import UnreadableError, decode
from .formats.office.archives import kind_of_archive

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OTHER = (
    (b"{\\rtf", "an RTF file", "Save it as .docx or as plain text."),
    (b"\x89PNG", "a picture", "Save the words of the article as text."),
    (b"\xff\xd8\xff", "a picture", "Save the words of the article as text."),
    (b"GIF8", "a picture", "Save the words of the article as text."),
    (b"\x1f\x8b", "a packed file", "Unpack it here."),
    (b"PK\x05\x06", "an empty zip archive", "Put the article itself here."),
)
_HEADER_LINE = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):|[ \t]")
_MAIL_HEADERS = frozenset(
    {b"from", b"to", b"date", b"subject", b"mime-version", b"message-id", b"received", b"return-path", b"content-type"}
)
_SENT = frozenset({b"from", b"to", b"received", b"message-id", b"return-path"})
_HTML = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>|<!--.{0,3000}?-->|\s)*<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|header|div|p|h[1-6])"
    r"[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\b|\s*<(?:rss|feed|urlset|svg)\b", re.IGNORECASE)


def format_of(content: bytes) -> str:
    """pdf, docx, pptx, odt, mhtml, eml, html or text; UnreadableError for what is none of them."""
    if not content.strip():
        raise UnreadableError("empty", "The file is empty.")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_ZIP):
        return kind_of_archive(content)
    _refuse_others(content)
    return _message_format(content) or _markup_or_text(content)


def is_plain_text(content: bytes) -> bool:
    """Whether `content` is text, told without opening anything; UnreadableError for what is nothing that is read."""
    opened = content.startswith(_ZIP) or b"%PDF-" in content[:1024]
    return not opened and format_of(content) == "text"


def _refuse_others(content: bytes) -> None:
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise UnreadableError(
                "encrypted", "The Office file is protected by a password. Save it again without a password."
            )
        raise UnreadableError("unsupported", "The file is an old Office file. Save it as .docx, .pptx, .odt or PDF.")
    for signature, what, advice in _OTHER:
        if content.startswith(signature):
            raise UnreadableError("unsupported", f"The file is {what}, which is not read. {advice}")


def _headers(content: bytes) -> dict[bytes, bytes]:
    """The headers that `content` opens with, names in lower case; empty when it opens with something else."""
    found: dict[bytes, bytes] = {}
    name = b""
    for line in content[: 4 * _HEAD].replace(b"\r\n", b"\n").split(b"\n"):
        if not line:
            break
        match = _HEADER_LINE.match(line)
        if match is None:
            return {}
        name = match[1].lower() if match[1] else name
        found[name] = found.get(name, b"") + line
    return found


def _message_format(content: bytes) -> str | None:
    """`eml` for a mail, `mhtml` for a page that a browser saved, None for what is no message."""
    headers = _headers(content)
    known = headers.keys() & _MAIL_HEADERS
    if b"mime-version" not in known and not (b"from" in known and len(known) >= 3):
        return None
    saved = b"snapshot-content-location" in headers or b"<Saved by" in headers.get(b"from", b"")
    unsent = not known & _SENT and b"multipart/related" in headers.get(b"content-type", b"").lower()
    return "mhtml" if saved or unsent else "eml"


def _markup_or_text(content: bytes) -> str:
    opening = decode(content[: 16 * _HEAD], cut_off=len(content) > 16 * _HEAD)[0].lstrip("\ufeff \t\r\n")
    if _HTML.match(opening):
        return "html"
    if _XML.match(opening):
        raise UnreadableError("unsupported", "The file is an XML file, which is not read. Save the article itself.")
    return "text"
