"""The numbers that Word shows before paragraphs, counted as Word counts them."""

import re
from dataclasses import dataclass

from lxml import etree

from .list_definitions import NumberedList, definitions
from .numerals import written

_PLACE = re.compile(r"%([1-9])")
_FORMS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "01"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before an item: its `number` without the marks around it, None for a bullet."""

    number: str | None


BULLET = Mark(None)


class Numbering:
    """The lists of a document; `count` is to be called for each numbered paragraph in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists = definitions(root)
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def level_of_style(self, num: str, style: str | None) -> int | None:
        """The level of list `num` that belongs to a paragraph style."""
        found = self._lists.get(num)
        levels = found.levels if found is not None else {}
        return next((i for i, level in levels.items() if style is not None and level.style == style), None)

    def count(self, num: str, level: int) -> Mark | None:
        """The mark of the next paragraph of list `num` at `level` (from 0); None when nothing is shown."""
        found = self._lists.get(num)
        if found is None or level not in found.levels:
            return BULLET
        # Lists with the same definition count on together; a start of its own begins a list anew, once.
        counters = self._counters.setdefault(found.definition, {})
        anew = level in found.starts and (num, level) not in self._started
        self._started.add((num, level))
        counters[level] = found.start(level) if anew or level not in counters else counters[level] + 1
        for deeper in [i for i in counters if i > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                del counters[deeper]
        return _mark(found, level, counters)


def _mark(of: NumberedList, level: int, counters: dict[int, int]) -> Mark | None:
    shown = of.levels[level]
    places = list(_PLACE.finditer(shown.text))
    if shown.form in ("bullet", "none") or not places:
        return BULLET if shown.text.strip() and not places else None

    def number(match: re.Match[str]) -> str:
        i = int(match[1]) - 1
        form = "decimal" if shown.legal or i not in of.levels else of.levels[i].form
        return written(counters.get(i, of.start(i)), _FORMS.get(form, "1"))

    return Mark(_PLACE.sub(number, shown.text[places[0].start() : places[-1].end()]))
