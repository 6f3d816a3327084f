"""Phrases from the word lists beside this file: pools of templates, expanded with the dice of one document.

A template is Danish with slots, `{pool}`: a phrase of that pool, or a fact of the document (who, where) where it has one of that
name. `{Pool}` gives it a capital. Nothing here knows what a sentence is.
"""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
Template = tuple[str, ...]  # text, slot, text, slot, ..., text
Pools = dict[str, list[Template]]

_SLOT = re.compile(r"\{(\w+)\}")
_EVERYWHERE = "alle"


def rows(name: str) -> list[list[str]]:
    """Rows of a word list, without its header."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def template(text: str) -> Template:
    """A phrase cut at its slots."""
    return tuple(_SLOT.split(text))


@cache
def fields() -> dict[str, str]:
    """The fields of the public sector that articles are about, each with its level: kommune, region or stat."""
    return {field: level for field, level, _, _ in rows("fields") if field != _EVERYWHERE}


@cache
def pools(field: str) -> Pools:
    """All pools, with the words of one field and those that hold in every field."""
    found: Pools = {}
    for name in ("narrative", "statements", "figures", "furniture", "names"):
        for pool, phrase in rows(name):
            found.setdefault(pool, []).append(template(phrase))
    for which, _, slot, phrases in rows("fields"):
        if which in (field, _EVERYWHERE):
            weight = 1 if which == _EVERYWHERE else 2
            found.setdefault(slot, []).extend([template(phrase) for phrase in phrases.split("|")] * weight)
    return found


def capital(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A sentence of `text`: a large first letter, one end mark, no commas left over by a slot at the end of a clause."""
    text = capital(text.replace(",,", ",").replace(",.", ".").replace("..", ".").rstrip(" ,"))
    return text if text[-1] in ".?!:" else f"{text}."


class Phrases:
    """Phrases for one document.

    `facts` are fixed for the document (or for one sentence), `made` are slots filled by a function.
    """

    def __init__(self, dice: random.Random, field: str) -> None:
        self.random = dice.random
        self.field = field
        self.pools = pools(field)
        self.facts: dict[str, str] = {}
        self.made: dict[str, Callable[[], str]] = {}

    def chance(self, share: float) -> bool:
        """Whether something of this share happens."""
        return self.random() < share

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def one(self, among: list[str] | tuple[str, ...]) -> str:
        """One of `among`."""
        return among[int(self.random() * len(among))]

    def slot(self, name: str) -> str:
        """What stands for `{name}`."""
        if (fact := self.facts.get(name)) is not None:
            return fact
        if (pool := self.pools.get(name)) is not None:
            return self.expanded(pool[int(self.random() * len(pool))])
        if (make := self.made.get(name)) is not None:
            return make()
        if name[0].isupper():
            return capital(self.slot(name[0].lower() + name[1:]))
        raise KeyError(f"no pool `{name}`: add it to a word list in {FOLDER.name}/")

    def expanded(self, parts: Template) -> str:
        """A template with its slots filled."""
        if len(parts) == 1:
            return parts[0]
        slot = self.slot
        return "".join([slot(part) if i % 2 else part for i, part in enumerate(parts)])

    def text(self, phrase: str) -> str:
        """A phrase with its slots filled."""
        return self.expanded(template(phrase))
