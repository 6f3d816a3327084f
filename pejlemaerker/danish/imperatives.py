"""Verbs that advice opens with: sentences and items in the imperative (`Giv lederne tid`), and their present tense."""

import re

from .alternatives import alternatives
from .lexicon import words
from .reporting import FINITE_VERBS
from .scanning import Gated, first_words

_LED = r"(?:(?:og|men|så|derfor|for det (?:første|andet|tredje))[,:]?\s)?"
_OPENING = Gated(
    rf"\A{_LED}(?:{alternatives(sorted(words('imperatives')))})\b(?!\s+af\b)(?=[\s,])",
    first_words(words("imperatives")),
    re.IGNORECASE,
)
# What is said to the reader on the way (`Lad mig begynde med`, `Se også`), and imperatives that are another word here (`få dage`).
_ASIDE = re.compile(
    rf"{_LED}(?:lad\s(?:mig|det\svære\ssagt)|få\s\w+(?:e|r)\s|kom\s(?:der|den|det|han|hun)|tag\s(?:nu\b|.{{1,60}}\beksempel\b)|"
    r"se\s(?!at\b)|tro\smig|tænk,?\s(?:hvis|at)|hold\s(?:da\sop|\d)|vær\sså\sgod|red\sbarnet|bliv\smedlem|skriv\sdig|læs\s|hør\s(?:nu|her)|vent\s|forestil)",
    re.IGNORECASE,
)
# `Gør man det, …`, `Spørg en leder, og du får svar`: a condition or a question.
_CONDITION = re.compile(r"\s(?:man|vi|jeg|du|han|hun)\b|[^.!?:]{0,80},\sog\s(?:du|man|han|hun|de|så|I)\s")
_CLAUSE_END = re.compile(r"[,.:;!?–]|\b(?:at|som|der|hvor|hvad|hvem|hvordan|hvis|når|og|så)\b")
_WORD = re.compile(r"[^\W\d_]+")
_FORMS = words("imperatives")
_FINITE = FINITE_VERBS - {"ved"}  # `Bliv ved med at lytte`


def is_present(word: str) -> bool:
    """Whether `word` is the present tense of a verb that the lexicon holds (`afsætter` of `afsæt`)."""
    return word.endswith("r") and is_infinitive(word[:-1])


def is_infinitive(word: str) -> bool:
    """Whether `word` is the infinitive of a verb that the lexicon holds (`afsætte` of `afsæt`, `få` of `få`)."""
    bare = word.removesuffix("e")
    single = bare[:-1] if len(bare) > 2 and bare[-1] == bare[-2] else bare
    return word in _FORMS or bare in _FORMS or single in _FORMS


def opens_imperatively(text: str) -> bool:
    """Whether `text` opens with the imperative of a verb that advice opens with."""
    match = _OPENING.pattern.match(text) if _OPENING.may_match(text) else None
    if match is None or _ASIDE.match(text) is not None or _CONDITION.match(text, match.end()) is not None:
        return False
    clause = _CLAUSE_END.split(text[match.end() :], maxsplit=1)[0]
    return not any(word.lower() in _FINITE for word in _WORD.findall(clause))  # `Test viser`, `Tal fra 2020 viser`
