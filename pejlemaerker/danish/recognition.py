"""Whether a text is plainly Danish, by the small words that its neighbours spell otherwise.

It says yes or nothing: a text it is silent about may still be Danish, and is for a language identifier to judge.
"""

import re

from .lexicon import rows

_OWN = frozenset(row[0] for row in rows("danish_only") if row[1] == "da")
_FOREIGN = frozenset(row[0] for row in rows("danish_only") if row[1] != "da")
_WORD = re.compile(r"[a-zæøåäö]+")
MIN_OWN = 6
MAX_FOREIGN_SHARE = 0.1


def plainly_danish(text: str) -> bool:
    """Whether `text` holds several small words of Danish alone, and hardly any of its neighbours'."""
    words = _WORD.findall(text.lower())
    own = sum(1 for word in words if word in _OWN)
    foreign = sum(1 for word in words if word in _FOREIGN)
    return own >= MIN_OWN and foreign <= own * MAX_FOREIGN_SHARE
