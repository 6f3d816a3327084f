"""The words of shapes: paragraphs, lines, items with their bullets and numbers."""

import re
from collections.abc import Iterator

from lxml import etree

from ...blocks import Block
from .numerals import written
from .paragraphs import folded, paragraph
from .pptx_bullets import Bullets
from .presentationml import A, children, placeholder_type
from .wordml import whole

_LITERAL = {f"{A}br": "\n", f"{A}tab": " "}
_OWN_TEXT = (f"{A}r", f"{A}fld")
_CHANGING = re.compile(r"slidenum|datetime")
_SENTENCE_END = re.compile(r"[.!?…][”“»\"’)]*$")
_FORMS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}


def title_text(shape: etree._Element) -> str:
    """The title in a shape, on one line however many it is set on."""
    return folded(" ".join(text_of(p) for p in shape.iter(f"{A}p")))


def cell_text(cell: etree._Element) -> list[Block]:
    """The paragraphs of a table's cell; none for one that is merged into another."""
    if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
        return []
    return [Block(text, gap=True) for p in cell.iter(f"{A}p") if (text := folded(text_of(p)))]


def body_blocks(shape: etree._Element, body: etree._Element, bullets: Bullets) -> Iterator[Block]:
    """The paragraphs of a shape, those with a mark as items."""
    paragraphs = [(p, text) for p in body.iterfind(f"{A}p") if folded(text := text_of(p))]
    plain = placeholder_type(shape) == "subTitle" or (
        len(paragraphs) == 1 and _SENTENCE_END.search(paragraphs[0][1].rstrip())
    )
    counter = _Counter()
    for element, text in paragraphs:
        properties = element.find(f"{A}pPr")
        level = min(max(whole(properties.get("lvl") if properties is not None else None, 0), 0), 8)
        mark = bullets.mark(shape, element, level)
        number = counter.next(mark, level)
        if mark is None or (plain and number is None):
            yield from paragraph(text, Block(""))
        else:
            yield from paragraph(text, Block("", "list_item", level=level + 1, marker=number))


def text_of(element: etree._Element) -> str:
    """The words of a paragraph, a line end for each line break."""
    parts = []
    for child in children(element):
        if child.tag in _LITERAL:
            parts.append(_LITERAL[child.tag])
        elif child.tag in _OWN_TEXT:
            parts.append(child.findtext(f"{A}t", "") if not _CHANGING.match(child.get("type", "")) else "")
        elif not child.tag.startswith(A):
            parts.extend(t.text or "" for t in child.iter("{*}t"))
    return "".join(parts)


class _Counter:
    """Counts numbered paragraphs of one shape: a level goes on until a shallower or an unnumbered paragraph comes."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[str, str, int]] = {}

    def next(self, mark: etree._Element | None, level: int) -> str | None:
        """The number of the next paragraph, None when it has none."""
        self._counts = {i: count for i, count in self._counts.items() if i <= level}
        if mark is None or mark.tag != f"{A}buAutoNum":
            self._counts.pop(level, None)
            return None
        form, start = mark.get("type", "arabicPeriod"), mark.get("startAt", "1")
        before = self._counts.get(level)
        number = before[2] + 1 if before is not None and before[:2] == (form, start) else whole(start, 1)
        self._counts[level] = (form, start, number)
        return written(number, next((shown for name, shown in _FORMS.items() if form.startswith(name)), "1"))
