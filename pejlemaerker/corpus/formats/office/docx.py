"""Word files: the body in reading order, as blocks. Headers, footers, notes, comments and contents lists are left out."""

from collections.abc import Iterator

from lxml import etree

from ...blocks import Block
from ...claims import Layout
from ...decoding import UnreadableError
from .docx_styles import Styles, outline_role
from .docx_tables import rows
from .docx_text import Words
from .numbering import Mark, Numbering
from .packages import main_part, related
from .paragraphs import items_together, layout, paragraph
from .style_roles import with_levels
from .tables import table_blocks
from .wordml import MC, W, branch, is_contents, value_of, whole
from .zipped import BROKEN, Archive, bounded

_GONE = (f"{W}del", f"{W}moveFrom")
_DEEPEST = 8


def read_docx(content: bytes) -> Layout:
    """The layout of a Word file; UnreadableError: broken, encrypted, limit, no_text."""
    archive = Archive(content)
    part = main_part(archive)
    root = archive.xml(part) if part is not None else None
    body = root.find(f"{W}body") if root is not None else None
    if part is None or body is None:
        raise UnreadableError("broken", BROKEN.format("it has no text part"))
    parts = [related(archive, part, kind) for kind in ("styles", "numbering")]
    styles, numbering = (archive.xml(name) if name is not None else None for name in parts)
    reader = _Reader(body, Styles(styles), Numbering(numbering))
    with bounded():
        return layout(with_levels(items_together(reader.content(body))), "Word file")


class _Reader:
    def __init__(self, body: etree._Element, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._words = Words(body, styles)
        self._carried = ""

    def content(self, container: etree._Element) -> Iterator[Block]:
        """The blocks of the body, of a cell, of a text box."""
        carried, self._carried = self._carried, ""
        yield from self._blocks(container)
        yield from self._left_over()
        self._carried = carried

    def _blocks(self, container: etree._Element) -> Iterator[Block]:
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._left_over()
                yield from table_blocks(rows(child, self.content))
            elif child.tag == f"{W}sdt":
                inner = child.find(f"{W}sdtContent")
                yield from self._blocks(inner) if inner is not None and not is_contents(child) else ()
            elif child.tag == f"{MC}AlternateContent":
                chosen = branch(child)
                yield from self._blocks(chosen) if chosen is not None else ()
            elif child.tag not in _GONE:
                yield from self._blocks(child)

    def _left_over(self) -> list[Block]:
        """What waits for a paragraph to go on in, where none comes."""
        text, self._carried = self._carried, ""
        return paragraph(text, Block(""))

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        text, boxes = self._words.read(element)
        text, self._carried = self._carried + text, ""
        if _runs_on(properties):
            self._carried = text
        elif (shape := self._shape(properties)) is not None:
            yield from paragraph(text, shape)
        for box in boxes:
            yield from self.content(box)

    def _shape(self, properties: etree._Element | None) -> Block | None:
        """A block without text, shaped as the paragraph's properties say; None when it is to be left out."""
        role = outline_role(properties) or self._styles[value_of(properties, "pStyle")].role
        mark = self._mark(properties)  # an empty paragraph of a list has a number all the same
        if role.kind == "left_out":
            return None
        if role.kind == "heading":
            return Block("", "heading", level=role.level)
        if role.kind == "caption":
            return Block("", zone="caption")
        if mark is not None:
            return Block("", "list_item", level=mark[1] + 1, marker=mark[0].number)
        return Block("")

    def _mark(self, properties: etree._Element | None) -> tuple[Mark, int] | None:
        """The mark before a paragraph and its level from 0; None when it is in no list."""
        name = value_of(properties, "pStyle")
        style = self._styles[name]
        own = properties.find(f"{W}numPr") if properties is not None else None
        num = value_of(own, "numId") or style.num
        if num in (None, "0"):
            return None
        level = value_of(own, "ilvl")
        of_style = self._numbering.level_of_style(num, name) if level is None else None
        depth = whole(level, 0) if level is not None else of_style if of_style is not None else style.level or 0
        depth = min(max(depth, 0), _DEEPEST)
        mark = self._numbering.count(num, depth)
        return None if mark is None else (mark, max(depth, style.depth - 1))


def _runs_on(properties: etree._Element | None) -> bool:
    """Whether the next paragraph goes on in the same line: the end was deleted, or a large initial stands alone."""
    if properties is None:
        return False
    end = properties.find(f"{W}rPr")
    frame = properties.find(f"{W}framePr")
    initial = frame is not None and frame.get(f"{W}dropCap", "none") != "none"
    return initial or (end is not None and any(end.find(tag) is not None for tag in _GONE))
