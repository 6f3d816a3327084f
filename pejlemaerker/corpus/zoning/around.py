"""What stands around an article: lines above it, sections of furniture, what follows on its end, contacts, lines of the house."""

import re
from collections.abc import Collection
from functools import cache

from pejlemaerker.danish.lexicon import rows

from ..blocks import Block
from ..byline import is_name_line
from ..furniture import heading_kind, is_thread
from .alone import SENTENCE_END, is_prose
from .marks import Marks

_HEADLINE = 14  # words
# A line of a box of facts: `Anlæg: 131 mio. kr.`
_FACT = re.compile(r"[^:]{3,70}:\s[^:]{0,30}?\d[^:]{0,40}$")
_HEAD = 4  # lines below the headline
_TAIL = re.compile(r"(?i:forrige|næste|tidligere)\s(?:artikel|indlæg|nyhed)\b")


def mark_top(blocks: list[Block], marks: Marks, title: int | None) -> None:
    """Short lines above the title are the page's, not the article's."""
    for i in range(title or 0):
        if marks.kinds[i] is None and not is_prose(blocks[i]):
            marks.put(i, "navigation", "above_title")


def mark_sections(blocks: list[Block], marks: Marks, title: int) -> None:
    """A heading such as `Læs også` or `Kontakt` opens a section of furniture, which ends where prose begins."""
    kinds = marks.kinds
    open_kind: str | None = None
    for i, block in enumerate(blocks):
        opened = heading_kind(block.text) if i > title and len(block.text.split()) <= 8 else None
        if opened:
            # Comments may be linked to from the top of an article; where they begin is for `mark_tail`.
            open_kind = None if opened == "comment" else opened
            marks.put(i, opened, "wording.heading")
        elif (
            (
                (open_kind == "contact" or block.text.endswith("?"))
                and block.gap
                and kinds[i] is None
                and _opens_prose(blocks, i)
            )
            or block.shape == "heading"
            or (is_prose(block) and kinds[i] is None)
        ):
            open_kind = None
        elif open_kind and kinds[i] is None and len(block.text.split()) <= 20:
            marks.put(i, open_kind, "section")


def _opens_prose(blocks: list[Block], i: int) -> bool:
    return i + 1 < len(blocks) and is_prose(blocks[i + 1]) and len(blocks[i].text.split()) >= 2


def mark_tail(blocks: list[Block], marks: Marks) -> None:
    """Comments and links to the neighbouring articles end the article: what follows belongs to the page.

    A link to the comments at the top of an article does not: behind it most of the running text is still to come.
    """
    kinds = marks.kinds
    prose = [is_prose(block) and kinds[i] is None for i, block in enumerate(blocks)]
    whole, before = sum(prose), 0
    for i, block in enumerate(blocks):
        comments = kinds[i] == "comment"
        if comments or _TAIL.match(block.text):
            thread = comments and before >= 1 and is_thread([other.text for other in blocks[i + 1 :]])
            if thread or before >= max(3, whole * 0.5) or (comments and before >= 1 and whole - before <= 1):
                for j in range(i, len(blocks)):
                    if comments or kinds[j] is None:
                        marks.put(j, "comment" if comments else "teaser", "tail")
                return
        before += prose[i]


def mark_trailing(blocks: list[Block], marks: Marks, last: int) -> None:
    """Two or more headlines behind the last running text are those of other articles."""
    kinds = marks.kinds
    prose = sum(1 for i, block in enumerate(blocks) if is_prose(block) and kinds[i] is None)
    loose = [
        i
        for i in range(last + 1, len(blocks))
        if kinds[i] is None
        and blocks[i].shape == "line"
        and (not SENTENCE_END.search(blocks[i].text) or _ends_in_abbreviation(blocks[i].text))
        and " | " not in blocks[i].text
        and not _FACT.match(blocks[i].text)
        and not (i + 1 < len(blocks) and blocks[i + 1].shape == "list_item")
    ]
    if prose >= 4 and len(loose) >= 2:
        for i in loose:
            marks.put(i, "teaser", "trailing")


def _ends_in_abbreviation(text: str) -> bool:
    """Whether the full stop of a short line belongs to its last word, as in a headline that ends in `mio. kr.`"""
    last = text.rsplit(" ", 1)[-1].lower()
    return len(text.split()) <= _HEADLINE and last.endswith(".") and last.removesuffix(".") in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    """Abbreviations that often stand last, such as units; a title or a degree at the end of a line ends a sentence."""
    return frozenset(row[0] for row in rows("abbreviations") if row[1] == "often" and row[2] == "no")


def mark_contacts(blocks: list[Block], marks: Marks, title: int | None) -> None:
    """Names and titles right above a telephone number belong to it; right below the headline they are the author's."""
    for i in range(len(blocks) - 1, 0, -1):
        close = marks.kinds[i] == "contact" and not blocks[i].gap
        short = len(blocks[i - 1].text.split()) <= 7 and not SENTENCE_END.search(blocks[i - 1].text)
        if close and short and marks.kinds[i - 1] is None and blocks[i - 1].shape == "line":
            below_title = title is not None and title < i - 1 <= title + _HEAD and is_name_line(blocks[i - 1].text)
            marks.put(i - 1, *(("byline", "byline") if below_title else ("contact", "beside_contact")))


def mark_house_lines(blocks: list[Block], marks: Marks, repeated: Collection[str]) -> None:
    """Lines that several documents of one publisher share: above the title, below the article, or longer ones among it."""
    if not repeated:
        return
    own = [
        i for i, block in enumerate(blocks) if is_prose(block) and marks.kinds[i] is None and block.text not in repeated
    ]
    first, last = (own[0], own[-1]) if own else (len(blocks), -1)
    for i, block in enumerate(blocks):
        inside = first < i < last
        plain = block.shape == "line" and len(block.text.split()) >= 5
        if marks.kinds[i] is None and block.text in repeated and (not inside or plain):
            marks.put(i, "navigation", "house_line")
