"""A pattern for any of many words, made as a tree of their letters, so that a word that is none of them is told at its first letters.

`re` tries the alternatives of `a|b|c` one after another; with hundreds of words that is most of the time of a search.
"""

import re
from collections.abc import Iterable

_END = ""
Tree = dict[str, "Tree"]


def alternatives(forms: Iterable[str], space: str = r"\s+") -> str:
    """A pattern in a group of its own for any of `forms`, the longest that fits first; a space in a form is matched by `space`."""
    tree: Tree = {}
    for form in forms:
        node = tree
        for letter in form:
            node = node.setdefault(letter, {})
        node[_END] = {}
    if not tree:
        raise ValueError("no forms")
    return f"(?:{_pattern(tree, space)})"


def _pattern(node: Tree, space: str) -> str:
    """What may follow where `node` has been reached; empty where a form ends and none goes on."""
    branches = [
        (space if letter == " " else re.escape(letter)) + _pattern(child, space)
        for letter, child in sorted(node.items())
        if letter != _END
    ]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in node else ''}"
