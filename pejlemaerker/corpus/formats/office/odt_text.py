"""The words of a paragraph of an OpenDocument file, and what is anchored in it: text boxes and drawn shapes."""

from lxml import etree

from .odt_styles import Styles
from .opendocument import DRAW, OFFICE, TEXT
from .wordml import whole

_LEFT_OUT = frozenset(
    (
        f"{TEXT}note", f"{TEXT}ruby-text", f"{TEXT}hidden-text", f"{TEXT}placeholder", f"{TEXT}script", f"{TEXT}number",
        f"{OFFICE}annotation", f"{OFFICE}annotation-end",
    )
)  # fmt: skip
_MAX_SPACES = 100


class Words:
    """Reads paragraphs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._parts: list[str] = []
        self._anchored: list[etree._Element] = []

    def read(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """The text of a paragraph, a line end for each line break, and the frames and shapes anchored in it."""
        self._parts, self._anchored = [], []
        hidden = self._styles.style(paragraph.get(f"{TEXT}style-name")).hidden
        self._walk(paragraph)
        return "" if hidden else "".join(self._parts), self._anchored

    def _walk(self, element: etree._Element) -> None:
        self._parts.append(element.text or "")
        for child in element:
            if child.tag == f"{TEXT}s":
                self._parts.append(" " * min(whole(child.get(f"{TEXT}c"), 1), _MAX_SPACES))
            elif child.tag == f"{TEXT}tab":
                self._parts.append(" ")
            elif child.tag == f"{TEXT}line-break":
                self._parts.append("\n")
            elif child.tag.startswith(DRAW):
                self._anchored.append(child)
            elif child.tag not in _LEFT_OUT and not self._is_hidden(child):
                self._walk(child)
            self._parts.append(child.tail or "")

    def _is_hidden(self, element: etree._Element) -> bool:
        if element.get(f"{TEXT}display") == "none":
            return True
        return element.tag == f"{TEXT}span" and self._styles.style(element.get(f"{TEXT}style-name"), "text").hidden
