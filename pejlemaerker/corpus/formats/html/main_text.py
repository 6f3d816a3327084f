"""Which words of a web page are its main text and which its comments, as trafilatura tells them."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from .libraries import trafilatura

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_MOST = 0.7
MAX_ELEMENTS = 20_000  # beyond this its time grows faster than the page, and what is so long is no page of a news site


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of five words in a text; shorter texts count as one run."""

    runs: frozenset[int]

    def hold(self, text: str) -> bool:
        """Whether most of `text` stands in the text that the runs were taken from."""
        own = list(_runs(text))
        return bool(own) and sum(1 for run in own if run in self.runs) >= _MOST * len(own)


def main_text(root: HtmlElement) -> tuple[Runs, Runs]:
    """The words of the main text of the page and those of its comments; empty where none were told."""
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        return Runs(frozenset()), Runs(frozenset())
    try:
        found = trafilatura().bare_extraction(
            deepcopy(root), include_comments=True, include_tables=True, deduplicate=False
        )
    except Exception:  # whatever it stumbles over, the page can be read without its opinion
        found = None
    if found is None or isinstance(found, dict):
        return Runs(frozenset()), Runs(frozenset())
    return _runs_of(found.body), _runs_of(found.commentsbody)


def _runs_of(tree: _Element | None) -> Runs:
    found: set[int] = set()
    if tree is not None:
        for element in tree.iter():
            for text in (element.text, element.tail):
                found.update(_runs(text or ""))
            if element.tag in ("p", "item", "head", "quote", "cell", "ab"):
                found.update(_runs("".join(element.itertext())))
    return Runs(frozenset(found))


def _runs(text: str) -> Iterator[int]:
    words = _WORD.findall(text.casefold())
    if words:
        yield from (hash(tuple(words[i : i + _SHINGLE])) for i in range(max(1, len(words) - _SHINGLE + 1)))
