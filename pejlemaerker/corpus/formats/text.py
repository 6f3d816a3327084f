"""Plain text and markdown: lines, headings and list items; lines that only the width of a page had parted are joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..blocks import Block
from ..markup import normalise, plain, without_page_markup
from ..typed_marks import marked, settled
from ..wrapping import wrap_width

_HEADING = re.compile(r"(#{1,6}) +(.+?) *#*$")
_HARD_SPACES = re.compile(r"[\t\u00a0\u2002-\u200a\u202f]+")
_RULE = re.compile(r"(?:[-*_=~] ?){3,}$|\|?[ :|-]*-{3}[ :|-]*\|?$")
_QUOTED = re.compile(r"(?:> ?)+")
_FENCE = "```"
_END_MARKS = '.!?:;”»"…'


def read_text(text: str) -> list[Block]:
    """Blocks of `text` in reading order."""
    lines = without_page_markup(normalise(text)).split("\n")
    return list(settled(_join(list(_lines(lines)), wrap_width(lines))))


@dataclass(frozen=True, slots=True)
class _Line:
    block: Block
    width: int
    open_emphasis: bool


def _lines(lines: list[str]) -> Iterator[_Line]:
    gap = False
    for raw, following in zip(lines, [*lines[1:], ""], strict=True):
        line = _HARD_SPACES.sub(" ", raw.strip())
        if not line or line.startswith(_FENCE) or _RULE.match(line):
            gap = True
            continue
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        line = _QUOTED.sub("", line, count=1) if line.startswith(">") else line
        block = _shaped(line, indent, following)
        if block.text:
            yield _Line(replace(block, gap=gap), len(raw.rstrip()), line.count("**") % 2 == 1)
            gap = False


def _shaped(line: str, indent: int, following: str) -> Block:
    if match := _HEADING.match(line):
        return Block(plain(match[2]), "heading", level=len(match[1]))
    if line.startswith("|") and line.endswith("|"):
        return Block(" | ".join(cell.strip() for cell in plain(line).strip("|").split("|")))
    block = marked(line, following, 1 + indent // 2 if indent > 1 else 1 + indent)
    return replace(block, text=plain(block.text))


def _join(lines: list[_Line], width: int | None) -> list[Block]:
    """Blocks of `lines`, those put together that only the width of a page had parted."""
    blocks: list[Block] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and _continues(before, line, width):
            blocks[-1] = replace(blocks[-1], text=_glued(blocks[-1].text, line.block.text))
        else:
            blocks.append(line.block)
        before = line
    return blocks


def _continues(before: _Line, line: _Line, width: int | None) -> bool:
    text = line.block.text
    if line.block.gap or line.block.shape != "line" or before.block.shape == "heading":
        return False
    if before.open_emphasis:
        return True
    first_word = text.split(" ", 1)[0]
    if width is not None and before.width + 1 + len(first_word) > width:
        return True
    return text[0].islower() and before.width >= 40 and before.block.text[-1] not in _END_MARKS


def _glued(left: str, right: str) -> str:
    hyphenated = left.endswith("-") and len(left) > 1 and left[-2].islower() and right[0].islower()
    if hyphenated and right.split(" ", 1)[0] not in ("og", "eller", "samt"):
        return plain(left[:-1].replace("**", "") + right)
    return plain(f"{left} {right}")
