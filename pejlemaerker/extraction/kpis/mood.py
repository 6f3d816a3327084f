"""Whether a figure stands in words about what is so, or about what is to be, would be or ought to be.

Danish tells it by a modal verb that governs the figure (`skal 200 mio. kr. bruges`), by an infinitive somebody wants, offers or agrees on
(`foreslår at afsætte`), by an imperative or a bare infinitive that opens an item (`Afsæt 2 pct.`), or by a noun (`under opførelse`).
"""

import re

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.imperatives import is_infinitive, opens_imperatively
from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.quantities import Quantity
from pejlemaerker.danish.reporting import FINITE_VERBS

_MODAL = r"(?:vil|ville|skal|skulle|bør|burde|må|måtte)"
_INSIDE = r"(?:[^,;:.!?]|(?<=\d)[.,](?=\d)|(?<=\bkr)\.|(?<=\bmio)\.|(?<=\bmia)\.|(?<=\bca)\.|(?<=\bpct)\.|(?<=\bbl)\.|(?<=\bbl\.a)\.)"
_INFINITIVE = r"(?:[\w-]{3,}e|[\w-]{2,}es|få|nå|gå|stå|slå|have|være|blive|ske|bo)"
_GOVERNED = re.compile(rf"\b(?P<modal>{_MODAL})\s(?P<between>(?!gerne\b){_INSIDE}*)$")
_GOES_ON = re.compile(rf"{_INSIDE}{{0,60}}?\s{_INFINITIVE}\b")
_OF_SUBJECT = re.compile(rf"{_INSIDE}{{0,60}}?\b(?:vil|ville|skal|skulle|bør|burde)\s(?!gerne\b)")
_VERB = re.compile(rf"\b{_INFINITIVE}\b")
# An infinitive that somebody wants, offers, may or agrees on.
_WANTED = re.compile(
    r"\b(?:ønsker?|ønskede|foreslår?|foreslog|anbefaler|opfordrer|planlægger|plan(?:en|er)?\s(?:er|om)|arbejder\spå|agter|tilbyder|tilbudt|lover|lovet|"
    r"aftal(?:e|en|t)(?:\som)?|løfte(?:t|r)?\s(?:om|er)|krav(?:et)?\som|forpligtet\s(?:sig\s)?til|enige?\som|ret\stil|råd\stil|mulighed\sfor|forslag(?:et)?\s(?:om|er)|"
    r"i\sgang\smed|hellere|bedt\som|beder|vedtaget|besluttet)"
    rf",?\s(?:\w+\s){{0,3}}?(?:at\s)?(?:\w+\s)?{_INFINITIVE}\b{_INSIDE}*(?:,\sså\s{_INSIDE}*)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[-–•]\s)?(?P<at>At\s(?:\w+\s)?)?(?P<verb>[\w-]+)\s")
# What is expected to come about by itself.
_FORECAST = re.compile(r"\b(?:vil|ville)\s(?:[\w-]+\s){0,4}?(?:være|vokse|medføre)\b")
_IN_THE_MAKING = re.compile(r"^[^,;:!?]{0,30}\bunder\s(?:opførelse|etablering|opbygning|planlægning|forberedelse)\b")
_DEFINITE = re.compile(
    r"\b(?:[Dd]e|[Dd]en|[Dd]et|[Dd]isse|alle|begge|vores|deres|hans|hendes|\w+(?:ens|ets|nes)|[A-ZÆØÅ]\w+s)\s(?:\w+e\s)?$"
)
_NOW = re.compile(r"\b(?:nu|i dag|allerede|i øjeblikket|hver\s(?:dag|uge|måned)|tidligere)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-zæøå]+")
_CLAUSE_OPENS = re.compile(r",\s|\b(?:at|som|der|hvor|mens|når|hvis)\s")
_REACHING = re.compile(rf"\b(?:{alternatives(sorted(words('outcome_verbs')))})(?:s|es)?\b", re.IGNORECASE)
# What is counted on rather than aimed at.
_WOULD = re.compile(
    r"\b(?:vil|ville)\s(?:[\w-]+\s){0,6}?(?:kunne|betyde|medføre|tage|kræve|koste)\b|\bkan\s(?:hente|spare|frigøre|tjene|skabe)\b"
)


def unreal(sentence: str, start: int, end: int, quantity: Quantity) -> bool:
    """Whether the figure is told of what is to be, not of what is; its clause is sentence[start:end]."""
    before, behind = sentence[start : quantity.start], sentence[quantity.end : end]
    if _IN_THE_MAKING.search(behind):
        return True
    if _NOW.search(sentence, start, end) or _DEFINITE.search(before):
        return False
    if _WANTED.search(before) or (
        start == 0 and _opens_with_action(sentence[sentence.rfind(": ", 0, quantity.start) + 1 :].lstrip())
    ):
        return True
    return _by_modal(before, behind) and _FORECAST.search(before) is None


def reaches(clause: str) -> bool:
    """Whether the clause tells of something to be brought to a level (`reducere`, `nå`), which makes its figure a goal."""
    return _REACHING.search(clause) is not None and _WOULD.search(clause) is None


def _opens_with_action(sentence: str) -> bool:
    """Whether a sentence opens with what is to be done: `Afsæt 2 pct.`, `Fjerne afgiften`, `At etablere ti parker`."""
    opening = _OPENING.match(sentence)
    action = opening is not None and (opening["at"] is not None or is_infinitive(opening["verb"].lower()))
    return action or opens_imperatively(sentence)


def _by_modal(before: str, behind: str) -> bool:
    governed = _GOVERNED.search(before)
    if governed is not None:
        return _VERB.search(governed["between"]) is not None or _GOES_ON.match(behind) is not None
    inner = _CLAUSE_OPENS.split(before)[-1]
    subject = not any(word in FINITE_VERBS for word in _WORD.findall(inner.lower()))
    return (subject and _OF_SUBJECT.match(behind) is not None) or _WOULD.search(before) is not None
