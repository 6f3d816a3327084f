"""Mails (`.eml`) and pages saved by a browser with all they need (`.mhtml`): both are MIME messages."""

import re
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from pejlemaerker.danish.organisations import organisations

from ..blocks import Block
from ..claims import Claims, Layout
from ..decoding import UnreadableError, decode
from ..markup import normalise
from ..titles import title_index
from ..web_addresses import canonical
from .html.reading import message_blocks, read_html
from .text import read_text

_BROKEN = UnreadableError("broken", "The message is damaged. Save it anew.")
_QUOTED_REPLY = re.compile(r"(?:>|-{3,} ?(?:Oprindelig|Videresendt|Original|Forwarded)\b)")
_SIGNATURE = "-- "
_REPLY_MARKS = re.compile(r"(?:(?:re|sv|fw|fwd|vs)\s*:\s*)+", re.IGNORECASE)
_DESK = re.compile(r"[\s,|–-]*(?:(?:presse\w*|kommunikation\w*|nyheder|nyhedsbrev|info\w*)[\s,|–-]*)?", re.IGNORECASE)
_FEW_WORDS = 40


def read_saved_page(content: bytes) -> tuple[Layout, str]:
    """Layout of the page in an MHTML file, and its encoding. UnreadableError when there is no page in it."""
    message = _parsed(content)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            layout, encoding = read_html(_bytes(part), part.get_content_charset())
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
            claims = layout.claims
            if claims.url is None and (saved := canonical(str(address or ""))):
                claims = replace(claims, url=saved)
            return Layout(layout.blocks, claims), encoding
    raise UnreadableError("no_text", "No web page is in the file. Save the page anew.")


def read_mail(content: bytes) -> tuple[Layout, str]:
    """Layout of a mail, and the encoding of its text. Its subject is the title, its date that of publication."""
    message = _parsed(content)
    text, page = _body(message, "plain"), _body(message, "html")
    if text is None and page is None:
        raise UnreadableError("no_text", "The mail has no text of its own. Save what is attached to it instead.")
    claims = _claims(message)
    words = len(decoded.split()) if (decoded := _text(text)) else 0
    if page is not None and (words < _FEW_WORDS or _is_richer(page)):
        return Layout(_headed(claims, message_blocks(_bytes(page), page.get_content_charset()).blocks), claims), "html"
    return Layout(_headed(claims, read_text(decoded or "")), claims), "text"


def _parsed(content: bytes) -> EmailMessage:
    try:
        message = message_from_bytes(content, policy=policy.default)
    except (MessageError, ValueError, LookupError, IndexError, AttributeError):
        raise _BROKEN from None
    return message


def _body(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        part = message.get_body((kind,))
    except (MessageError, ValueError, LookupError, AttributeError):
        raise _BROKEN from None
    return part if isinstance(part, EmailMessage) else None


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage | None) -> str | None:
    """The plain text of a mail without signature and quoted replies, the lines that `format=flowed` parted joined."""
    if part is None or not _bytes(part).strip():
        return None
    text, _ = decode(_bytes(part), part.get_content_charset())
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    kept: list[str] = []
    for line in normalise(text).split("\n"):
        if line == _SIGNATURE or _QUOTED_REPLY.match(line):
            break
        if flowed and kept and kept[-1].endswith(" ") and line.strip():
            kept[-1] += line
        else:
            kept.append(line)
    return "\n".join(kept)


def _is_richer(page: EmailMessage) -> bool:
    """Whether the page of a mail shows structure that its plain text cannot."""
    return re.search(rb"<(?:h[1-6]|li)[\s>]", _bytes(page), re.IGNORECASE) is not None


def _claims(message: EmailMessage) -> Claims:
    sent = _sent(message)
    subject = _REPLY_MARKS.sub("", " ".join(str(message.get("Subject") or "").split()))
    sender = parseaddr(str(message.get("From") or ""))[0].strip()
    return Claims(
        title=subject or None,
        publisher=_house(sender),
        published=sent.date() if sent else None,
        published_precision="day" if sent else None,
    )


def _house(sender: str) -> str | None:
    """The organisation that `sender` names alone or with its desk (`Presse, Y Kommune`), never a person."""
    named = organisations(sender)
    if len(named) != 1:
        return None
    rest = sender[: named[0].start] + sender[named[0].end :]
    return sender[named[0].start : named[0].end] if _DESK.fullmatch(rest) else None


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, IndexError):
        return None


def _headed(claims: Claims, blocks: list[Block]) -> list[Block]:
    """`blocks` under the subject as headline, where the mail has none of its own."""
    title = claims.title
    if title is None or title_index(blocks, [None] * len(blocks), title) is not None:
        return blocks
    return [Block(title, "heading", level=1), *blocks]
