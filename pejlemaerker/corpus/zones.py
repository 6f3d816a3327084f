"""What each block of an article is: title, lead, heading, paragraph, list item, or something that is not the article.

Judged by general features: position, shape, repetition and wording. Where nothing speaks against a block it is content;
where something does it is left out, for what is left out is never published.
"""

import re
from collections import Counter

from .blocks import Block
from .byline import is_byline, is_role_line
from .furniture import (
    heading_kind,
    is_caption,
    is_contact,
    is_dateline,
    is_page_number,
    is_thread,
    line_kind,
    opening_kind,
)
from .titles import title_index

PROSE_WORDS = 12
_SENTENCE_END = re.compile(r"[.!?…:][”“»«\"’')\]]*$")
_TAIL = re.compile(r"(?i:forrige|næste|tidligere)\s(?:artikel|indlæg|nyhed)\b")
_CREDITS_WORDS = re.compile(r"(?i:tekst|af)\b")
_ITEM = re.compile(r"[-–•]\s")


def zones(blocks: list[Block]) -> list[str]:
    """The segment kind of each of `blocks`, in order."""
    kinds: list[str | None] = [_alone(block) for block in blocks]
    title = title_index(blocks, kinds)
    last = _last_prose(blocks, kinds)
    _mark_top(blocks, kinds, title)
    _mark_sections(blocks, kinds, title if title is not None else -1)
    _mark_tail(blocks, kinds)
    _mark_trailing(blocks, kinds, last)
    _mark_contacts(blocks, kinds)
    if title is not None:
        kinds[title] = "title"
        _mark_repeats(blocks, kinds, title)
    _mark_bylines(blocks, kinds)
    _mark_lead(blocks, kinds, title)
    return [kind or _content_kind(blocks, i) for i, kind in enumerate(kinds)]


def _alone(block: Block) -> str | None:
    """What a block is by its own words, when they leave no doubt."""
    text = block.text
    words = len(text.split())
    if is_page_number(text):
        return "navigation"
    if is_caption(text) and not (_CREDITS_WORDS.match(text) and is_byline(text)):
        return "caption"
    if words <= 8 and block.shape != "list_item" and (kind := line_kind(text)):
        return kind
    if words <= 60 and block.shape != "list_item" and (kind := opening_kind(text)):
        return kind
    if is_contact(text):
        return "contact"
    return "dateline" if block.shape != "list_item" and is_dateline(text) else None


def is_prose(block: Block) -> bool:
    """Whether a block reads as running text."""
    return block.shape == "line" and len(block.text.split()) >= PROSE_WORDS and bool(_SENTENCE_END.search(block.text))


def _last_prose(blocks: list[Block], kinds: list[str | None]) -> int:
    return max((i for i, block in enumerate(blocks) if is_prose(block) and kinds[i] is None), default=-1)


def _mark_top(blocks: list[Block], kinds: list[str | None], title: int | None) -> None:
    """Short lines above the title are the page's, not the article's."""
    for i in range(title or 0):
        if kinds[i] is None and not is_prose(blocks[i]):
            kinds[i] = "navigation"


def _mark_sections(blocks: list[Block], kinds: list[str | None], title: int) -> None:
    """A heading such as `Læs også` or `Kontakt` opens a section of furniture, which ends where prose begins."""
    open_kind: str | None = None
    for i, block in enumerate(blocks):
        opened = heading_kind(block.text) if i > title and len(block.text.split()) <= 8 else None
        if opened:
            # Comments may be linked to from the top of an article; where they begin is for `_mark_tail`.
            open_kind = None if opened == "comment" else opened
            kinds[i] = opened
        elif (
            (open_kind == "contact" and block.gap and kinds[i] is None and _opens_prose(blocks, i))
            or block.shape == "heading"
            or (is_prose(block) and kinds[i] is None)
        ):
            open_kind = None
        elif open_kind and kinds[i] is None and len(block.text.split()) <= 20:
            kinds[i] = open_kind


def _opens_prose(blocks: list[Block], i: int) -> bool:
    return i + 1 < len(blocks) and is_prose(blocks[i + 1]) and len(blocks[i].text.split()) >= 2


def _mark_tail(blocks: list[Block], kinds: list[str | None]) -> None:
    """Comments and links to the neighbouring articles end the article: what follows belongs to the page.

    A link to the comments at the top of an article does not: behind it most of the running text is still to come.
    """
    prose = [is_prose(block) and kinds[i] is None for i, block in enumerate(blocks)]
    whole, before = sum(prose), 0
    for i, block in enumerate(blocks):
        comments = kinds[i] == "comment"
        if comments or _TAIL.match(block.text):
            thread = comments and before >= 1 and is_thread([other.text for other in blocks[i + 1 :]])
            if thread or before >= max(3, whole * 0.5) or (comments and before >= 1 and whole - before <= 1):
                for j in range(i, len(blocks)):
                    kinds[j] = "comment" if comments else kinds[j] or "teaser"
                return
        before += prose[i]


def _mark_trailing(blocks: list[Block], kinds: list[str | None], last: int) -> None:
    """Two or more headlines behind the last running text are those of other articles."""
    prose = sum(1 for i, block in enumerate(blocks) if is_prose(block) and kinds[i] is None)
    loose = [
        i
        for i in range(last + 1, len(blocks))
        if kinds[i] is None
        and blocks[i].shape == "line"
        and not _SENTENCE_END.search(blocks[i].text)
        and not (i + 1 < len(blocks) and blocks[i + 1].shape == "list_item")
    ]
    if prose >= 4 and len(loose) >= 2:
        for i in loose:
            kinds[i] = "teaser"


def _mark_contacts(blocks: list[Block], kinds: list[str | None]) -> None:
    """Names and titles right above a telephone number belong to it."""
    for i in range(len(blocks) - 1, 0, -1):
        close = kinds[i] == "contact" and not blocks[i].gap
        short = len(blocks[i - 1].text.split()) <= 7 and not _SENTENCE_END.search(blocks[i - 1].text)
        if close and short and kinds[i - 1] is None and blocks[i - 1].shape == "line":
            kinds[i - 1] = "contact"


def _mark_repeats(blocks: list[Block], kinds: list[str | None], title: int) -> None:
    """The title printed again, and headlines of other articles printed twice."""
    times = Counter(block.text for block in blocks)
    for i, block in enumerate(blocks):
        if i != title and block.text == blocks[title].text:
            kinds[i] = "navigation"
        elif (
            kinds[i] is None
            and times[block.text] > 1
            and len(block.text.split()) >= 4
            and not _SENTENCE_END.search(block.text)
        ):
            kinds[i] = "teaser" if block.shape == "line" else None


def _mark_bylines(blocks: list[Block], kinds: list[str | None]) -> None:
    for i, block in enumerate(blocks):
        if kinds[i] in (None, "dateline") and is_byline(block.text):
            kinds[i] = "byline"
            if (
                i + 1 < len(blocks)
                and kinds[i + 1] is None
                and not blocks[i + 1].gap
                and is_role_line(blocks[i + 1].text)
            ):
                kinds[i + 1] = "byline"


def _mark_lead(blocks: list[Block], kinds: list[str | None], title: int | None) -> None:
    """The lead is the first running text under the title, where more of it follows."""
    if title is None:
        return
    prose = [i for i in range(title + 1, len(blocks)) if is_prose(blocks[i]) and kinds[i] is None]
    between = [i for i in range(title + 1, prose[0]) if kinds[i] is None] if prose else []
    if (
        len(prose) >= 3
        and not between
        and len(blocks[prose[0]].text.split()) <= 80
        and not blocks[prose[0]].text.startswith(("-", "–"))
    ):
        kinds[prose[0]] = "lead"


def _content_kind(blocks: list[Block], i: int) -> str:
    block = blocks[i]
    if block.shape != "line":
        return block.shape
    if i + 1 < len(blocks) and blocks[i + 1].shape == "list_item" and _announces(block.text):
        return "heading"
    return "heading" if _is_heading(blocks, i) else "paragraph"


def _announces(text: str) -> bool:
    """Whether a short line without a full stop stands right above a list."""
    return len(text.split()) <= 12 and not _SENTENCE_END.search(text) and text[:1].isupper()


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
