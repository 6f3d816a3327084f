"""What each block of an article is: title, lead, heading, paragraph, list item, or something that is not the article.

Judged by general features: what the format says, position, shape, repetition and wording. Where nothing speaks against a block it
is content; where something does it is left out, for what is left out is never published. Each judgement has a `rule`, and the
rule a confidence that was counted on annotated articles (`danish/lexicons/zone_rules.tsv`).
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from pejlemaerker.danish.lexicon import rows

from .blocks import Block
from .byline import is_byline, is_person_line, is_role_line
from .furniture import (
    heading_kind,
    is_caption,
    is_contact,
    is_contents,
    is_dateline,
    is_page_number,
    is_thread,
    line_kind,
    opening_kind,
)
from .identifiers import normalised
from .titles import title_index

PROSE_WORDS = 12
_PULL_QUOTE = 40  # words at most
_SENTENCE_END = re.compile(r"[.!?…:][”“»«\"'’)\]]*$")
_TAIL = re.compile(r"(?i:forrige|næste|tidligere)\s(?:artikel|indlæg|nyhed)\b")
_CREDITS_WORDS = re.compile(r"(?i:tekst|af)\b")
_ITEM = re.compile(r"[-–•]\s")


@dataclass(frozen=True, slots=True)
class Zone:
    """The segment kind of a block, and the rule that told it."""

    kind: str
    rule: str

    @property
    def confidence(self) -> float:
        """How often the rule was right on annotated articles, 0 to 1."""
        return _confidence()[self.rule]


@cache
def _confidence() -> dict[str, float]:
    """By rule the share of its judgements that were right, as if it had been right once and wrong once more."""
    return {rule: round((int(right) + 1) / (int(n) + 2), 2) for rule, n, right, _ in rows("zone_rules")}


class _Marks:
    """The kinds given so far and the rules that gave them; None where no rule has spoken."""

    def __init__(self, size: int) -> None:
        self.kinds: list[str | None] = [None] * size
        self.rules: list[str] = [""] * size

    def put(self, i: int, kind: str | None, rule: str) -> None:
        """Give block `i` a kind."""
        self.kinds[i], self.rules[i] = kind, rule


def zones(blocks: list[Block], claimed_title: str | None = None, repeated: Collection[str] = ()) -> list[Zone]:
    """The zone of each of `blocks`, in order.

    `claimed_title` is the headline that the file itself names. `repeated` are the lines that stand in several documents of
    the same publisher.
    """
    marks = _Marks(len(blocks))
    for i, block in enumerate(blocks):
        kind, rule = _alone(block)
        marks.put(i, kind, rule)
    kinds = marks.kinds
    title = title_index(blocks, kinds, claimed_title)
    last = _last_prose(blocks, kinds)
    _mark_top(blocks, marks, title)
    _mark_sections(blocks, marks, title if title is not None else -1)
    _mark_tail(blocks, marks)
    _mark_trailing(blocks, marks, last)
    _mark_contacts(blocks, marks)
    if title is not None:
        marks.put(title, "title", "title")
        _mark_repeats(blocks, marks, title)
    _mark_pull_quotes(blocks, marks)
    _mark_bylines(blocks, marks)
    _mark_house_lines(blocks, marks, repeated)
    _mark_lead(blocks, marks, title)
    return [_zone(blocks, marks, i) for i in range(len(blocks))]


def _zone(blocks: list[Block], marks: _Marks, i: int) -> Zone:
    kind = marks.kinds[i]
    if kind is not None:
        return Zone(kind, marks.rules[i])
    kind = _content_kind(blocks, i)
    rule = f"shape.{kind}" if blocks[i].shape != "line" else "prose" if is_prose(blocks[i]) else f"line.{kind}"
    return Zone(kind, rule)


def _mark_house_lines(blocks: list[Block], marks: _Marks, repeated: Collection[str]) -> None:
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


def _alone(block: Block) -> tuple[str | None, str]:
    """What a block is by the format it stands in or by its own words, when they leave no doubt; and the rule."""
    text = block.text
    words = len(text.split())
    if block.zone is not None:
        return block.zone, f"markup.{block.zone}"
    if is_page_number(text):
        return "navigation", "page_number"
    if is_contents(text):
        return "navigation", "contents"
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
    return block.shape == "line" and len(block.text.split()) >= PROSE_WORDS and bool(_SENTENCE_END.search(block.text))


def _last_prose(blocks: list[Block], kinds: list[str | None]) -> int:
    return max((i for i, block in enumerate(blocks) if is_prose(block) and kinds[i] is None), default=-1)


def _mark_top(blocks: list[Block], marks: _Marks, title: int | None) -> None:
    """Short lines above the title are the page's, not the article's."""
    for i in range(title or 0):
        if marks.kinds[i] is None and not is_prose(blocks[i]):
            marks.put(i, "navigation", "above_title")


def _mark_sections(blocks: list[Block], marks: _Marks, title: int) -> None:
    """A heading such as `Læs også` or `Kontakt` opens a section of furniture, which ends where prose begins."""
    kinds = marks.kinds
    open_kind: str | None = None
    for i, block in enumerate(blocks):
        opened = heading_kind(block.text) if i > title and len(block.text.split()) <= 8 else None
        if opened:
            # Comments may be linked to from the top of an article; where they begin is for `_mark_tail`.
            open_kind = None if opened == "comment" else opened
            marks.put(i, opened, "wording.heading")
        elif (
            (open_kind == "contact" and block.gap and kinds[i] is None and _opens_prose(blocks, i))
            or block.shape == "heading"
            or (is_prose(block) and kinds[i] is None)
        ):
            open_kind = None
        elif open_kind and kinds[i] is None and len(block.text.split()) <= 20:
            marks.put(i, open_kind, "section")


def _opens_prose(blocks: list[Block], i: int) -> bool:
    return i + 1 < len(blocks) and is_prose(blocks[i + 1]) and len(blocks[i].text.split()) >= 2


def _mark_tail(blocks: list[Block], marks: _Marks) -> None:
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


def _mark_trailing(blocks: list[Block], marks: _Marks, last: int) -> None:
    """Two or more headlines behind the last running text are those of other articles."""
    kinds = marks.kinds
    prose = sum(1 for i, block in enumerate(blocks) if is_prose(block) and kinds[i] is None)
    loose = [
        i
        for i in range(last + 1, len(blocks))
        if kinds[i] is None
        and blocks[i].shape == "line"
        and not _SENTENCE_END.search(blocks[i].text)
        and " | " not in blocks[i].text
        and not (i + 1 < len(blocks) and blocks[i + 1].shape == "list_item")
    ]
    if prose >= 4 and len(loose) >= 2:
        for i in loose:
            marks.put(i, "teaser", "trailing")


def _mark_contacts(blocks: list[Block], marks: _Marks) -> None:
    """Names and titles right above a telephone number belong to it."""
    for i in range(len(blocks) - 1, 0, -1):
        close = marks.kinds[i] == "contact" and not blocks[i].gap
        short = len(blocks[i - 1].text.split()) <= 7 and not _SENTENCE_END.search(blocks[i - 1].text)
        if close and short and marks.kinds[i - 1] is None and blocks[i - 1].shape == "line":
            marks.put(i - 1, "contact", "beside_contact")


def _mark_repeats(blocks: list[Block], marks: _Marks, title: int) -> None:
    """The title printed again, and headlines of other articles printed twice."""
    times = Counter(block.text for block in blocks)
    for i, block in enumerate(blocks):
        if i != title and block.text == blocks[title].text:
            marks.put(i, "navigation", "title_again")
        elif (
            marks.kinds[i] is None
            and block.shape == "line"
            and times[block.text] > 1
            and len(block.text.split()) >= 4
            and not _SENTENCE_END.search(block.text)
        ):
            marks.put(i, "teaser", "printed_twice")


def _mark_pull_quotes(blocks: list[Block], marks: _Marks) -> None:
    """Words of a paragraph printed again in large type, and the name below them; they would count twice."""
    longest: dict[str, int] = {}
    for block, kind in zip(blocks, marks.kinds, strict=True):
        if kind is None and is_prose(block):
            for run in _runs(block.text):
                longest[run] = max(longest.get(run, 0), len(block.text))
    for i, block in enumerate(blocks):
        if marks.kinds[i] is not None or block.shape != "line" or len(block.text.split()) > _PULL_QUOTE:
            continue
        runs = _runs(block.text)
        if runs and all(longest.get(run, 0) > len(block.text) for run in runs):
            marks.put(i, "caption", "pull_quote")
            below = blocks[i + 1].text if i + 1 < len(blocks) else ""
            if below and marks.kinds[i + 1] is None and len(below.split()) <= PROSE_WORDS and is_person_line(below):
                marks.put(i + 1, "caption", "pull_quote")


def _runs(text: str) -> list[str]:
    """Runs of five words in `text`."""
    words = normalised(text).split()
    return [" ".join(words[i : i + 5]) for i in range(len(words) - 4)]


def _mark_bylines(blocks: list[Block], marks: _Marks) -> None:
    kinds = marks.kinds
    for i, block in enumerate(blocks):
        if kinds[i] in (None, "dateline") and is_byline(block.text):
            marks.put(i, "byline", "byline")
            if (
                i + 1 < len(blocks)
                and kinds[i + 1] is None
                and not blocks[i + 1].gap
                and is_role_line(blocks[i + 1].text)
            ):
                marks.put(i + 1, "byline", "byline.role")


def _mark_lead(blocks: list[Block], marks: _Marks, title: int | None) -> None:
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
