"""From the text of a paragraph in a word processor's file to blocks: white space, line breaks, gaps."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...blocks import Block
from ...claims import Layout
from ...decoding import UnreadableError
from ...markup import normalise

_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


def folded(text: str) -> str:
    """`text` on one line, its white space folded."""
    return " ".join(normalise(text).translate(_HYPHENS).split())


def paragraph(text: str, like: Block) -> list[Block]:
    """The blocks of a paragraph that is shaped as `like`, one for each line; none when it holds no words.

    `text` has a line end for each line break. A heading is one block however many lines it is set on.
    """
    lines = [line for part in normalise(text).split("\n") if (line := folded(part))]
    if not lines:
        return []
    if like.shape == "heading":
        return [replace(like, text=" ".join(lines), gap=True)]
    rest = [Block(line, gap=False, zone=like.zone) for line in lines[1:]]
    return [replace(like, text=lines[0], gap=True), *rest]


def items_together(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` in which items that follow each other have no gap between them."""
    in_list = False
    for block in blocks:
        is_item = block.shape == "list_item"
        yield replace(block, gap=False) if is_item and in_list else block
        in_list = is_item or (in_list and not block.gap)


def layout(blocks: list[Block], what: str) -> Layout:
    """The layout of a whole file; UnreadableError (no_text) when it holds no words. `what` names the format."""
    if not any(char.isalnum() for block in blocks for char in block.text):
        raise UnreadableError("no_text", f"The {what} holds no words. If its text is in pictures, save it as text.")
    return Layout(blocks)
