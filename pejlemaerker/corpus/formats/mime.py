"""MIME messages: parsing them, and the bytes of their parts. What is in a mail or a saved page is for `mail` and `saved_page`."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from ..decoding import UnreadableError

_FAULTS = (MessageError, ValueError, LookupError, AttributeError, TypeError, OverflowError, RecursionError)


def parsed(content: bytes) -> EmailMessage:
    """The message in `content`; UnreadableError when it is damaged."""
    try:
        return message_from_bytes(content, policy=policy.default)
    except _FAULTS:
        raise _broken() from None


def body(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The part that is the message itself, as `plain` text or as `html`; None when there is none."""
    try:
        part = message.get_body((kind,))
    except _FAULTS:
        raise _broken() from None
    return part if isinstance(part, EmailMessage) else None


def payload(part: EmailMessage) -> bytes:
    """The bytes of a part, its transfer encoding undone; UnreadableError when that cannot be done."""
    try:
        found = part.get_payload(decode=True)
        coded = header(part, "Content-Transfer-Encoding").lower() == "base64"
        raw = str(part.get_payload()).encode("utf-8", "replace") if coded else b""
    except _FAULTS:
        raise _broken() from None
    if not isinstance(found, bytes):
        return b""
    if coded and found.strip() and found.split() == raw.split():
        raise _broken()  # what cannot be decoded comes back as it was
    return found


def header(message: EmailMessage, name: str) -> str:
    """A header in one line, decoded; empty when it is missing or damaged."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except _FAULTS:
        return ""


def _broken() -> UnreadableError:
    return UnreadableError("broken", "The message is damaged. Save it anew.")
