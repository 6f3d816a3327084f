"""Shapes of a slide and the order they are read in: top to bottom, columns one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from .pptx_bullets import Bullets
from .presentationml import A, P, children, is_hidden
from .wordml import whole

_SHAPES = (f"{P}sp", f"{P}graphicFrame", f"{P}grpSp")
_TRANSFORMS = (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm")
_SLACK = 0.1
_MAX_SLACK = 150_000  # units of 1/360,000 cm: frames are larger than their words, so they overlap a little
_MAX_CUT = 300
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its element, where it is (left, top, width, height; None when nothing says so), and a group's shapes.

    A group's shapes have places in the group's own measure, which is all that their order needs.
    """

    element: etree._Element
    box: tuple[int, int, int, int] | None
    inner: tuple["Shape", ...] = ()


def shapes(slide: etree._Element, bullets: Bullets) -> list[Shape]:
    """The shapes of a slide that can hold words, in the order they were drawn."""
    tree = slide.find(f"{P}cSld/{P}spTree")
    return _shapes(tree, bullets) if tree is not None else []


def _shapes(tree: etree._Element, bullets: Bullets) -> list[Shape]:
    found = []
    for element in children(tree):
        if element.tag in _SHAPES and not is_hidden(element):
            inner = tuple(_shapes(element, bullets)) if element.tag == f"{P}grpSp" else ()
            boxes = (_box(shape) for shape in (element, *bullets.parents(element)))
            found.append(Shape(element, next((box for box in boxes if box is not None), None), inner))
    return found


def _box(element: etree._Element) -> tuple[int, int, int, int] | None:
    transform = next((found for path in _TRANSFORMS if (found := element.find(path)) is not None), None)
    place = transform.find(f"{A}off") if transform is not None else None
    size = transform.find(f"{A}ext") if transform is not None else None
    if place is None or size is None:
        return None
    x, y, width, height = place.get("x"), place.get("y"), size.get("cx"), size.get("cy")
    return whole(x, 0), whole(y, 0), whole(width, 0), whole(height, 0)


def in_reading_order(found: Iterable[Shape]) -> list[Shape]:
    """`found` as a reader goes through them; those without a place come last."""
    whole_list = list(found)
    placed = [shape for shape in whole_list if shape.box is not None]
    return [*_ordered(placed, 0), *(shape for shape in whole_list if shape.box is None)]


def _ordered(found: list[Shape], depth: int) -> list[Shape]:
    """Cut along the widest white stripe, each side read on its own; from the top where no stripe goes through."""
    if len(found) < 2:
        return found
    rows, columns = _cut(found, 1), _cut(found, 0)
    _, parts = max(rows, columns, key=lambda cut: cut[0])
    if len(parts) < 2 or len(found) > _MAX_CUT or depth > _MAX_DEPTH:
        return sorted(found, key=lambda shape: (shape.box or (0, 0))[1::-1])
    return [shape for part in parts for shape in _ordered(part, depth + 1)]


def _cut(found: list[Shape], axis: int) -> tuple[int, list[list[Shape]]]:
    """The widest stripe across `axis` (0 between columns, 1 between rows), and the shapes parted by all stripes."""
    spans = sorted((*_span(shape, axis), i) for i, shape in enumerate(found))
    parts, end, widest = [[found[spans[0][2]]]], spans[0][1], -1
    for _, (start, stop, i) in pairwise(spans):
        if start >= end:
            widest = max(widest, start - end)
            parts.append([])
        parts[-1].append(found[i])
        end = max(end, stop)
    return widest, parts


def _span(shape: Shape, axis: int) -> tuple[int, int]:
    box = shape.box or (0, 0, 0, 0)
    slack = min(int(box[axis + 2] * _SLACK), _MAX_SLACK)
    return box[axis] + slack, box[axis] + box[axis + 2] - slack
