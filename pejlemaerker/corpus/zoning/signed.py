"""Who signed an article: bylines, the line right below the headline, the name below a greeting at the end."""

import re

from pejlemaerker.danish.people import people

from ..blocks import Block
from ..byline import is_byline, is_name_line, is_person_line, is_role_line, is_salutation
from .marks import Marks

_GREETING = re.compile(
    r"(?i:(?:med )?(?:venlig|kærlig|bedste?|mange|de bedste)e? hilsen(?:er)?|(?:de )?bedste hilsner|mvh|på vegne af)\b[^.]{0,40}$"
)
_NAMED_BELOW = re.compile(r"(?i:af|skrevet af|forfatter|tekst)\s*:?$")
_SHORT = 14
_HEAD = 5  # lines below the headline
_FORMER = re.compile(r"(?i:tidligere|forhenværende|fhv\.|pensioneret)\s")


def mark_bylines(blocks: list[Block], marks: Marks, title: int | None) -> None:
    """Lines that say who wrote the article, and the role below them."""
    kinds = marks.kinds
    for i, block in enumerate(blocks):
        if kinds[i] in (None, "dateline") and is_byline(block.text):
            marks.put(i, "byline", "byline")
            _mark_role(blocks, marks, i + 1)
        elif kinds[i] is None and _NAMED_BELOW.fullmatch(block.text) and _is_name(blocks, i + 1):
            marks.put(i, "byline", "byline")
            marks.put(i + 1, "byline", "byline.role")
            _mark_role(blocks, marks, i + 2)
    if title is not None and "byline" not in kinds:
        _mark_under_title(blocks, marks, title)


def mark_signature(blocks: list[Block], marks: Marks) -> None:
    """The name and the role below a greeting at the end, or at the end of what opens as a letter does."""
    letter = any(is_salutation(block.text) for block in blocks[:_SHORT])
    for i in range(max(0, len(blocks) - _SHORT), len(blocks) - 1):
        if letter and marks.kinds[i] is None and is_name_line(blocks[i].text) and is_role_line(blocks[i + 1].text):
            marks.put(i, "byline", "byline.signature")
            _mark_role(blocks, marks, i + 1)
            return
        if marks.kinds[i] is None and len(blocks[i].text.split()) <= 6 and _GREETING.match(blocks[i].text):
            if _is_name(blocks, i + 1):
                marks.put(i + 1, "byline", "byline.signature")
                _mark_role(blocks, marks, i + 2)
            return


def _mark_role(blocks: list[Block], marks: Marks, i: int) -> None:
    if i < len(blocks) and marks.kinds[i] is None and not blocks[i].gap and is_role_line(blocks[i].text):
        marks.put(i, "byline", "byline.role")


def _mark_under_title(blocks: list[Block], marks: Marks, title: int) -> None:
    """A line right below the headline that says nothing but who somebody is; a date may stand between.

    A bare name may stand below the lead too, when the line below it says when, what the person is, or how to write.
    """
    for i in range(title + 1, min(title + _HEAD, len(blocks) - 1)):
        below = marks.kinds[i + 1] in ("dateline", "contact") or is_role_line(_FORMER.sub("", blocks[i + 1].text))
        if marks.kinds[i] is None and below and is_name_line(blocks[i].text):
            marks.put(i, "byline", "byline.under_title")
            if marks.kinds[i + 1] is None:
                marks.put(i + 1, "byline", "byline.role")
            return
    for i in range(title + 1, min(title + 3, len(blocks))):
        if marks.kinds[i] == "dateline":
            continue
        text = blocks[i].text
        found = people(text)
        if marks.kinds[i] is None and len(text.split()) <= _SHORT and is_person_line(text) and found[0].affiliations:
            marks.put(i, "byline", "byline.under_title")
        return


def _is_name(blocks: list[Block], i: int) -> bool:
    """Whether block `i` is a person's name, with or without a role."""
    if i >= len(blocks) or len(blocks[i].text.split()) > _SHORT:
        return False
    found = people(blocks[i].text, anyone=True)
    return bool(found) and found[0].start <= 2 and not re.search(r"[.!?:]$", blocks[i].text)
