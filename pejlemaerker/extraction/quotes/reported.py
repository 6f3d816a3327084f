"""Speech without marks in one sentence: unmarked (`Vi må handle, sagde X`) and indirect (`at_clauses`, `cue_phrases`)."""

import re

from pejlemaerker.corpus.article import Sentence
from pejlemaerker.danish.reporting import DIRECT_FIRST_WORDS, DIRECT_VERB, FINITE_VERBS, SAYING
from pejlemaerker.danish.scanning import Gated

from .at_clauses import at_report, report_without_at
from .cue_phrases import according_report, noun_report
from .report_model import MEANS, NOT_A_REPORT, QUESTION, Report

_LIVED = ("oplever", "oplevede")  # `Det oplever X` tells what happens to X
_AT_SOON = re.compile(r"[^,]{0,40},\s+at\s")
_NOT_SELF = r"(?!(?:jeg|vi|du|man|I|der|den)\b)"
_UNMARKED = Gated(rf"(?P<mark>,|[!?])\s+(?P<verb>{DIRECT_VERB})\s+{_NOT_SELF}", DIRECT_FIRST_WORDS)
# `Resten er kaffe, som hun siger`
_AS_SAYS = Gated(
    r"(?P<mark>,)\s+som\s+(?P<who>(?:[\w.-]+\s){1,8}?)(?P<verb>siger|sagde|udtrykker\sdet|udtrykte\sdet|formulerer\sdet|formulerede\sdet)\b",
    ("siger", "sagde", "udtrykker", "udtrykte", "formulerer", "formulerede"),
)
_CLAUSE_WORD = re.compile(r"\s*(?:at|om|hvor|hvad)\b")
_SUBJECT_WITH_CLAUSE = re.compile(r"[^,]{2,80},\s+(?:der|som)\s+[^,]*(?:,\s+(?:og\s+)?[^,]*){0,2}")
_SUBORDINATE = re.compile(r"(?:Før|Efter|Når|Da|Hvis|Mens|Inden|Fordi|Siden|Selv om|Selvom|Imens|Ligesom)\s[^,]*")
# What only says where, when or with what, where no verb follows: `Med skolen som udgangspunkt, siger hun`.
_ADVERBIAL = re.compile(r"(?:Med|På|I|Efter|Ved|Under|Over|Om|Fra|Hos|Uden|Gennem|Trods|Ifølge|Som)\s")
_PAST = ("ede", "te")
_IT_SAYS = re.compile(
    rf"(?:Det|Sådan|Således|Ordene|Samme\s\w+)\s+(?P<verb>{DIRECT_VERB}|er(?=\s[A-ZÆØÅ])|kommer(?=\sfra))\s+"
)
_OPENINGS = ("Det", "Sådan", "Således", "Ordene", "Samme")
_COLON = re.compile(rf"[^:.!?]{{2,120}}?\b(?P<verb>{SAYING})(?:\s+\w+){{0,2}}:\s+(?=[A-ZÆØÅ])")
_WORD = re.compile(r"[a-zæøå]{2,}")
_VERBLIKE = re.compile(r"[a-zæøå]{2,}(?:er|ede|te)")


def report(sentence: Sentence) -> Report | None:
    """The report that `sentence` makes; None when it makes none, or one that is denied, asked or imagined."""
    text = sentence.text
    return (
        _previous(text)
        or _unmarked(text)
        or at_report(text)
        or noun_report(text)
        or according_report(text)
        or _behind_colon(text)
        or report_without_at(text)
    )


def _previous(text: str) -> Report | None:
    match = _IT_SAYS.match(text) if text.startswith(_OPENINGS) else None
    if match is None or _AT_SOON.match(text, match.end()) or match["verb"] in (*MEANS, *_LIVED):
        return None
    return Report(0, 0, "unmarked", "unmarked.it_says", match["verb"], match.start("verb"), match.end(), previous=True)


def _unmarked(text: str) -> Report | None:
    for match in _UNMARKED.finditer(text):
        before = text[: match.start()]
        behind = text[match.end() : match.end() + 12]
        if len(before.split()) >= 3 and not _CLAUSE_WORD.match(behind) and _says_something(before):
            end = match.start() + (match["mark"] != ",")
            return Report(0, end, "unmarked", "unmarked.clause", match["verb"], match.start("verb"), match.end())
    said = _AS_SAYS.search(text)
    if said is not None and len(text[: said.start()].split()) >= 3 and _says_something(text[: said.start()]):
        return Report(
            0, said.start(), "unmarked", "unmarked.clause", said["verb"], said.start("verb"), said.start("who")
        )
    return None


def _says_something(words: str) -> bool:
    """Whether words before a verb are a statement: not only its subject with a relative clause (`X, der er borgmester i Y`) or an
    apposition, nor only a clause of time or condition (`Før hun rejser, fortæller hun`).
    """
    head = words.split(",")[0]
    relative = _SUBJECT_WITH_CLAUSE.fullmatch(words) is not None and not any(
        word in FINITE_VERBS for word in _WORD.findall(head)
    )
    if relative or _SUBORDINATE.fullmatch(words) is not None:
        return False
    if _ADVERBIAL.match(words):
        return any(word in FINITE_VERBS or word.endswith(_PAST) for word in _WORD.findall(words))
    return "," not in words or _has_verb(words)


def _has_verb(words: str) -> bool:
    return any(word in FINITE_VERBS or _VERBLIKE.fullmatch(word) for word in _WORD.findall(words))


def _behind_colon(text: str) -> Report | None:
    """`X siger: Vi er klar.`"""
    match = _COLON.match(text) if ":" in text else None
    if match is None or QUESTION.search(text) or NOT_A_REPORT.search(match[0]):
        return None
    return Report(
        match.end(),
        len(text),
        "unmarked",
        "unmarked.colon",
        match["verb"],
        match.start("verb"),
        match.end("verb"),
        True,
    )
