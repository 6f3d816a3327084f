"""What a block is by its own words and by the format it stands in, without its neighbours."""

import re

from ..blocks import Block
from ..byline import is_byline
from ..furniture import (
    is_caption,
    is_contact,
    is_contents,
    is_count,
    is_dateline,
    is_page_number,
    line_kind,
    opening_kind,
)

PROSE_WORDS = 12
SENTENCE_END = re.compile(r"[.!?…:][”“»«\"'’)\]]*$")
_CREDITS_WORDS = re.compile(r"(?i:tekst|af)\b")


def alone(block: Block) -> tuple[str | None, str]:
    """What a block is by the format it stands in or by its own words, when they leave no doubt; and the rule."""
    text = block.text
    words = len(text.split())
    if block.zone is not None:
        return block.zone, f"markup.{block.zone}"
    if is_page_number(text):
        return "navigation", "page_number"
    if is_contents(text):
        return "navigation", "contents"
    if block.shape != "list_item" and is_count(text):
        return "navigation", "count"
    if is_caption(text) and not (_CREDITS_WORDS.match(text) and is_byline(text)):
        return "caption", "credit"
    if words <= 8 and block.shape != "list_item" and (kind := line_kind(text)):
        return kind, "wording.line"
    if words <= 60 and block.shape != "list_item" and (kind := opening_kind(text)):
        return kind, "wording.opening"
    if is_contact(text):
        return "contact", "contact"
    dated = block.shape != "list_item" and is_dateline(text)
    return ("dateline", "dateline") if dated else (None, "")


def is_prose(block: Block) -> bool:
    """Whether a block reads as running text."""
    return block.shape == "line" and len(block.text.split()) >= PROSE_WORDS and bool(SENTENCE_END.search(block.text))
