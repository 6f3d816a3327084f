"""Lines put together to paragraphs, headings and list items."""

from dataclasses import dataclass
from itertools import pairwise

from .body import Type
from .breaks import breaks, is_line_break
from .line import Line


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. `full`: the last of them reaches the edge of its column. `depth`: of a list item, from 1.

    `left` is the left edge of its column.
    """

    lines: list[Line]
    shape: str = "line"
    depth: int = 1
    gap: bool = True
    full: bool = False
    page: int = 0
    left: float = 0.0

    @property
    def size(self) -> float:
        """The size of its type in points."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(line.text.count(" ") + 1 for line in self.lines)


def paragraphs(lines: list[Line], kind: Type) -> list[Paragraph]:
    """The paragraphs of the lines of one column."""
    if not lines:
        return []
    right = max(line.x1 for line in lines)
    left = min(line.x0 for line in lines)
    found = [Paragraph([lines[0]])]
    for above, line in pairwise(lines):
        if breaks(above, line, found[-1].lines[0], right, kind):
            found.append(Paragraph([line], gap=not is_line_break(above, line, kind)))
        else:
            found[-1].lines.append(line)
    for paragraph in found:
        last = paragraph.lines[-1]
        paragraph.left = left
        paragraph.full = right - last.x1 < 0.2 * (right - last.x0)
        if paragraph.lines[0].mark is not None:
            paragraph.shape = "list_item"
    return found
