"""Runs of capitalised words: what every name of a person or an organisation is made of.

Only finding the runs belongs here; `organisations` and `names` say what they are.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from .lexicon import words

UPPER = "A-ZÀ-ÖØ-Þ"
# What follows the capital that a word opens with. `re` looks for a pattern that opens with a letter far faster than for one that opens
# with a look at what stands before: that look is taken behind the letter.
REST = rf"(?:\.(?:[{UPPER}]\.){{1,2}}|[\w]*(?:['’][\w]+)*(?:[-/&][\w]+)*(?:-(?=\s))?|/[{UPPER}])"
WORD = rf"[{UPPER}]{REST}"
_PARTICLE = "|".join(re.escape(word) for word in sorted(words("name_particles"), key=lambda word: (-len(word), word)))
_RUN = re.compile(
    rf"[{UPPER}](?<![\w@#].){REST}\.?(?:[ ](?:(?:{_PARTICLE})[ ]){{0,2}}(?:(?<=[{UPPER}]\.[ ])|(?<![.!?:][ ]))(?:{WORD})\.?)*"
)
_WHOLE_INITIALS = re.compile(rf"(?:[{UPPER}]\.){{1,3}}")
_PART = re.compile(r"\S+")
_GENITIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A word of a run with its place (0-based, half-open, code points); `text` has no full stop unless it is an initial."""

    start: int
    end: int
    text: str


@lru_cache(1024)  # several readers look at a segment, one after another
def runs(text: str) -> tuple[list[Word], ...]:
    """Runs of capitalised words in `text`, particles (`van der`) between them included as words."""
    return tuple([_words(match) for match in _RUN.finditer(text)])


def _words(match: re.Match[str]) -> list[Word]:
    if " " not in match[0] and not match[0].endswith("."):
        return [Word(*match.span(), match[0])]
    found = []
    for part in _PART.finditer(match[0]):
        word, start = part[0], match.start() + part.start()
        if word.endswith(".") and not is_initials(word):
            word = word[:-1]
        found.append(Word(start, start + len(word), word))
    return found


def is_initials(word: str) -> bool:
    """Whether `word` is one or more initials with their full stops (`H.`, `J.P.`)."""
    return _WHOLE_INITIALS.fullmatch(word) is not None


def without_genitive(name: str) -> str:
    """`name` without an apostrophe that marks a genitive (`KL’s`, `Jens’`). A bare -s stays: it may be the name's own."""
    return _GENITIVE.sub("", name) if "'" in name or "’" in name else name
