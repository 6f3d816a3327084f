"""OpenDocument text files (LibreOffice): the body in reading order, as blocks.

Read as XML and not by a library: the one there is for Python, odfpy, is hardly kept any more.
"""

from collections.abc import Iterator

from lxml import etree

from ...blocks import Block
from ...claims import Layout
from ...decoding import UnreadableError
from .odt_lists import Lists, OpenList
from .odt_styles import Styles
from .odt_text import Words
from .opendocument import OFFICE, TABLE, TEXT
from .paragraphs import items_together, layout, paragraph
from .style_roles import with_levels
from .tables import Cell, table_blocks
from .wordml import whole
from .zipped import BROKEN, Archive, bounded

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEFT_OUT = frozenset(
    (
        f"{TEXT}tracked-changes", f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index",
        f"{TEXT}object-index", f"{TEXT}user-index", f"{TEXT}alphabetical-index", f"{TEXT}bibliography",
        f"{OFFICE}forms", f"{OFFICE}annotation",
    )
)  # fmt: skip
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_DEEPEST = 10
_MAX_REPEATED = 64


def read_odt(content: bytes) -> Layout:
    """The layout of an OpenDocument text file; UnreadableError: broken, encrypted, limit, unsupported, no_text."""
    archive = Archive(content)
    root = archive.xml("content.xml")
    if root is None:
        raise UnreadableError("broken", BROKEN.format("it has no text part"))
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError(
            "unsupported", "The file is no text document. Save its text as a Word file or as plain text."
        )
    reader = _Reader(Styles(archive.xml("styles.xml"), root))
    with bounded():
        return layout(with_levels(items_together(reader.blocks(body))), "OpenDocument file")


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lists = Lists(styles)
        self._words = Words(styles)

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """The blocks of the body, a section, a cell, a frame, a shape."""
        for child in container:
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, Block(""))
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, None, None, 1)
            elif child.tag == f"{TABLE}table":
                rows = child.iter(f"{TABLE}table-row")
                yield from table_blocks([self._cells(row) for row in rows if _table_of(row) is child])
            elif child.tag not in _LEFT_OUT and child.get(f"{TEXT}display") != "none":
                yield from self.blocks(child)

    def _list(self, element: etree._Element, of: OpenList | None, outer: str | None, level: int) -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name") or outer or self._style_of_paragraphs(element)
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        if of is None:
            of = self._lists.opened(style, element.get(_XML_ID), element.get(f"{TEXT}continue-list"), goes_on)
        elif not goes_on:
            of.counts.pop(level, None)
        for item in element:
            if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                yield from self._item(item, of, style, level)

    def _item(self, item: etree._Element, of: OpenList, style: str | None, level: int) -> Iterator[Block]:
        """An item: its first paragraph has the mark, the others stand below it without one."""
        marked = item.tag == f"{TEXT}list-header"
        start = item.get(f"{TEXT}start-value")
        for child in item:
            if child.tag == f"{TEXT}list":
                yield from self._list(child, of, style, level + 1)
            elif child.tag in _PARAGRAPHS:
                like = Block("")
                if not marked:
                    shown, number = self._lists.count(of, style, level, None if start is None else whole(start, 1))
                    depth = max(level, self._styles.style(child.get(f"{TEXT}style-name")).depth)
                    like = Block("", "list_item", level=depth, marker=number) if shown else like
                yield from self._paragraph(child, like)
                marked = True

    def _paragraph(self, element: etree._Element, like: Block) -> Iterator[Block]:
        text, anchored = self._words.read(element)
        role = self._styles.style(element.get(f"{TEXT}style-name")).role
        if role.kind == "caption":
            like = Block("", zone="caption")
        elif role.kind == "heading" and (element.tag == f"{TEXT}p" or role.level == 0):
            like = Block("", "heading", level=role.level)
        elif element.tag == f"{TEXT}h":
            like = Block("", "heading", level=min(max(whole(element.get(f"{TEXT}outline-level"), 1), 1), _DEEPEST))
        if role.kind != "left_out":
            yield from paragraph(text, like)
        for frame in anchored:
            yield from self.blocks([frame])

    def _cells(self, row: etree._Element) -> list[Cell]:
        cells: list[Cell] = []
        for cell in row.iterchildren(*_CELLS):
            content = list(self.blocks(cell)) if cell.tag == _CELLS[0] else []
            repeated = whole(cell.get(f"{TABLE}number-columns-repeated"), 1)
            cells.extend(content for _ in range(min(max(repeated, 1), _MAX_REPEATED)))
        return cells

    def _style_of_paragraphs(self, element: etree._Element) -> str | None:
        first = next(element.iter(*_PARAGRAPHS), None)
        return self._styles.style(first.get(f"{TEXT}style-name")).list_style if first is not None else None


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(f"{TABLE}table"), None)
