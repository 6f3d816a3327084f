"""The lists that a Word file defines: the form, text and start of each level."""

from dataclasses import dataclass, field

from lxml import etree

from .wordml import W, value_of, whole


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list as Word describes it.

    `form` is Word's name for the numerals (`lowerLetter`), `text` what stands before an item with `%1` for the number of the
    first level; `restart` is the highest level (from 0, not included) that lets this one begin again, None for any; `style` is
    the paragraph style that the level belongs to; with `legal` all numbers are digits.
    """

    form: str
    text: str
    start: int
    restart: int | None
    style: str | None
    legal: bool


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list: the `definition` that it shares with others, its levels (from 0), and the starts it has of its own."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)


def definitions(root: etree._Element | None) -> dict[str, NumberedList]:
    """The lists by their ids, given the root of the part that defines them."""
    if root is None:
        return {}
    shared: dict[str, dict[int, Level]] = {}
    linked: dict[str | None, str] = {}
    links: dict[str, str | None] = {}
    for element in root.iterchildren(f"{W}abstractNum"):
        identifier = element.get(f"{W}abstractNumId", "")
        shared[identifier] = _levels(element)
        linked[value_of(element, "styleLink")] = identifier
        links[identifier] = value_of(element, "numStyleLink")
    found = {}
    for element in root.iterchildren(f"{W}num"):
        named = value_of(element, "abstractNumId") or ""
        style = links.get(named)
        definition = linked.get(style, named) if style is not None else named
        found[element.get(f"{W}numId", "")] = _list(element, definition, shared.get(definition, {}))
    return found


def _list(element: etree._Element, definition: str, levels: dict[int, Level]) -> NumberedList:
    starts = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        levels = {**levels, **_levels(override)}
        if (start := value_of(override, "startOverride")) is not None:
            starts[whole(override.get(f"{W}ilvl"), 0)] = whole(start, 1)
    return NumberedList(definition, levels, starts)


def _levels(element: etree._Element) -> dict[int, Level]:
    return {whole(level.get(f"{W}ilvl"), 0): _level(level) for level in element.iterchildren(f"{W}lvl")}


def _level(element: etree._Element) -> Level:
    # The form may stand inside alternatives, for programs that do not know of newer ones.
    form = next((found.get(f"{W}val") for found in element.iter(f"{W}numFmt")), None)
    restart = value_of(element, "lvlRestart")
    return Level(
        form or "decimal",
        value_of(element, "lvlText") or "",
        whole(value_of(element, "start"), 1),
        None if restart is None else whole(restart, 0),
        value_of(element, "pStyle"),
        element.find(f"{W}isLgl") is not None,
    )
