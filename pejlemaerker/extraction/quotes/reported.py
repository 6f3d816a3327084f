"""Speech without marks in one sentence: unmarked (`Vi må handle, sagde X`) and indirect (`X siger, at …`, `ifølge X`).

What is denied, asked or only imagined is no report and gives nothing.
"""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Sentence
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.reporting import DIRECT_VERB, SAYING, VERBS, alternation

# Verbs that ask for something give recommendations, and what a denial denies nobody says.
_DIRECTIVE = {row[0] for row in rows("performatives")} - {row[0] for row in rows("advocating")}
_AT = [
    verb
    for verb in VERBS.values()
    if "at" in verb.flags
    and verb.kind in ("say", "think")
    and verb.tense != "participle"
    and verb.form not in _DIRECTIVE
]
_AT_SINGLE = alternation([verb.form for verb in _AT if " " not in verb.form])
_AT_PARTED = "|".join(
    rf"{re.escape(head)}(?:\s+(?:(?!at\b)[\w().-]+\s+){{0,5}}?|\s+){re.escape(rest)}"
    for head, _, rest in (verb.form.partition(" ") for verb in _AT)
    if rest
)
_HAD_SAID = alternation(
    [verb.form for verb in VERBS.values() if verb.tense == "participle" and "at" in verb.flags and verb.kind == "say"]
)
AT_CLAUSE = re.compile(
    rf"\b(?P<verb>(?:{_AT_PARTED}|{_AT_SINGLE}|(?:har|havde)\s+(?:\w+\s+)?(?:{_HAD_SAID})))\b(?P<gap>[^.;:!?]{{0,120}}?),?\s+at\s+"
)
_NOUN_CUE = re.compile(
    r"\b(?P<owner>Hans|Hendes|hans|hendes|[A-ZÆØÅ][\w’' -]{1,60}?(?:s|’s|'s|’|'))\s+(?:\w+\s+)?"
    r"(?P<verb>budskab|pointe|vurdering|holdning|opfattelse|konklusion|råd|argument|svar|påstand|melding|opfordring|forklaring)\s+(?:er|var|lyder|lød)(?:\s+klart?|\s+også|\s+derfor)?,?\s+at\s+"
)
_UNMARKED = re.compile(rf"(?P<mark>,|[!?])\s+(?P<verb>{DIRECT_VERB})\s+")
_CLAUSE_WORD = re.compile(r"\s*(?:at|om|hvor|hvad)\b")
_SUBJECT_WITH_CLAUSE = re.compile(r"[^,]{2,80},\s+(?:der|som)\s+[^,]*(?:,\s+(?:og\s+)?[^,]*){0,2}")
_SUBORDINATE = re.compile(r"(?:Før|Efter|Når|Da|Hvis|Mens|Inden|Fordi|Siden|Selv om|Selvom|Imens)\s[^,]*")
_IT_SAYS = re.compile(rf"(?:Det|Sådan|Således)\s+(?P<verb>{DIRECT_VERB})\s+")
_COLON = re.compile(rf"[^:.!?]{{2,120}}?\b(?P<verb>{SAYING})(?:\s+\w+){{0,2}}:\s+(?=[A-ZÆØÅ])")
_ACCORDING = re.compile(r"\b(?P<verb>[Ii]følge)\s+")
_IN_THE_VIEW = re.compile(
    r"Efter\s+(?=[A-ZÆØÅ])(?P<owner>[^,.:]{3,80}?)(?:s|’|')\s+(?P<verb>mening|opfattelse|vurdering)\s+"
)
_NOT_A_REPORT = re.compile(r"\b(?:ikke|aldrig|næppe|hverken|hvis|om|måske)\b", re.IGNORECASE)
_IMAGINED = re.compile(r"\s*(?:hvis|selv hvis|måske|når|medmindre|forestil)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\s*$")
# Without a comma `at` may open an infinitive; a subject behind it shows a clause.
_SUBJECT_WORD = re.compile(
    r"(?:jeg|du|han|hun|vi|I|de|man|det|der|den|en|et|alle|mange|flere|nogle|ingen|vores|deres|hans|hendes)\b|[A-ZÆØÅ]|\w+(?:erne|ene|en|et)\b"
)
_IMPERSONAL = re.compile(r"\b(?:det|dette|der|som|hvilket)\s+(?:\w+\s+)?$", re.IGNORECASE)
_END = re.compile(r"[\s.!:;,]+$")


@dataclass(frozen=True, slots=True)
class Report:
    """A report in a sentence: its words are text[start:end] of the sentence.

    `subject_at` is where the subject is looked for: behind the verb, or with `subject_before` in front of it, the verb
    beginning at `verb_at`. `previous` says that the words reported are the sentence before (`Det mener X.`).
    """

    start: int
    end: int
    kind: str
    rule: str
    verb: str
    verb_at: int
    subject_at: int
    subject_before: bool = False
    previous: bool = False


def report(sentence: Sentence) -> Report | None:
    """The report that `sentence` makes; None when it makes none, or one that is denied, asked or imagined."""
    text = sentence.text
    return (
        _previous(text)
        or _unmarked(text)
        or _indirect(text)
        or _by_noun(text)
        or _according(text)
        or _behind_colon(text)
    )


def _previous(text: str) -> Report | None:
    match = _IT_SAYS.match(text)
    if match is None or re.search(r",\s+at\s", text):
        return None
    return Report(0, 0, "unmarked", "unmarked.it_says", match["verb"], match.start("verb"), match.end(), previous=True)


def _unmarked(text: str) -> Report | None:
    for match in _UNMARKED.finditer(text):
        words = text[: match.start()].split()
        behind = text[match.end() : match.end() + 12]
        if len(words) >= 3 and not _CLAUSE_WORD.match(behind) and not _says_nothing(text[: match.start()]):
            end = match.start() + (match["mark"] != ",")
            return Report(0, end, "unmarked", "unmarked.clause", match["verb"], match.start("verb"), match.end())
    return None


def _says_nothing(words: str) -> bool:
    """Whether words before a verb are only its subject with a relative clause (`X, der er borgmester i Y`), or only a clause of time
    or condition (`Før hun rejser, fortæller hun`).
    """
    return _SUBJECT_WITH_CLAUSE.fullmatch(words) is not None or _SUBORDINATE.fullmatch(words) is not None


def _indirect(text: str) -> Report | None:
    match = AT_CLAUSE.search(text)
    if match is None or _QUESTION.search(text):
        return None
    gap = match["gap"]
    if "," not in match[0] and not _SUBJECT_WORD.match(text, match.end()):
        return None
    clause = re.split(r"[.;:]\s|,\s(?:og|men)\s", text[: match.start()])[-1]
    if _NOT_A_REPORT.search(gap) or _NOT_A_REPORT.search(clause[-25:]) or _IMAGINED.match(clause):
        return None
    if match["verb"].split()[0] in ("kræver", "betyder", "viser") or _IMPERSONAL.search(text[: match.start()]):
        return None
    if re.search(r"\b(?:kan|må|skal|vil|bør|ville|kunne)\s+\w*$", text[: match.start()].rstrip()):
        return None
    end = _stripped(text, len(text))
    before = gap.strip(" ,") == "" or gap.split()[0].lower() in (
        "også",
        "desuden",
        "videre",
        "dog",
        "derfor",
        "samtidig",
        "fast",
        "til",
    )
    return Report(match.end(), end, "indirect", "indirect.at", match["verb"], match.start(), match.end("verb"), before)


def _by_noun(text: str) -> Report | None:
    match = _NOUN_CUE.search(text)
    if match is None or _QUESTION.search(text):
        return None
    return Report(
        match.end(),
        _stripped(text, len(text)),
        "indirect",
        "indirect.noun",
        match["verb"],
        match.end("owner"),
        match.start(),
        True,
    )


def _behind_colon(text: str) -> Report | None:
    """`X siger: Vi er klar.`"""
    match = _COLON.match(text)
    if match is None or _QUESTION.search(text) or _NOT_A_REPORT.search(match[0]):
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


def _according(text: str) -> Report | None:
    view = _IN_THE_VIEW.match(text)
    if view is not None:
        end = _stripped(text, len(text))
        return Report(
            view.end(), end, "indirect", "indirect.view", view["verb"], view.start("verb"), view.start("owner")
        )
    match = _ACCORDING.search(text)
    if match is None or _QUESTION.search(text):
        return None
    at = match.start()
    if at == 0:
        return Report(-1, _stripped(text, len(text)), "indirect", "indirect.according", "ifølge", 0, match.end())
    if len(text[:at].split()) >= 4 and text[:at].rstrip().endswith(","):
        return Report(0, _stripped(text, at), "indirect", "indirect.according", "ifølge", at, match.end())
    return None


def _stripped(text: str, end: int) -> int:
    match = _END.search(text, 0, end)
    return match.start() if match else end
