"""From bytes to characters, or a reason why there are none."""

import codecs
import re

_UNICODE_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# UTF-8 that was read as Latin-1 or Windows-1252 and saved again: `Ã¦`, `Ã˜`, `â€œ`. Where there is none of these letters, what
# looks like it (`Â»`) may have been meant.
_MISREAD = re.compile(r"Ã[¦¸¥†˜…©¼¶¤¨\u0086\u0098\u0085]|â(?:€|\u0080)[^\w\s]")
_READ_TWICE = re.compile(r"Ã[\u0080-\u00bf˜†…Š‰]|â(?:€|\u0080)|Â[\u00a0-\u00bf]")
_NOT_TEXT = "The file holds binary data, not text. Save the article as text, a web page, PDF or an Office file."


class UnreadableError(ValueError):
    """A file that gives no text: `code` is one of the codes of the table `skipped`, `reason` says what to do."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def decode(content: bytes, declared: str | None = None, *, cut_off: bool = False) -> tuple[str, str]:
    """The characters of `content` and the encoding they were read in; raises UnreadableError when it is no text.

    `declared` is the encoding that a container (a mail, a web page) gives; it is believed when the bytes bear it out.
    `cut_off` allows a last character that was cut in two.
    """
    for mark, encoding in _UNICODE_MARKS:
        if content.startswith(mark):
            return _checked(_mended(_strict(content, encoding, cut_off=cut_off))), encoding
    if (codec := _known(declared)) and codec.startswith("utf-16") and (text := _read(content, codec, cut_off=cut_off)):
        return _checked(text), codec
    if b"\x00" in content[:100_000]:
        raise UnreadableError("binary", _NOT_TEXT)
    for codec in (_known(declared), "utf-8"):
        if codec is not None and (text := _read(content, codec, cut_off=cut_off)) is not None:
            return _checked(_mended(text)), codec
    return _checked(_mended(_windows(content))), "windows-1252"


def declared_charset(content: bytes) -> str | None:
    """The encoding that a web page says it is in."""
    match = _CHARSET.search(content[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _known(name: str | None) -> str | None:
    """The name of the codec to read `name` with; Latin-1 is read as its superset, as browsers do."""
    try:
        found = codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
    if found in ("iso8859-1", "ascii", "cp1252"):
        return None  # read below, where UTF-8 in disguise is told first
    return found if found is None or found.startswith(("utf", "iso", "cp", "mac", "koi")) else None


def _read(content: bytes, encoding: str, *, cut_off: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(content, final=not cut_off)
    except UnicodeError:
        return None


def _strict(content: bytes, encoding: str, *, cut_off: bool) -> str:
    text = _read(content, encoding, cut_off=cut_off)
    if text is None:
        raise UnreadableError("encoding", f"The file says that it is {encoding}, but not all of it is. Save it anew.")
    return text


def _windows(content: bytes) -> str:
    # Windows-1252 leaves five bytes undefined; as control characters of Latin-1 they count against the text below.
    return content.decode("cp1252", errors="replace") if b"\x81" not in content else content.decode("latin-1")


def _mended(text: str) -> str:
    """`text` with the lines put right that were read in the wrong encoding once."""
    if not _MISREAD.search(text):
        return text
    from ftfy import fix_encoding  # takes a moment to load, and few texts need it

    lines = text.split("\n")
    return "\n".join(fix_encoding(line) if _READ_TWICE.search(line) else line for line in lines)


# Control characters but for those that part lines and words, and the mark of bytes that could not be read.
_STRANGE = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\ufffd]")


def _checked(text: str) -> str:
    """`text` if it reads as text: few control characters, and something besides white space."""
    sample = text[:100_000]
    if len(_STRANGE.findall(sample)) > len(sample) * 0.01 + 1:
        raise UnreadableError("binary", _NOT_TEXT)
    if not text.strip().strip("\ufeff"):
        raise UnreadableError("empty", "The file holds nothing but white space.")
    return text
