"""PowerPoint files: slide by slide the title, then the shapes as they are read. Notes, dates and slide numbers are left out."""

from collections.abc import Iterator

from lxml import etree

from ...blocks import Block
from ...claims import Layout
from ...decoding import UnreadableError
from .packages import main_part, related, relationships
from .paragraphs import items_together, layout
from .pptx_bullets import Bullets
from .pptx_diagrams import diagram_lines
from .pptx_order import Shape, in_reading_order, shapes
from .pptx_text import body_blocks, cell_text, title_text
from .presentationml import A, P, R, placeholder_type
from .tables import table_blocks
from .zipped import BROKEN, Archive, bounded

_TITLES = ("title", "ctrTitle")
_LEFT_OUT = ("dt", "ftr", "sldNum", "hdr")
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"


def read_pptx(content: bytes) -> Layout:
    """The layout of a PowerPoint file; UnreadableError: broken, encrypted, limit, no_text."""
    archive = Archive(content)
    part = main_part(archive)
    root = archive.xml(part) if part is not None else None
    if part is None or root is None:
        raise UnreadableError("broken", BROKEN.format("it has no part with its slides"))
    with bounded():
        return layout(list(_Reader(archive, part, root).blocks()), "PowerPoint file")


class _Reader:
    def __init__(self, archive: Archive, part: str, root: etree._Element) -> None:
        self._archive = archive
        self._part = part
        self._root = root
        self._roots: dict[str, etree._Element | None] = {}

    def blocks(self) -> Iterator[Block]:
        """The blocks of the slides that are shown, in their order."""
        targets = relationships(self._archive, self._part)
        level = 1
        for entry in self._root.iterfind(f"{P}sldIdLst/{P}sldId"):
            relationship = targets.get(entry.get(f"{R}id", ""))
            root = self._archive.xml(relationship.target) if relationship is not None else None
            if relationship is None or root is None or root.get("show") in ("0", "false"):
                continue
            yield from self._slide(root, relationship.target, level)
            level = 2

    def _slide(self, root: etree._Element, part: str, level: int) -> Iterator[Block]:
        layout_part, layout_root = self._related(part, "slideLayout")
        _, master_root = self._related(layout_part, "slideMaster")
        bullets = Bullets(layout_root, master_root, self._root)
        found = [shape for shape in shapes(root, bullets) if placeholder_type(shape.element) not in _LEFT_OUT]
        titles = [shape for shape in found if placeholder_type(shape.element) in _TITLES]
        for shape in titles:
            if text := title_text(shape.element):
                yield Block(text, "heading", level=level, gap=True)
        for shape in in_reading_order([shape for shape in found if shape not in titles]):
            yield from self._shape(shape, part, bullets)

    def _shape(self, shape: Shape, part: str, bullets: Bullets) -> Iterator[Block]:
        element = shape.element
        if shape.inner:
            for inner in in_reading_order(shape.inner):
                yield from self._shape(inner, part, bullets)
        elif (body := element.find(f"{P}txBody")) is not None:
            yield from items_together(body_blocks(element, body, bullets))
        elif (table := element.find(f".//{A}tbl")) is not None:
            yield from table_blocks(
                [[cell_text(cell) for cell in row.iterfind(f"{A}tc")] for row in table.iterfind(f"{A}tr")]
            )
        elif (diagram := element.find(f".//{_DIAGRAM}")) is not None:
            target = relationships(self._archive, part).get(diagram.get(f"{R}dm", ""))
            yield from diagram_lines(self._archive.xml(target.target) if target is not None else None)

    def _related(self, part: str | None, kind: str) -> tuple[str | None, etree._Element | None]:
        target = related(self._archive, part, kind) if part is not None else None
        if target is None:
            return None, None
        if target not in self._roots:
            self._roots[target] = self._archive.xml(target)
        return target, self._roots[target]
