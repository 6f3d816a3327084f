"""List marks that somebody typed at the start of a line (`•`, `-`, `1.`, `a)`), in whatever format.

A dash may open an utterance as well as an item; which of them is told by the words behind it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pejlemaerker.danish.dates import MONTH_NAME
from pejlemaerker.danish.reporting import has_reporting_clause

from .blocks import Block

_BULLET = re.compile(r"(?:[-*•◆●▪■○◦·–—▸►✓➢‣]|\uf0b7)(?: +[◆●▪■○◦▸►✓➢‣])? +(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3}|[a-zA-ZæøåÆØÅ](?=\)))[.)] +(?=[^\W_\d]|[*_”»\"'“(\[])")
_NUMBER_CELL = re.compile(r"(\d{1,2})[.)] \| (?=\S)")  # mails put lists into tables
_DATE = re.compile(rf"(?i:{MONTH_NAME}|(?:kvartal|halvår)\b)")
_SAYS = re.compile(r"\b(?:siger|sagde|udtaler|fortæller|skriver|tilføjer|fortsætter|uddyber)(?:\s[\w.-]+){0,8}:$")
_MOST_SAID = 8
_LOWER = re.compile(r"[a-zæøå]")
_COUNTED = re.compile(r"\s*(\d{1,3})\. ")
_DASH = re.compile(r"[-–—] *(?=\S)")


def marked(line: str, following: str, depth: int = 1) -> Block:
    """`line` as a block: an item when a number opens it, of the shape `bullet` when a mark does (see `settled`)."""
    if (match := _NUMBER_CELL.match(line)) and line.count(" | ") == 1:
        return Block(line[match.end() :], "list_item", level=depth, marker=match[1])
    if _BULLET.match(line):
        return Block(line, "bullet", level=depth)
    if (match := _NUMBER.match(line)) and _is_item(line, match, following):
        return Block(line[match.end() :], "list_item", level=depth, marker=match[1])
    return Block(line)


def settled(blocks: list[Block]) -> Iterator[Block]:
    """`blocks` in which each `bullet` is a line when it is an utterance (`- Vi skal handle, siger …`), else a list item."""
    for i, block in enumerate(blocks):
        if block.shape != "bullet":
            yield block
        elif _DASH.match(block.text) and _is_utterance(blocks, i):
            yield replace(block, shape="line", level=None)
        else:
            yield replace(block, shape="list_item", text=_BULLET.sub("", block.text, count=1))


def with_typed_marks(blocks: Iterable[Block]) -> list[Block]:
    """`blocks` of a format with lists of its own, in which lines that open with a typed mark are items too."""
    whole = list(blocks)
    found = []
    for block, following in zip(whole, [*whole[1:], Block("")], strict=True):
        typed = marked(block.text, following.text) if block.shape == "line" and block.zone is None else block
        found.append(replace(typed, gap=block.gap))
    return list(settled(found))


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


def _is_utterance(blocks: list[Block], i: int) -> bool:
    text = blocks[i].text
    if has_reporting_clause(text) or _is_announced(blocks, i):
        return True
    beside = [other for other in (blocks[i - 1 : i] + blocks[i + 1 : i + 2]) if other.shape == "bullet"]
    alone = not beside or (blocks[i].gap and (i + 1 == len(blocks) or blocks[i + 1].gap))
    among = bool(beside) and all(has_reporting_clause(other.text) for other in beside)
    if not (alone or among) or not _first_letter(text).isupper():
        return False
    spoken = sum(1 for other in blocks if other.shape == "bullet" and has_reporting_clause(other.text))
    ended, size = text.rstrip("”“»«\"’'")[-1:] in tuple(".!?…"), len(text.split())
    # An article that leads its speech by dashes, twice at least, also does so for a few words and for words without a full stop.
    return (ended and size >= (3 if spoken > 1 else 5) and spoken > 0) or (size >= 8 and spoken > 1)


def _is_announced(blocks: list[Block], i: int) -> bool:
    """Whether the line before this and the bullets around it ends in `X siger:`."""
    lead = next((other.text for other in reversed(blocks[:i][-_MOST_SAID:]) if other.shape != "bullet"), "")
    return _SAYS.search(lead) is not None and len(blocks[i].text.split()) >= 5


def _first_letter(text: str) -> str:
    return next((char for char in text if char.isalpha()), " ")
