"""The words of SmartArt: its points in the order of its outline, a line each."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from ...blocks import Block
from .paragraphs import paragraph
from .pptx_text import text_of
from .presentationml import A
from .wordml import whole

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_LINKS = ("parTrans", "sibTrans", "pres")


def diagram_lines(model: etree._Element | None) -> Iterator[Block]:
    """The lines of a diagram, given the root of its data part."""
    if model is None:
        return
    points = {point.get("modelId", ""): point for point in model.iterfind(f"{_DGM}ptLst/{_DGM}pt")}
    under: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in model.iterfind(f"{_DGM}cxnLst/{_DGM}cxn"):
        if link.get("type", "parOf") == "parOf":
            under[link.get("srcId", "")].append((whole(link.get("srcOrd"), 0), link.get("destId", "")))
    # A stack and a list of what was seen: the links of a damaged file may go in circles.
    waiting = [identifier for identifier, point in points.items() if point.get("type") == "doc"]
    seen: set[str] = set()
    while waiting:
        identifier = waiting.pop()
        if identifier in seen or identifier not in points:
            continue
        seen.add(identifier)
        waiting.extend(child for _, child in sorted(under[identifier], reverse=True))
        if points[identifier].get("type", "node") not in _LINKS:
            for element in points[identifier].iterfind(f"{_DGM}t/{A}p"):
                yield from paragraph(text_of(element), Block(""))
