"""What a block of the article itself is: lead, heading, paragraph or list item."""

import re

from ..blocks import Block
from .alone import SENTENCE_END, is_prose
from .marks import Marks, Zone

_ITEM = re.compile(r"[-–•]\s")


def mark_lead(blocks: list[Block], marks: Marks, title: int | None) -> None:
    """The lead is the first running text under the title, where more of it follows."""
    if title is None:
        return
    kinds = marks.kinds
    prose = [i for i in range(title + 1, len(blocks)) if is_prose(blocks[i]) and kinds[i] is None]
    between = [i for i in range(title + 1, prose[0]) if kinds[i] is None] if prose else []
    if (
        len(prose) >= 3
        and not between
        and len(blocks[prose[0]].text.split()) <= 80
        and not blocks[prose[0]].text.startswith(("-", "–"))
    ):
        marks.put(prose[0], "lead", "lead")


def zone(blocks: list[Block], marks: Marks, i: int) -> Zone:
    """The zone of block `i`, once all rules have spoken."""
    kind = marks.kinds[i]
    if kind is not None:
        return Zone(kind, marks.rules[i])
    kind = _content_kind(blocks, i)
    rule = f"shape.{kind}" if blocks[i].shape != "line" else "prose" if is_prose(blocks[i]) else f"line.{kind}"
    return Zone(kind, rule)


def _content_kind(blocks: list[Block], i: int) -> str:
    block = blocks[i]
    if block.shape != "line":
        return block.shape
    if i + 1 < len(blocks) and blocks[i + 1].shape == "list_item" and _announces(block.text):
        return "heading"
    return "heading" if _is_heading(blocks, i) else "paragraph"


def _announces(text: str) -> bool:
    """Whether a short line without a full stop stands right above a list."""
    return len(text.split()) <= 12 and not SENTENCE_END.search(text) and text[:1].isupper()


def _is_heading(blocks: list[Block], i: int) -> bool:
    """A short line without a full stop, with text of its own below it."""
    text = blocks[i].text
    words = text.split()
    followed = i + 1 < len(blocks) and (blocks[i + 1].shape != "heading")
    if _ITEM.match(text) or " | " in text or not followed or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text.isupper():
        return len(words) <= 16
    short = len(words) <= 12 and not re.search(
        r"[.!;,…][”“»\"’)]*$", text.rstrip(".") if text.endswith("....") else text
    )
    if text.endswith(":"):
        return short and blocks[i + 1].shape == "list_item"
    return short and (blocks[i].gap or i == 0 or not blocks[i + 1].gap) and len(blocks[i + 1].text) > len(text) * 0.8
