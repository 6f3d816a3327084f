"""Verbs that advice opens with: sentences and items in the imperative (`Giv lederne tid`), and their present tense."""

import re

from .lexicon import words
from .reporting import alternation

_LED = r"(?:(?:og|men|så|derfor|for det (?:første|andet|tredje))[,:]?\s)?"
_OPENING = re.compile(rf"{_LED}(?:{alternation(sorted(words('imperatives')))})\b(?!\s+af\b)(?=[\s,])", re.IGNORECASE)
# What is said to the reader on the way (`Lad mig begynde med`, `Se også`), and imperatives that are another word here (`få dage`).
_ASIDE = re.compile(
    rf"{_LED}(?:lad\s(?:mig|det\svære\ssagt)|få\s\w+(?:e|r)\s|kom\s(?:der|den|det|han|hun)|tag\s(?:nu\b|.{{1,60}}\beksempel\b)|"
    r"se\s(?!at\b)|tro\s(?:mig|på)|bliv\smedlem|skriv\sdig|læs\s|hør\s(?:nu|her)|vent\s|forestil)",
    re.IGNORECASE,
)
_FORMS = words("imperatives")


def is_present(word: str) -> bool:
    """Whether `word` is the present tense of a verb that the lexicon holds (`afsætter` of `afsæt`)."""
    stem = word.removesuffix("r")
    if stem == word:
        return False
    bare = stem.removesuffix("e")
    single = bare[:-1] if len(bare) > 2 and bare[-1] == bare[-2] else bare
    return stem in _FORMS or bare in _FORMS or single in _FORMS


def opens_imperatively(text: str) -> bool:
    """Whether `text` opens with the imperative of a verb that advice opens with."""
    return _OPENING.match(text) is not None and _ASIDE.match(text) is None
