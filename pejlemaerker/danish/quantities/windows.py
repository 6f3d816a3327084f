"""Looking a little way left and right of a number: a bounded number of words on the same line."""

import re

GAP = r"[^\S\n]{1,2}"
REACH = 48  # characters
_WORD = re.compile(r"[^\s()\[\]\"”“»«]+")
_NEXT = re.compile(r"[^\S\n]{1,2}([^\W\d_][\w-]*\.?)")


def folded(text: str) -> str:
    """`text` in lower case, each character keeping its offset."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def words_before(low: str, position: int, floor: int) -> list[tuple[int, str]]:
    """Words that end before `position` on its line, at most REACH characters back and not before `floor`."""
    edge = max(floor, position - REACH)
    cut = low.rfind("\n", edge, position) + 1 or edge
    found = [(match.start(), match.group()) for match in _WORD.finditer(low, cut, position)]
    clipped = cut == edge > floor and not low[cut - 1].isspace()
    return found[1:] if clipped else found


def word_after(low: str, position: int) -> str:
    """The next word on the line with its full stop if it has one, or an empty string."""
    match = _NEXT.match(low, position)
    return match.group(1) if match else ""


def line_start(low: str, position: int) -> bool:
    """Whether only white space and list marks stand before `position` on its line."""
    cut = low.rfind("\n", max(0, position - REACH), position) + 1
    return (cut > 0 or position <= REACH) and not low[cut:position].strip(" \t\xa0-–•*(")
