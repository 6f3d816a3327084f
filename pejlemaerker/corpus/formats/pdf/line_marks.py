"""Marks of which only the lines around them tell whether they open an item: `1. `, `– ` with no more than a space behind."""

import re
from dataclasses import replace

from pejlemaerker.danish.dates import MONTH_NAME

from .line import Line

_DATE = re.compile(rf"(?i:{MONTH_NAME}|(?:kvartal|halvår)\b)")
_NEAR = 2.0


def settled(lines: list[Line]) -> list[Line]:
    """`lines` of one column in which each mark opens an item; one that does not is a word of its line again."""
    found: list[Line] = []
    for i, line in enumerate(lines):
        mark = line.mark
        if mark is None or _is_item(lines, i, found):
            found.append(line)
        else:
            found.append(replace(line, mark=None, text=f"{mark.written} {line.text}", text_x=line.x0))
    return found


def _is_item(lines: list[Line], i: int, above: list[Line]) -> bool:
    line, mark = lines[i], lines[i].mark
    if mark is None or (mark.number is not None and _DATE.match(line.text)):
        return False
    if mark.sure or _hangs(line, lines[i + 1 : i + 2]):
        return True
    items = [other for other in above[-12:] if other.mark is not None]
    if mark.number is None:
        return bool(items) and _below(items[-1], line)
    return any(_counts_on(other, line) for other in items) or any(
        _counts_on(line, other) for other in lines[i + 1 : i + 9]
    )


def _hangs(line: Line, following: list[Line]) -> bool:
    """Whether the next line begins under the words and not under the mark."""
    if not following or line.text_x - line.x0 < 0.5 * line.size:
        return False
    below = following[0]
    return below.mark is None and abs(below.x0 - line.text_x) < _NEAR and below.y - line.y < 1.8 * line.size


def _below(item: Line, line: Line) -> bool:
    """Whether a dash stands in the list that `item` is of: deeper than a bullet, or level with another dash."""
    if item.mark is not None and item.mark.written in "-–—":
        return abs(item.x0 - line.x0) < _NEAR
    return line.x0 > item.x0 + 0.3 * line.size


def _counts_on(first: Line, second: Line) -> bool:
    if first.mark is None or second.mark is None or abs(first.x0 - second.x0) > _NEAR:
        return False
    a, b = first.mark.number, second.mark.number
    if a is None or b is None:
        return False
    return int(a) + 1 == int(b) if a.isdigit() and b.isdigit() else len(a) == len(b) == 1 and ord(a) + 1 == ord(b)
