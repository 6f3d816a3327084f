"""Which block is the title of an article."""

import re

from pejlemaerker.danish.organisations import organisations

from .blocks import Block
from .byline import is_byline, is_person_line, is_role_line, is_salutation
from .identifiers import normalised

_REACH = 14  # lines of which none is known for furniture
_FAR = 40  # lines in all
_PROSE = 15
_MARKED = re.compile(r"[”“»\"][^”“»«\"]{8,120}[”“«»\"](?::\s.{5,120})?")
_FULL_STOP = re.compile(r"[^.]\.[”“»\"’)]*$|[,;:]$")


def title_index(blocks: list[Block], kinds: list[str | None], claimed: str | None = None) -> int | None:
    """The place of the title in `blocks`; None when no block looks like one. `kinds` holds what is furniture already.

    A block that says what the file claims as its title is believed.
    """
    if claimed and (found := _claimed_index(blocks, kinds, claimed)) is not None:
        return found
    best, best_score = None, 0.9
    running = 0.0
    open_ = [i for i in range(len(blocks)) if kinds[i] is None or blocks[i].zone is None][:_FAR]
    for rank, i in enumerate([i for i in open_ if kinds[i] is None][:_REACH]):
        block = blocks[i]
        if _may_be_title(block):
            score = _score(blocks, kinds, i, rank) - 2.5 * running
            if score > best_score:
                best, best_score = i, score
        if _FULL_STOP.search(block.text):
            running += 1.0 if len(block.text.split()) >= _PROSE else 0.4  # a short lead is running text too
    return best


def _claimed_index(blocks: list[Block], kinds: list[str | None], claimed: str) -> int | None:
    """The first block that says `claimed`, a heading before a line."""
    wanted = normalised(claimed)
    same = [
        i
        for i, block in enumerate(blocks)
        if kinds[i] in (None, "dateline")
        and len(block.text) <= 2 * len(claimed) + 20
        and normalised(block.text) == wanted
    ]
    return min(same, key=lambda i: (blocks[i].shape != "heading", i), default=None)


def _may_be_title(block: Block) -> bool:
    words = block.text.split()
    return (
        2 <= len(words) <= 28
        and not is_salutation(block.text)
        and not _is_name(block.text)
        and block.shape != "list_item"
        and " | " not in block.text
        and not _FULL_STOP.search(block.text)
        and not is_byline(block.text)
        and not (", " in block.text and is_role_line(block.text.split(", ", 1)[1]) and is_person_line(block.text))
        and (block.text[0] not in '-–"”“»' or _MARKED.fullmatch(block.text) is not None)
    ) or (block.shape == "heading" and block.level == 1)


def _is_name(text: str) -> bool:
    """Whether a line is nothing but the name of an organisation: the sender, not the subject."""
    found = organisations(text)
    return len(found) == 1 and found[0].end - found[0].start >= len(text) * 0.8


def _score(blocks: list[Block], kinds: list[str | None], i: int, rank: int) -> float:
    block = blocks[i]
    words = len(block.text.split())
    others = [other.text for j, other in enumerate(blocks) if j != i]
    score = 1.0 - 0.2 * rank + 0.5 * (rank == 0 and words >= 3)
    score += 4.0 * (block.text in others)
    score += 2.0 * (words >= 3 and any(block.text in other and other != block.text for other in others))
    score += {1: 3.0, 2: 1.0}.get(block.level or 0, 0.0) if block.shape == "heading" else 0.0
    score += (words >= 4) - (words <= 2) - (words > 20)
    score -= 2.0 * _is_menu(blocks, kinds, i)
    return score + 1.5 * _leads_on(blocks, kinds, i)


def _is_menu(blocks: list[Block], kinds: list[str | None], i: int) -> bool:
    """Whether a line is nothing but words in capitals beside a line of the page's own: `Danmark Kultur Debat Sport`."""
    words = blocks[i].text.split()
    beside = (i > 0 and kinds[i - 1] is not None and not blocks[i].gap) or (
        i + 1 < len(blocks) and kinds[i + 1] is not None and not blocks[i + 1].gap
    )
    return beside and len(words) >= 3 and all(word[0].isupper() and word.isalpha() for word in words)


def _leads_on(blocks: list[Block], kinds: list[str | None], i: int) -> bool:
    """Whether a byline or running text stands below, with nothing but a date or a picture between."""
    for j in range(i + 1, min(i + 4, len(blocks))):
        text = blocks[j].text
        short_lead = len(text.split()) < _PROSE and text.endswith(".")
        if text == blocks[i].text or kinds[j] in ("caption", "navigation", "dateline") or short_lead:
            continue
        return is_byline(text) or len(text.split()) >= _PROSE
    return False
