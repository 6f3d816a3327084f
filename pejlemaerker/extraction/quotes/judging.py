"""Whether marked words are somebody's utterance, or a name, a title, a term or an ironic mark; and how sure that is.

Over half of all marked stretches in the press are no quotes. Length tells most of it, then a reporting clause, then
whether the words stand as a sentence: a capital, a mark at the end, a finite verb.
"""

import re

from pejlemaerker.danish.lexicon import words

_FINITE = words("finite_verbs")
_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"[.!?…,][”“»\"’)]*$")


def finite(text: str) -> bool:
    """Whether `text` holds a common finite verb."""
    return any(match[0].lower() in _FINITE for match in _WORD.finditer(text))


def utterance_confidence(text: str, *, reported: bool, announced: bool, alone: bool) -> float:
    """How sure it is that marked `text` is an utterance: 0 for no, up to 1.

    `reported`: a reporting clause stands at it; `announced`: a colon or a reporting verb leads up to it; `alone`: it is all
    there is in its paragraph.
    """
    size = len(_WORD.findall(text))
    sentence = text[:1].isupper() and (bool(_ENDED.search(text)) or alone)
    if size == 0:
        return 0.0
    if reported:
        return 0.98 if size > 3 else 0.9
    if announced:
        return 0.95 if size > 7 else (0.85 if (size > 3 and finite(text)) or (size > 1 and sentence) else 0.0)
    if size > 7:
        return 0.9 if sentence or finite(text) else 0.0
    if size > 3:
        return 0.7 if sentence and finite(text) and (alone or bool(re.search(r"[.!?…]$", text))) else 0.0
    return 0.0
