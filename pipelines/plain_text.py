"""Text of articles made safe for a terminal: nothing in it can move the cursor, change colours or turn the direction of writing.

Articles, file names and what a query makes of them are written by strangers; every command shows them through here.
"""

import re

_PICTURES = 0x2400  # the block of pictures for the controls below the space
_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_TURNS}\ufeff\ufff9-\ufffb\ud800-\udfff]")


def visible(text: str, keep: str = "") -> str:
    """`text` with a sign in place of each control character that is not one of `keep`."""
    return _UNSEEN.sub(lambda found: found[0] if found[0] in keep else _sign(found[0]), text)


def one_line(text: str) -> str:
    """`text` on one line: white space is a space, control characters are signs."""
    return visible(text.translate({ord(sign): " " for sign in "\n\r\t\v\f\u2028\u2029"}))


def _sign(control: str) -> str:
    number = ord(control)
    if number < ord(" "):
        return chr(_PICTURES + number)
    return "␡" if number == 0x7F else "\ufffd"
