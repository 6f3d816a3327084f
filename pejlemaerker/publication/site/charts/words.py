"""Words in a drawing: made short enough, free of what no drawing can hold, and marked where they are the frame's own.

Drawings are laid out without measuring text, so that they are the same on each machine, whatever fonts it has: a word's width is
taken from the number of its characters.
"""

import json
import unicodedata
from textwrap import wrap

from pejlemaerker.publication.site.dates import figure
from pejlemaerker.publication.site.texts import danish

# No text of a document holds these: `clean` takes them out.
MARK, VALUES = "\ue000", "\ue001"
_CHARACTER = 0.58  # of the size of the letters; enough for all but capitals in a row, also in the widest fonts that pages are read in
_GROUPED = 1_000  # from here on Danish and English write a number differently


def word(key: str, **values: object) -> str:
    """A text of the frame as it is handed through the drawing; `spelled` finds it again on the other side."""
    return f"{MARK}{key}{VALUES}{json.dumps(values, sort_keys=True)}"


def spelled(text: str) -> tuple[str, dict[str, object]] | None:
    """The key and the values of a text of the frame; None for all other words."""
    if not text.startswith(MARK):
        return None
    key, _, values = text[1:].partition(VALUES)
    return key, json.loads(values)


def number(value: float) -> str:
    """A number for a drawing, written as the reader's language has it."""
    if isinstance(value, int) and value >= _GROUPED:
        return word("chart_number", n=value)
    return figure(value)


def clean(text: str) -> str:
    """`text` in one line, without control characters and others that show nothing."""
    kept = (character if unicodedata.category(character)[0] not in "CZ" else " " for character in text)
    return " ".join("".join(kept).split())


def fitting(width: float, size: float = 12) -> int:
    """How many characters of letters of a `size` go into a `width`, both in the same unit."""
    return max(4, int(width / (size * _CHARACTER)))


def shorten(text: str, most: int) -> str:
    """`text` in one line of at most `most` characters; what is cut off is told by an ellipsis."""
    text = clean(text)
    return text if len(text) <= most else text[: most - 1].rstrip(" ,.;:-") + "…"


def lines(text: str, most: int, limit: int = 2) -> list[str]:
    """`text` in at most `limit` lines of at most `most` characters."""
    found = wrap(clean(text), most, break_on_hyphens=False) or [""]
    return found if len(found) <= limit else [*found[: limit - 1], shorten(" ".join(found[limit - 1 :]), most)]


def seen(text: str) -> str:
    """What is read of a text for a drawing, in Danish."""
    own = spelled(text)
    return danish(own[0], **own[1]) if own else text
