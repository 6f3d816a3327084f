"""What the name of a paragraph style says of its paragraphs, in English and Danish, and levels of headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...blocks import Block

_NOISE = re.compile(r"_20_|[\s_-]")
_HEADING = re.compile(r"(?:heading|overskrift)([1-9])$")
_LEFT_OUT = re.compile(
    r"(?:toc|contents|indholdsfortegnelse)\d?$|(?:toc|contents)heading$|overskrifttilindholdsfortegnelse$"
    r"|tableoffigures$|listeoverfigurer$|(?:index|indeks)[1-9]?$"
)
_LIST = re.compile(r"(?:list(?:bullet|number)?|opstilling(?:punkttegn|talellerbogst))([1-5])$")
_NAMED = {"title": 0, "titel": 0, "subtitle": 1, "undertitel": 1}
_CAPTIONS = frozenset(("caption", "billedtekst"))


@dataclass(frozen=True, slots=True)
class Role:
    """What a style is for: `kind` heading, caption, left_out or plain; the `level` of a heading, 0 for a title."""

    kind: str
    level: int | None = None


PLAIN = Role("plain")


def role_of(name: str) -> Role | None:
    """The role that a style's name stands for; None when the name tells nothing."""
    bare = _bare(name)
    if match := _HEADING.match(bare):
        return Role("heading", int(match[1]))
    if bare in _NAMED:
        return Role("heading", _NAMED[bare])
    if bare in _CAPTIONS:
        return Role("caption")
    return Role("left_out") if _LEFT_OUT.match(bare) else None


def depth_of(name: str) -> int | None:
    """The depth of the lists that a style's name stands for (`List Bullet 2`); None when the name tells nothing."""
    match = _LIST.match(_bare(name))
    return int(match[1]) if match else None


def with_levels(blocks: Iterable[Block]) -> list[Block]:
    """`blocks` in which headings have their levels from 1: one below the title where there is one."""
    whole = list(blocks)
    shift = 1 if any(block.shape == "heading" and block.level == 0 for block in whole) else 0
    return [replace(b, level=(b.level or 0) + shift) if b.shape == "heading" and shift else b for b in whole]


def _bare(name: str) -> str:
    return _NOISE.sub("", name.split(",")[0].lower())
