"""Lists of a web page: how deep an item stands, and the number a reader sees before it."""

from lxml.html import HtmlElement

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Lists:
    """The lists that are open at a place of the page."""

    def __init__(self) -> None:
        self._counts: list[int | None] = []
        self._steps: list[int] = []
        self._kinds: list[str] = []
        self._items: list[tuple[HtmlElement, str | None]] = []

    @property
    def open_item(self) -> HtmlElement | None:
        """The innermost item that is open."""
        return self._items[-1][0] if self._items else None

    def enter(self, element: HtmlElement) -> None:
        """Take note of a list or an item that opens."""
        if element.tag in ("ul", "menu"):
            self._counts.append(None)
            self._steps.append(1)
            self._kinds.append("")
        elif element.tag == "ol":
            down = "reversed" in element.attrib
            first = len(element.findall("./li")) if down else 1
            self._steps.append(-1 if down else 1)
            self._counts.append(_number(element.get("start"), first) - self._steps[-1])
            self._kinds.append(element.get("type") or "1")
        elif element.tag == "li":
            self._items.append((element, self._next(element)))

    def leave(self, element: HtmlElement) -> None:
        """Take note of a list or an item that closes."""
        if element.tag in ("ul", "ol", "menu") and self._counts:
            self._counts.pop()
            self._steps.pop()
            self._kinds.pop()
        elif element.tag == "li" and self._items and self._items[-1][0] is element:
            self._items.pop()

    def item(self, open_elements: list[HtmlElement]) -> tuple[str, int | None, str | None]:
        """Shape, depth and number of what stands inside `open_elements`; a line where no list is open."""
        if not self._items or self._items[-1][0] not in open_elements[-6:]:
            return "line", None, None
        return "list_item", max(1, len(self._counts)), self._items[-1][1]

    def _next(self, element: HtmlElement) -> str | None:
        if not self._counts or self._counts[-1] is None:
            return None
        self._counts[-1] = _number(element.get("value"), self._counts[-1] + self._steps[-1])
        return _shown(self._counts[-1], self._kinds[-1])


def _number(text: str | None, otherwise: int) -> int:
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise


def _shown(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= len(_LETTERS):
        letter = _LETTERS[number - 1]
        return letter.upper() if kind == "A" else letter
    if kind in ("i", "I") and 1 <= number <= 39:
        roman = ""
        for value, letters in _ROMAN:
            while number >= value:
                roman, number = roman + letters, number - value
        return roman.upper() if kind == "I" else roman
    return str(number)
