"""In whose voice an article tells what ought to be done outside quotes: its author's, nobody's, or a reporter's."""

import re
from enum import Enum

from pejlemaerker.corpus.article import Article, Row
from pejlemaerker.danish.alternatives import alternatives

_OWN = frozenset({"opinion", "blog", "slides", "other"})
_TOLD = frozenset({"report", "press_release"})
# Words that argue, of which a text that merely tells how things are arranged has few.
_ARGUMENTS = [
    "bør",
    "burde",
    "vi skal",
    "skal vi",
    "vi må",
    "må vi",
    "brug for",
    "behov for",
    "nødvendigt",
    "mener vi",
    "vi mener",
]
_ARGUING = re.compile(rf"(?i:\b(?:{alternatives(_ARGUMENTS)})\b)")
_WORDS_FOR_EACH = 250
_QUOTES = 2


class Voice(Enum):
    """OWN: the author asks, so that every modal counts. NEUTRAL: rules are told as well. REPORTER: who asks stands in quotes."""

    OWN = "own"
    NEUTRAL = "neutral"
    REPORTER = "reporter"


def voice_of(article: Article, quotes: list[Row]) -> Voice:
    """The voice of `article`, of which `quotes` are the rows."""
    kind = article.document["kind"]
    if kind in _OWN:
        return Voice.OWN
    if kind in _TOLD:
        return Voice.NEUTRAL
    if sum(1 for quote in quotes if quote["kind"] != "indirect" and quote["speaker"]) >= _QUOTES:
        return Voice.REPORTER
    text = "\n".join(segment.text for segment in article.body)
    argues = len(_ARGUING.findall(text)) * _WORDS_FOR_EACH >= len(text.split())
    return Voice.OWN if argues else Voice.NEUTRAL
