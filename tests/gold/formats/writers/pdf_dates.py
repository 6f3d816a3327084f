"""PDF files that say the same in every run: dates of making and identifiers overwritten with others of their length."""

import re

_DATE = re.compile(rb"\(D:\d{14}(?:[^)]{0,12})\)")
_IDENTIFIER = re.compile(rb"(?<=/ID)\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]|(?<=/DocChecksum /)[0-9A-F]{32}")


def undated(content: bytes) -> bytes:
    """`content` with its dates and identifiers fixed; no offset in the file moves."""
    content = _DATE.sub(lambda found: found[0][:3] + b"20240314091200" + found[0][17:], content)
    return _IDENTIFIER.sub(lambda found: re.sub(rb"[0-9A-Fa-f]", b"0", found[0]), content)
