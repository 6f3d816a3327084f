"""Plain text and markdown cut into blocks: lines, headings and list items, as the layout shows them.

A block says nothing of what its words mean; that is for `zones`. The clean text of an article is its blocks' words with
one line end between them, two where the layout has a gap.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pejlemaerker.danish.dates import MONTH_NAME
from pejlemaerker.danish.reporting import has_reporting_clause

from .markup import mask_contacts, normalise, plain, without_page_markup
from .wrapping import wrap_width

_HEADING = re.compile(r"(#{1,6}) +(.+?) *#*$")
_BULLET = re.compile(r"(?:[-*•◆●▪■○◦·–—▸►✓➢‣]|\uf0b7)(?: +[◆●▪■○◦▸►✓➢‣])? +(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-ZæøåÆØÅ](?=\)))[.)] +(?=[^\W_\d]|[*_”»\"'“(\[])")
_DATE = re.compile(rf"(?i:{MONTH_NAME}|(?:kvartal|halvår)\b)")
_LOWER = re.compile(r"[a-zæøå]")
_COUNTED = re.compile(r"\s*(\d{1,3})\. ")
_HARD_SPACES = re.compile(r"[\t\u00a0\u2002-\u200a\u202f]+")
_RULE = re.compile(r"(?:[-*_=~] ?){3,}$|\|?[ :|-]*-{3}[ :|-]*\|?$")
_QUOTED = re.compile(r"(?:> ?)+")
_FENCE = "```"
_DASH = re.compile(r"[-–—] *(?=\S)")
_END_MARKS = '.!?:;”»"…'


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its words, its `shape` (line, heading, list_item), `level`, list `marker`, and a `gap` before it.

    `char_start` and `char_end` are its place in the clean text (0-based, half-open, code points).
    """

    text: str
    shape: str = "line"
    level: int | None = None
    marker: str | None = None
    gap: bool = False
    char_start: int = 0
    char_end: int = 0


def read_blocks(text: str) -> list[Block]:
    """Blocks of `text` in reading order, with their places in the clean text that `clean_text` makes of them."""
    lines = without_page_markup(normalise(text)).split("\n")
    joined = _join(list(_lines(lines)), wrap_width(lines))
    return list(_placed(_dashes_as_quotes(joined)))


def clean_text(blocks: list[Block]) -> str:
    """The article's text: the words of `blocks`, one or two line ends between them."""
    parts = [("\n\n" if block.gap else "\n") + block.text if i else block.text for i, block in enumerate(blocks)]
    return "".join(parts)


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
    depth = 1 + indent // 2 if indent > 1 else 1 + indent
    if match := _HEADING.match(line):
        return Block(plain(match[2]), "heading", level=len(match[1]))
    if match := _BULLET.match(line):
        return Block(plain(line), "bullet", level=depth)
    if (match := _NUMBER.match(line)) and _is_item(line, match, following):
        return Block(plain(line[match.end() :]), "list_item", level=depth, marker=match[1])
    if line.startswith("|") and line.endswith("|"):
        return Block(" | ".join(cell.strip() for cell in plain(line).strip("|").split("|")))
    return Block(plain(line))


def _is_item(line: str, match: re.Match[str], following: str) -> bool:
    """Whether a number opens an item, and no date (`3. maj`) and no sentence that goes on (`2. runde begynder`)."""
    if _DATE.match(line, match.end()):
        return False
    if ")" in match[0] or not _LOWER.match(line, match.end()):
        return True
    next_one = _COUNTED.match(following)
    counts_on = next_one is not None and match[1].isdigit() and int(next_one[1]) == int(match[1]) + 1
    return counts_on or (
        match[1].isdigit() and int(match[1]) > 1 and line.endswith(tuple(".;,")) is False and len(line.split()) <= 8
    )


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


def _dashes_as_quotes(blocks: list[Block]) -> Iterator[Block]:
    """A line that opens with a dash is an utterance where it reports speech, else an item of a list."""
    for i, block in enumerate(blocks):
        if block.shape != "bullet":
            yield block
        elif _DASH.match(block.text) and _is_utterance(blocks, i):
            yield replace(block, shape="line", level=None)
        else:
            yield replace(block, shape="list_item", text=_BULLET.sub("", block.text, count=1))


def _is_utterance(blocks: list[Block], i: int) -> bool:
    text = blocks[i].text
    if has_reporting_clause(text):
        return True
    alone = blocks[i].gap and (i + 1 == len(blocks) or blocks[i + 1].gap)
    sentence = len(text.split()) >= 5 and text[-1] in ".!?…" and _first_letter(text).isupper()
    return alone and sentence and any(has_reporting_clause(other.text) for other in blocks if other.shape == "bullet")


def _first_letter(text: str) -> str:
    return next((char for char in text if char.isalpha()), " ")


def _placed(blocks: Iterator[Block]) -> Iterator[Block]:
    position = 0
    for i, block in enumerate(blocks):
        position += (2 if block.gap else 1) if i else 0
        text = mask_contacts(block.text)
        yield replace(block, text=text, char_start=position, char_end=position + len(text))
        position += len(text)
