"""What tags and class names say of the stretches of a web page. The names stand in `danish/lexicons/page_classes.tsv`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml.html import HtmlElement

from pejlemaerker.danish.lexicon import rows

_TOKEN = re.compile(r"[a-zæøå]+|[A-ZÆØÅ][a-zæøå]*")
_TAGS = {"nav": "navigation", "figcaption": "caption", "form": "form", "address": "contact", "menu": "navigation"}
_HALF = 0.5
# A class may say what the page allows or has somewhere (`comments-open`, `has-sidebar`), not what the element is.
_STATES = {"open", "closed", "has", "with", "no", "without", "enabled", "disabled", "count", "active"}


def up(element: HtmlElement | None) -> Iterator[HtmlElement]:
    """`element` and all that stand around it, from the inside out."""
    while element is not None:
        yield element
        element = element.getparent()


class Hints:
    """What tags and class names say of the stretch of a page; of one that holds half the article nothing is believed."""

    def __init__(self, shares: Mapping[HtmlElement, float]) -> None:
        self._shares = shares
        self._known: dict[HtmlElement, str | None] = {}

    def of(self, element: HtmlElement) -> str | None:
        """The kind that `element` or the nearest element around it names."""
        path = []
        found: str | None = None
        for above in up(element):
            if above in self._known:
                found = self._known[above]
                break
            path.append(above)
        for below in reversed(path):
            found = self._own(below) or found
            self._known[below] = found
        return found

    def _own(self, element: HtmlElement) -> str | None:
        if self._shares.get(element, 0.0) >= _HALF:
            return None
        if element.tag == "footer" and not any(above.tag == "article" for above in up(element)):
            return "navigation"
        named = _named(element.get("class", "")[:300]) or _named(element.get("id", "")[:100])
        return named or _TAGS.get(element.tag)


def _named(attribute: str) -> str | None:
    for name in attribute.split():
        tokens = [token.lower() for token in _TOKEN.findall(name)]
        if _STATES & set(tokens):
            continue
        for size in (3, 2, 1):
            for i in range(len(tokens) - size + 1):
                if kind := _names().get("-".join(tokens[i : i + size])):
                    return kind
    return None


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("page_classes")}
