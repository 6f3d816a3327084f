"""What is drawn on a page and tells how its text is to be read: level rules (of tables), and pictures that fill the page."""

import ctypes
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MAX_OBJECTS = 20_000
_THIN = 2.5
_MANY_RULES = 2000
_MANY_DOTS = 300  # a drawing, not a list


class Rule(NamedTuple):
    """A level line from `x0` to `x1`, `y` points from the top of the page."""

    x0: float
    x1: float
    y: float


class Dot(NamedTuple):
    """A small drawn shape as high as it is wide, such as a bullet; `y` is its middle."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn on a page: level rules from the top down, dots, and whether a picture fills most of it."""

    rules: list[Rule]
    dots: list[Dot]
    scanned: bool


def drawings(page: pdfium.PdfPage, width: float, height: float) -> Drawings:
    """What is drawn on `page`, `width` points wide as it is read. A turned page has no rules and no dots."""
    box = page.get_cropbox()
    turned = abs((box[2] - box[0]) - width) > 1
    rules: list[Rule] = []
    dots: list[Dot] = []
    covered = 0.0
    for kind, (left, bottom, right, top) in _shapes(page):
        x0, x1 = left - box[0], right - box[0]
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered = max(covered, (right - left) * (top - bottom))
        elif not turned and _is_dot(x1 - x0, top - bottom) and len(dots) < _MANY_DOTS:
            dots.append(Dot(x0, x1, box[3] - (bottom + top) / 2))
        elif not turned:
            rules += [Rule(x0, x1, box[3] - y) for y in _edges(left, bottom, right, top, height)]
    return Drawings(_joined(rules[:_MANY_RULES]), dots, covered > width * height * 0.5)


def _is_dot(width: float, height: float) -> bool:
    return 1.2 < width < 16 and abs(width - height) < 0.25 * width


def _shapes(page: pdfium.PdfPage) -> list[tuple[int, tuple[float, float, float, float]]]:
    """The paths and pictures of a page: what each is, and its left, bottom, right and top."""
    found = []
    bounds = [ctypes.c_float() for _ in range(4)]
    for i in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page, i)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) and raw.FPDFPageObj_GetBounds(shape, *bounds):
            left, bottom, right, top = (bound.value for bound in bounds)
            found.append((kind, (left, bottom, right, top)))
    return found


def _edges(left: float, bottom: float, right: float, top: float, height: float) -> list[float]:
    """The heights of the level lines that a path draws: one for a thin path, two for a box (the cell of a table)."""
    if right - left < 12:
        return []
    if top - bottom <= _THIN:
        return [(top + bottom) / 2]
    return [bottom, top] if top - bottom < height * 0.3 else []


def _joined(rules: list[Rule]) -> list[Rule]:
    """`rules` from the top down, those that meet end to end put together."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y / 2), rule.x0)):
        before = found[-1] if found else None
        if before is not None and abs(before.y - rule.y) < _THIN and rule.x0 - before.x1 < 4:
            found[-1] = Rule(before.x0, max(before.x1, rule.x1), before.y)
        else:
            found.append(rule)
    return sorted(found, key=lambda rule: rule.y)
