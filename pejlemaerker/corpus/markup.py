"""Taking marks of layout away: what editors, browsers and markdown put around words and inside lines."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x85]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
FRONT_MATTER = re.compile(
    r"\A\ufeff?\s*(?:---[ \t]*\n(?P<yaml>.{0,20000}?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.{0,20000}?)\n\+\+\+)"
    r"[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(r"(?:\s*|#[^\n]*\n)*[\w-]+[ \t]*[:=]")
_COMMENT = re.compile(r"<!--.{0,10000}?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\((?:https?:|mailto:|/|#)[^)\n]{0,500}\)")
_STRONG = re.compile(r"(?<![\w*])(\*{2,3}|_{2,3})(?=[^\s*_])|(?<=[^\s*_])(\*{2,3}|_{2,3})(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*\d])|(?<=[^\s*])\*(?![\w*])")
_UNDERLINE = re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,200})(?<=[^\s_])_(?!\w)")


def normalise(text: str) -> str:
    """`text` in Unicode NFC with plain line ends and spaces and without invisible characters."""
    text = _LINE_ENDS.sub("\n", text).replace("\f", "\n\n")
    text = _SURROGATE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def without_page_markup(text: str) -> str:
    """`text` without front matter, comments, pictures and the addresses of links."""
    matter = FRONT_MATTER.match(text)
    if matter is not None and _FIELD.match(matter["yaml"] or matter["toml"] or ""):
        text = text[matter.end() :]
    if "<!--" in text and "-->" in text:
        text = _COMMENT.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    return text


def plain(line: str) -> str:
    """`line` without marks of emphasis, white space folded."""
    if "*" in line or "_" in line:
        line = _UNDERLINE.sub(r"\1", _EMPHASIS.sub("", _STRONG.sub("", line)))
    return folded(line)


def folded(text: str) -> str:
    """`text` with each run of spaces made one, line ends kept."""
    return _SPACES.sub(" ", text).strip()
