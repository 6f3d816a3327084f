"""The words of a paragraph of a Word file: runs, breaks, fields, tracked changes, hidden text; and its text boxes."""

import re
from collections.abc import Callable

from lxml import etree

from .docx_fields import Fields, is_index
from .docx_styles import Styles
from .wordml import MC, W, branch, is_contents, is_on, value_of

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BOX = f"{W}txbxContent"
_LEFT_OUT = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "delText", "rt"))
_LITERAL = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_PRIVATE = range(0xE000, 0xF900)
_BULLETS = (0xF0B7, 0xF0A7)


class Words:
    """Reads paragraphs in order; a field may begin in one paragraph and end in a later one."""

    def __init__(self, body: etree._Element, styles: Styles) -> None:
        self._styles = styles
        self._fields = Fields()
        self._parts: list[str] = []
        self._boxes: list[etree._Element] = []
        kinds = [mark.get(f"{W}fldCharType") for mark in body.iter(f"{W}fldChar")]
        # Where a field is never closed nobody can say how far it reaches: not further than its paragraph then.
        self._whole = kinds.count("begin") == kinds.count("end")
        self._readers: dict[str, Callable[[etree._Element], None]] = {
            f"{W}r": self._run,
            f"{W}t": self._text,
            f"{_MATH}t": self._text,
            f"{W}sym": self._symbol,
            f"{W}fldChar": self._field_mark,
            f"{W}instrText": self._field_code,
            f"{W}fldSimple": self._simple_field,
            f"{W}sdt": self._control,
            f"{MC}AlternateContent": self._alternatives,
            _BOX: self._boxes_append,
        }

    def read(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """The text of a paragraph, a line end for each line break, and the contents of the text boxes anchored in it."""
        self._parts, self._boxes = [], []
        if not self._whole:
            self._fields.close_all()
        self._walk(paragraph)
        return "".join(self._parts), self._boxes

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag in _LITERAL:
                self._add(_LITERAL[child.tag])
            elif reader := self._readers.get(child.tag):
                reader(child)
            else:
                self._walk(child)

    def _add(self, text: str) -> None:
        if not self._fields.are_mute:
            self._parts.append(text)

    def _text(self, element: etree._Element) -> None:
        self._add(element.text or "")

    def _run(self, run: etree._Element) -> None:
        properties = run.find(f"{W}rPr")
        hidden = is_on(properties, "vanish")
        style = value_of(properties, "rStyle")
        if hidden is None:
            hidden = style is not None and self._styles[style].hidden
        kept = len(self._parts)
        self._walk(run)
        if hidden:
            del self._parts[kept:]

    def _symbol(self, symbol: etree._Element) -> None:
        code = (
            int(symbol.get(f"{W}char", "0"), 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", symbol.get(f"{W}char", "")) else 0
        )
        if code in _BULLETS:
            self._add("•")
        elif code >= 32 and code not in _PRIVATE:
            self._add(chr(code))

    def _field_mark(self, mark: etree._Element) -> None:
        self._fields.mark(mark.get(f"{W}fldCharType"))

    def _field_code(self, element: etree._Element) -> None:
        self._fields.add_code(element.text or "")

    def _simple_field(self, field: etree._Element) -> None:
        if not is_index(field.get(f"{W}instr", "")):
            self._walk(field)

    def _control(self, sdt: etree._Element) -> None:
        content = sdt.find(f"{W}sdtContent")
        if content is not None and not is_contents(sdt):
            self._walk(content)

    def _alternatives(self, element: etree._Element) -> None:
        chosen = branch(element)
        if chosen is not None:
            self._walk(chosen)

    def _boxes_append(self, box: etree._Element) -> None:
        self._boxes.append(box)
