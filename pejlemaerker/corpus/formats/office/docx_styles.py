"""Styles of Word files, each resolved once: the role of its paragraphs, its list, and whether its text is hidden."""

from dataclasses import dataclass

from lxml import etree

from .style_roles import PLAIN, Role, depth_of, role_of
from .wordml import W, is_on, value_of, whole

BODY_TEXT = 9
_MAX_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those it is based on say; `depth` is that of its lists, from 1, where the name says so."""

    role: Role = PLAIN
    num: str | None = None
    level: int | None = None
    hidden: bool = False
    depth: int = 1


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        found = list(root.iterchildren(f"{W}style")) if root is not None else []
        self._elements = {element.get(f"{W}styleId", ""): element for element in found}
        self._resolved: dict[str, Style] = {}
        self._default = next(
            (
                element.get(f"{W}styleId", "")
                for element in found
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )

    def __getitem__(self, style: str | None) -> Style:
        """The style of that id; None is the document's default for paragraphs."""
        key = self._default if style is None else style
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, style: str) -> Style:
        role = num = level = hidden = depth = None
        for identifier, element in self._chain(style):
            properties = element.find(f"{W}pPr") if element is not None else None
            name = value_of(element, "name") or identifier
            role = role or role_of(name) or outline_role(properties)
            depth = depth or depth_of(name)
            listed = properties.find(f"{W}numPr") if properties is not None else None
            num = num if num is not None else value_of(listed, "numId")
            level = level if level is not None else value_of(listed, "ilvl")
            runs = element.find(f"{W}rPr") if element is not None else None
            hidden = hidden if hidden is not None else is_on(runs, "vanish")
        return Style(role or PLAIN, num, None if level is None else whole(level, 0), bool(hidden), depth or 1)

    def _chain(self, style: str) -> list[tuple[str, etree._Element | None]]:
        """A style and those it is based on; a style that the document does not define has only its id."""
        chain: dict[str, etree._Element | None] = {}
        current: str | None = style
        while current is not None and current not in chain and len(chain) < _MAX_CHAIN:
            if chain and current not in self._elements:
                break
            chain[current] = self._elements.get(current)
            current = value_of(chain[current], "basedOn")
        return list(chain.items())


def outline_role(properties: etree._Element | None) -> Role | None:
    """The role that an outline level gives a paragraph; None when there is no such level."""
    outline = value_of(properties, "outlineLvl")
    if outline is None:
        return None
    level = whole(outline, BODY_TEXT)
    return Role("heading", level + 1) if 0 <= level < BODY_TEXT else PLAIN
