"""Counting the items of OpenDocument lists as they are shown."""

from dataclasses import dataclass, field

from .numerals import written
from .odt_styles import Styles


@dataclass
class OpenList:
    """A list that is being read: its style, how far each of its levels (from 1) has counted."""

    style: str | None
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """All lists of a document; one can take up the counting of an earlier one."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, OpenList] = {}
        self._by_style: dict[str | None, OpenList] = {}

    def opened(self, style: str | None, identifier: str | None, takes_up: str | None, goes_on: bool) -> OpenList:
        """The list that begins: one that goes on with list `takes_up` or the last one of its style, or a new one."""
        before = self._by_id.get(takes_up or "") or (self._by_style.get(style) if goes_on else None)
        found = OpenList(style, before.counts if before is not None else {})
        self._by_style[style] = found
        if identifier:
            self._by_id[identifier] = found
        return found

    def count(self, of: OpenList, style: str | None, level: int, start: int | None) -> tuple[bool, str | None]:
        """Whether the next item of `level` shows a mark, and its number (None for a bullet)."""
        shape = self._styles.level(style, level)
        for deeper in [i for i in of.counts if i > level]:
            del of.counts[deeper]
        of.counts[level] = start if start is not None else of.counts.get(level, shape.start - 1) + 1
        if shape.form is None:
            return True, None
        if not shape.form:
            return False, None
        first = max(level - max(shape.shown, 1) + 1, 1)
        return True, ".".join(filter(None, (self._written(of, style, i) for i in range(first, level + 1))))

    def _written(self, of: OpenList, style: str | None, level: int) -> str:
        shape = self._styles.level(style, level)
        return written(of.counts.get(level, shape.start), shape.form) if shape.form else ""
