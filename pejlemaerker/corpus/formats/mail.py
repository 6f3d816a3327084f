"""Mails (`.eml`): the subject is what the mail claims as its title, the day it was sent that of publication."""

import re
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from pejlemaerker.danish.organisations import organisations

from ..blocks import Block
from ..claims import Claims, Layout
from ..decoding import UnreadableError, decode
from ..markup import normalise
from ..titles import title_index
from .html.reading import read_message_page
from .mail_text import own_text, unflowed
from .mime import body, header, parsed, payload
from .text import read_text

_REPLY_MARKS = re.compile(r"\A(?:(?:re|sv|fw|fwd|vs)\s*:\s*)+", re.IGNORECASE)
_DESK = re.compile(r"[\s,|–-]*(?:(?:presse\w*|kommunikation\w*|nyheder|nyhedsbrev|info\w*)[\s,|–-]*)?", re.IGNORECASE)
_FEW_WORDS = 40
_LONGEST_SENDER = 300
_NO_TEXT = UnreadableError("no_text", "The mail has no text of its own. Save what is attached to it instead.")


def read_mail(content: bytes) -> tuple[Layout, str | None]:
    """Layout of a mail, and the encoding of its page (None where its plain text is read); UnreadableError when it has no text."""
    encoding: str | None = None
    message = parsed(content)
    claims = _claims(message)
    text, page = _text(body(message, "plain")), body(message, "html")
    if page is not None and payload(page).strip() and (len(text.split()) < _FEW_WORDS or _is_richer(page)):
        blocks, encoding = read_message_page(payload(page), page.get_content_charset())
    else:
        blocks = read_text(text)
    if not blocks:
        raise _NO_TEXT
    return Layout(_headed(claims, blocks), claims), encoding


def _text(part: EmailMessage | None) -> str:
    """The plain text of a mail, empty where there is none."""
    if part is None or not payload(part).strip():
        return ""
    text = normalise(decode(payload(part), part.get_content_charset())[0])
    if str(part.get_param("format") or "").lower() == "flowed":
        text = unflowed(text, delete_space=str(part.get_param("delsp") or "").lower() == "yes")
    return own_text(text)


def _is_richer(page: EmailMessage) -> bool:
    """Whether the page of a mail shows structure that its plain text cannot."""
    return re.search(rb"<(?:h[1-6]|li)[\s>]", payload(page), re.IGNORECASE) is not None


def _claims(message: EmailMessage) -> Claims:
    sent = _sent(header(message, "Date"))
    return Claims(
        title=_REPLY_MARKS.sub("", header(message, "Subject")) or None,
        publisher=_house(header(message, "From")[:_LONGEST_SENDER]),
        published=sent.date() if sent else None,
        published_precision="day" if sent else None,
    )


def _house(sender: str) -> str | None:
    """The organisation that a sender names alone or with its desk (`Presse, Y Kommune`), never a person."""
    try:
        name = parseaddr(sender)[0].strip()
    except (RecursionError, ValueError, IndexError):
        return None
    named = organisations(name)
    if len(named) != 1:
        return None
    rest = name[: named[0].start] + name[named[0].end :]
    return name[named[0].start : named[0].end] if _DESK.fullmatch(rest) else None


def _sent(stated: str) -> datetime | None:
    try:
        return parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _headed(claims: Claims, blocks: list[Block]) -> list[Block]:
    """`blocks` under the subject as headline, where the mail has none of its own."""
    title = claims.title
    if title is None or title_index(blocks, [None] * len(blocks), title) is not None:
        return blocks
    return [Block(title, "heading", level=1), *blocks]
