"""Styles of OpenDocument text files: the roles of paragraphs, hidden text, and the styles of lists."""

from dataclasses import dataclass

from lxml import etree

from .opendocument import OFFICE, STYLE, TEXT
from .style_roles import PLAIN, Role, depth_of, role_of
from .wordml import whole

_MAX_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those above it say: the role of paragraphs, their list style and depth, whether text is hidden."""

    role: Role = PLAIN
    list_style: str | None = None
    hidden: bool = False
    depth: int = 1


@dataclass(frozen=True, slots=True)
class ListLevel:
    """A level of a list style: the `form` of its numbers, None for bullets; how many levels are shown; the first number."""

    form: str | None
    shown: int = 1
    start: int = 1


class Styles:
    """The styles of a file, from the roots of its parts; those of later parts win."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        for root in roots:
            for part in root if root is not None else ():
                if part.tag in (f"{OFFICE}styles", f"{OFFICE}automatic-styles"):
                    self._read(part)

    def style(self, name: str | None, family: str = "paragraph") -> Style:
        """The style of that name; None and unknown names are plain."""
        key = (family, name or "")
        if key not in self._resolved:
            self._resolved[key] = self._resolve(*key)
        return self._resolved[key]

    def level(self, list_style: str | None, level: int) -> ListLevel:
        """A level (from 1) of a list style; bullets where it is not defined."""
        return self._lists.get(list_style or "", {}).get(level, ListLevel(None))

    def _read(self, part: etree._Element) -> None:
        for element in part:
            name = element.get(f"{STYLE}name", "")
            if element.tag == f"{STYLE}style":
                self._elements[element.get(f"{STYLE}family", ""), name] = element
            elif element.tag == f"{TEXT}list-style":
                self._lists[name] = {whole(child.get(f"{TEXT}level"), 0): _level(child) for child in element}

    def _resolve(self, family: str, name: str) -> Style:
        role = list_style = hidden = depth = None
        seen: set[str] = set()
        current: str | None = name
        while current and current not in seen and len(seen) < _MAX_CHAIN:
            seen.add(current)
            element = self._elements.get((family, current))
            role = role or role_of(current)
            depth = depth or depth_of(current)
            if element is None:
                break
            role = role or role_of(element.get(f"{STYLE}display-name", ""))
            list_style = list_style if list_style is not None else element.get(f"{STYLE}list-style-name")
            hidden = hidden if hidden is not None else _hidden(element)
            current = element.get(f"{STYLE}parent-style-name")
        return Style(role or PLAIN, list_style or None, bool(hidden), depth or 1)


def _level(element: etree._Element) -> ListLevel:
    if element.tag != f"{TEXT}list-level-style-number":
        return ListLevel(None)
    shown = whole(element.get(f"{TEXT}display-levels"), 1)
    return ListLevel(element.get(f"{STYLE}num-format", ""), shown, whole(element.get(f"{TEXT}start-value"), 1))


def _hidden(element: etree._Element) -> bool | None:
    properties = element.find(f"{STYLE}text-properties")
    display = properties.get(f"{TEXT}display") if properties is not None else None
    return None if display is None else display == "none"
