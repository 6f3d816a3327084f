"""Blocks: the stretches of an article as its layout shows them, whatever the format they were read from.

A block says nothing of what its words mean; that is for `zones`. The clean text of an article is its blocks' words with
one line end between them, two where the layout has a gap.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pejlemaerker.danish.contacts import without_contacts


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its words, its `shape` (line, heading, list_item), `level`, list `marker`, and a `gap` before it.

    `level` is that of a heading or the depth of a list item, from 1. `marker` is the number or letter of an item without its
    mark, None for a bullet. `zone` is the segment kind that the format itself gives (a caption, a comment), None where only
    the words can tell. `char_start` and `char_end` are the place in the clean text (0-based, half-open, code points).
    """

    text: str
    shape: str = "line"
    level: int | None = None
    marker: str | None = None
    gap: bool = False
    zone: str | None = None
    char_start: int = 0
    char_end: int = 0


def placed(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` with contact details masked and with their places in the clean text that `clean_text` makes of them."""
    position = 0
    for i, block in enumerate(blocks):
        position += (2 if block.gap else 1) if i else 0
        text = without_contacts(block.text)
        yield replace(block, text=text, char_start=position, char_end=position + len(text))
        position += len(text)


def clean_text(blocks: list[Block]) -> str:
    """The article's text: the words of `blocks`, one or two line ends between them."""
    parts = [("\n\n" if block.gap else "\n") + block.text if i else block.text for i, block in enumerate(blocks)]
    return "".join(parts)
