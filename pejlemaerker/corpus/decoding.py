"""From bytes to characters, or a reason why there are none."""

import unicodedata

MAX_BYTES = 100_000_000

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_UNICODE_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HTML = ("<!doctype html", "<html")


class UnreadableError(ValueError):
    """A file that gives no text: `code` is one of the codes of the table `skipped`, `reason` says what to do."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def decode(content: bytes) -> tuple[str, str]:
    """The characters of `content` and the encoding they were read in; raises UnreadableError when it is no text."""
    _refuse_formats(content)
    for mark, encoding in _UNICODE_MARKS:
        if content.startswith(mark):
            return _checked(_strict(content, encoding)), encoding
    if b"\x00" in content[:100_000]:
        raise UnreadableError("binary", "The file holds binary data, not text. Save the article as plain text.")
    try:
        return _checked(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _checked(_windows(content)), "windows-1252"


def _refuse_formats(content: bytes) -> None:
    if not content.strip():
        raise UnreadableError("empty", "The file is empty.")
    if len(content) > MAX_BYTES:
        raise UnreadableError(
            "too_large", f"The file is larger than {MAX_BYTES // 1_000_000} MB. Split it into articles."
        )
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadableError("unsupported", f"The file is {what}, which is not read yet. Save it as plain text.")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "encoding", f"The file says that it is {encoding}, but byte {error.start} is not."
        ) from None


def _windows(content: bytes) -> str:
    # Windows-1252 leaves five bytes undefined; as control characters of Latin-1 they count against the text below.
    return content.decode("cp1252", errors="replace") if b"\x81" not in content else content.decode("latin-1")


def _checked(text: str) -> str:
    """`text` if it reads as text: few control characters, and something besides white space."""
    sample = text[:100_000]
    if sample[:1000].lstrip("\ufeff \t\r\n").lower().startswith(_HTML):
        raise UnreadableError("unsupported", "The file is a web page, which is not read yet. Save it as plain text.")
    strange = sum(
        1 for char in sample if char == "\ufffd" or (unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v")
    )
    if strange > len(sample) * 0.01 + 1:
        raise UnreadableError("binary", "The file holds binary data, not text. Save the article as plain text.")
    if not text.strip().strip("\ufeff"):
        raise UnreadableError("empty", "The file holds nothing but white space.")
    return text
