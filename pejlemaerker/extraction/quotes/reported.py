"""Speech without marks in one sentence: unmarked (`Vi må handle, sagde X`) and indirect (`X siger, at …`, `ifølge X`).

What is denied, asked or only imagined is no report and gives nothing.
"""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Sentence
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.reporting import DIRECT_VERB, FINITE_VERBS, SAYING, VERBS, alternation

# Verbs that ask for something give recommendations, and what a denial denies nobody says.
_DIRECTIVE = {row[0] for row in rows("performatives")} - {row[0] for row in rows("advocating")}
# What somebody thought in a story is not said to anybody.
_MIND_ONLY = ("troede", "troede på", "tænkte", "vidste")
_AT = [
    verb
    for verb in VERBS.values()
    if "at" in verb.flags
    and verb.kind in ("say", "think")
    and verb.tense != "participle"
    and verb.form not in _DIRECTIVE
    and verb.form not in _MIND_ONLY
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
_SAID = (
    rf"(?:(?:har|havde)\s+(?:(?!at\b)[\w-]+\s+){{0,5}}?(?:{_HAD_SAID})|(?:kan|kunne)\s+(?:fortælle|berette|oplyse|bekræfte)"
    r"|plejer\s+(?:[\w-]+\s+)?at\s+(?:sige|fortælle|understrege|svare))"
)
AT_CLAUSE = re.compile(
    rf"\b(?P<verb>(?:{_AT_PARTED}|{_SAID}|{_AT_SINGLE}))\b(?P<gap>(?:[^.;:!?]|(?<=\d)\.){{0,120}}?),?\s+at\s+"
)
# `X siger, hun er klar`: the clause opens with its subject.
_NO_AT = re.compile(
    r"\b(?P<verb>siger|sagde|mener|mente|fortæller|fortalte|vurderer|forklarer|oplyser|synes|syntes|håber|frygter)(?P<gap>(?:\s[^.;:!?,]{1,60})?),\s"
    r"(?=(?:han|hun|de|vi|det|der|man|den)\s[a-zæøå])"
)
_NOUN_CUE = re.compile(
    r"\b(?P<owner>Hans|Hendes|hans|hendes|[A-ZÆØÅ][\w’' -]{1,60}?(?:s|’s|'s|’|'))\s+(?:\w+\s+)?"
    r"(?P<verb>budskab|pointe|vurdering|holdning|opfattelse|konklusion|råd|argument|svar|påstand|melding|opfordring|forklaring|erfaring|indtryk)"
    r"(?:\s(?:til|på|om)\s[^,.;:]{2,60}?)?\s+(?:er|var|lyder|lød)(?:\s+klart?|\s+også|\s+derfor)?,?\s+at\s+"
)
# `Budskabet fra X er, at …`
_NOUN_FROM = re.compile(
    r"(?:Budskabet|Meldingen|Vurderingen|Svaret|Rådet|Beskeden|Konklusionen|Forklaringen|Opfordringen|budskabet|meldingen|vurderingen|svaret|"
    r"beskeden)\s(?P<verb>fra|hos)\s(?=\w)(?P<owner>[^,.;:]{2,80}?)\s+(?:er|var|lyder|lød)(?:\s+klart?|\s+også|\s+derfor)?,?\s+at\s+"
)
# `Hendes råd er enkelt: Begynd i det små.`
_MEANS = ("kræver", "krævede", "betyder", "betød", "viser", "viste")  # of a thing, far more often than of somebody
_AT_SOON = re.compile(r"[^,]{0,40},\s+at\s")
_NOUN_COLON = re.compile(
    r"(?:(?P<owner>Hans|Hendes|[A-ZÆØÅ][\w’' -]{1,60}?(?:s|’s|'s|’|'))\s(?:\w+\s)?"
    r"(?P<verb>budskab|pointe|vurdering|konklusion|råd|svar|melding|opfordring|forklaring))"
    r"(?:\s(?:til|på|om)\s[^,.;:]{2,60}?)?\s(?:er|var|lyder|lød)(?:\s[\w ]{2,30})?:\s+(?=[A-ZÆØÅ])"
)
_NOT_SELF = r"(?!(?:jeg|vi|du|man|I|der|den)\b)"
_UNMARKED = re.compile(rf"(?P<mark>,|[!?])\s+(?P<verb>{DIRECT_VERB})\s+{_NOT_SELF}")
# `Resten er kaffe, som hun siger`
_AS_SAYS = re.compile(
    r"(?P<mark>,)\s+som\s+(?P<who>(?:[\w.-]+\s){1,8}?)(?P<verb>siger|sagde|udtrykker\sdet|udtrykte\sdet|formulerer\sdet|formulerede\sdet)\b"
)
_CLAUSE_WORD = re.compile(r"\s*(?:at|om|hvor|hvad)\b")
_SUBJECT_WITH_CLAUSE = re.compile(r"[^,]{2,80},\s+(?:der|som)\s+[^,]*(?:,\s+(?:og\s+)?[^,]*){0,2}")
_SUBORDINATE = re.compile(r"(?:Før|Efter|Når|Da|Hvis|Mens|Inden|Fordi|Siden|Selv om|Selvom|Imens|Ligesom)\s[^,]*")
_IT_SAYS = re.compile(
    rf"(?:Det|Sådan|Således|Ordene|Samme\s\w+)\s+(?P<verb>{DIRECT_VERB}|er(?=\s[A-ZÆØÅ])|kommer(?=\sfra))\s+"
)
_COLON = re.compile(rf"[^:.!?]{{2,120}}?\b(?P<verb>{SAYING})(?:\s+\w+){{0,2}}:\s+(?=[A-ZÆØÅ])")
_ACCORDING = re.compile(r"\b(?P<verb>[Ii]\s?følge)\s+")
_CLAUSE_START = re.compile(r"(?:^|[;:]\s|,\s(?:og|men|for)\s|\b(?:Og|Men|For|Også|Men også|Alligevel)\s)$")
_IN_THE_VIEW = re.compile(
    r"(?:^|(?<=,\sog\s)|(?<=,\smen\s))[Ee]fter\s+(?:(?=[A-ZÆØÅ])(?P<owner>[^,.:]{3,80}?)(?:s|’|')|(?P<pronoun>hans|hendes)|(?P<title>[a-zæøå-]{4,}(?:en|et))s)\s+"
    r"(?P<verb>mening|opfattelse|vurdering|overbevisning)\s+"
)
_NOT_A_REPORT = re.compile(r"\b(?:ikke|aldrig|næppe|hverken|hvis|om|måske)\b", re.IGNORECASE)
_IMAGINED = re.compile(r"\s*(?:hvis|selv hvis|måske|når|medmindre|forestil)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\s*$")
# Without a comma `at` may open an infinitive; a subject behind it shows a clause.
_SUBJECT_WORD = re.compile(
    r"(?:jeg|du|han|hun|vi|I|de|man|det|der|den|en|et|alle|mange|flere|nogle|ingen|vores|deres|hans|hendes)\b|[A-ZÆØÅ]|\w+(?:erne|ene|en|et)\b"
)
_IMPERSONAL = re.compile(r"\b(?:det|dette|der|som|hvilket)\s+(?:\w+\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r",\s(?:der|som)\s(?:(?:også|selv|nu|i\sdag|samtidig|desuden)\s)?$")
_MIGHT = re.compile(r"\b(?:kan|må|skal|vil|bør|ville|kunne)\s+\w*$")
_END = re.compile(r"[\s.!:;,]+$")
_WORD = re.compile(r"[a-zæøå]{2,}")
_VERBLIKE = re.compile(r"[a-zæøå]{2,}(?:er|ede|te)")
# Where the narration goes on behind the words reported: `…, men han advarer mod …`.
_NARRATED = alternation(
    [form for form, verb in VERBS.items() if " " not in form and verb.tense != "participle"] + sorted(_DIRECTIVE)
)
_OTHER_CLAUSE = re.compile(rf",\s(?:og|men)\s(?:han|hun)\s(?:{_NARRATED})\b")
# Adverbs between the two parts of a verb: `har siden sagt`.
_BETWEEN = frozenset(
    [
        "også",
        "siden",
        "tidligere",
        "nu",
        "selv",
        "allerede",
        "flere",
        "gange",
        "ofte",
        "endnu",
        "netop",
        "desuden",
        "dog",
        "længe",
        "i",
        "dag",
        "går",
        "altid",
        "så",
        "kun",
    ]
)
_ADVERBIAL = re.compile(r"[a-zæøå]{4,}(?:igt|vis|gt)")  # `entydigt`, `afslutningsvis`, `indledende`
# Words behind the verb that leave its subject in front of it.
_LEAVES_SUBJECT = frozenset(
    [
        "også",
        "desuden",
        "videre",
        "dog",
        "derfor",
        "samtidig",
        "fast",
        "til",
        "om",
        "på",
        "her",
        "i",
        "blandt",
        "over",
        "klart",
        "nu",
        "gerne",
        "ifølge",
    ]
)


@dataclass(frozen=True, slots=True)
class Report:
    """A report in a sentence: its words are text[start:end] of the sentence.

    `subject_at` is where the subject is looked for: behind the verb, or with `subject_before` in front of it, the verb
    beginning at `verb_at`. `previous` says that the words reported are the sentence before (`Det mener X.`); a `start` of -1 that the words
    begin where the subject ends (`Ifølge X …`).
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
        or _without_at(text)
    )


def is_statement(verb: str) -> bool:
    """Whether a reporting verb tells what is said, not what is thought."""
    known = VERBS.get(verb)
    return known is not None and known.kind == "say"


def _previous(text: str) -> Report | None:
    match = _IT_SAYS.match(text)
    if match is None or _AT_SOON.match(text, match.end()) or match["verb"] in _MEANS:
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
    return "," not in words or _has_verb(words)


def _has_verb(words: str) -> bool:
    return any(word in FINITE_VERBS or _VERBLIKE.fullmatch(word) for word in _WORD.findall(words))


def _indirect(text: str) -> Report | None:
    match = AT_CLAUSE.search(text)
    if match is None or _QUESTION.search(text):
        return None
    if "," not in match[0] and not _SUBJECT_WORD.match(text, match.end()):
        return None
    relative = _RELATIVE.search(text[: match.start()])
    if _is_no_report(text, match) or (relative is None and _IMPERSONAL.search(text[: match.start()])):
        return None
    if relative is not None:
        return _by_antecedent(text, match, relative)
    return _at_report(text, match, "indirect.at")


def _by_antecedent(text: str, match: re.Match[str], relative: re.Match[str]) -> Report:
    """`X, der oplyser, at …`: the subject is whoever the relative clause is about, at the end of the words before it."""
    end = _stripped(text, len(text))
    return Report(match.end(), end, "indirect", "indirect.relative", match["verb"], relative.start(), 0, True)


def _without_at(text: str) -> Report | None:
    match = _NO_AT.search(text)
    if match is None or _QUESTION.search(text) or _is_no_report(text, match):
        return None
    return _at_report(text, match, "indirect.no_at")


def _is_no_report(text: str, match: re.Match[str]) -> bool:
    """Whether the verb of `match` is denied, imagined, only possible, or means something else than saying."""
    clause = re.split(r"[.;:]\s|,\s(?:og|men)\s", text[: match.start()])[-1]
    if (
        _NOT_A_REPORT.search(match["gap"].removeprefix(" om"))
        or _NOT_A_REPORT.search(clause[-25:])
        or _IMAGINED.match(clause)
    ):
        return True
    return match["verb"].split()[0] in _MEANS or _MIGHT.search(text[: match.start()].rstrip()) is not None


def _at_report(text: str, match: re.Match[str], rule: str) -> Report:
    gap, verb = match["gap"].split(), match["verb"]
    left = [word for word in gap if word != ","]
    before = (
        not left or left[0].lower() in _LEAVES_SUBJECT or (len(left) == 1 and _ADVERBIAL.fullmatch(left[0]) is not None)
    )
    words = verb.split()[1:-1] if " " in verb and verb not in VERBS else []
    inside = any(word.lower() not in _BETWEEN for word in words) and words[-1:] != ["at"]  # `meldte myndighederne ud`
    subject_at = match.start("verb") + len(verb.split()[0]) if inside else match.end("verb")
    other = _OTHER_CLAUSE.search(text, match.end())
    end = _stripped(text, other.start() if other else len(text))
    return Report(match.end(), end, "indirect", rule, verb, match.start(), subject_at, before and not inside)


def _by_noun(text: str) -> Report | None:
    if _QUESTION.search(text):
        return None
    end = _stripped(text, len(text))
    if (match := _NOUN_FROM.match(text)) is not None:
        return Report(match.end(), end, "indirect", "indirect.noun_from", "budskabet", 0, match.start("owner"))
    if (match := _NOUN_COLON.match(text)) is not None:
        return Report(
            match.end(),
            len(text),
            "unmarked",
            "unmarked.noun",
            match["verb"],
            match.end("owner"),
            match.start("owner"),
            True,
        )
    match = _NOUN_CUE.search(text)
    if match is None:
        return None
    return Report(
        match.end(), end, "indirect", "indirect.noun", match["verb"], match.end("owner"), match.start("owner"), True
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
    end = _stripped(text, len(text))
    view = _IN_THE_VIEW.search(text)
    if view is not None:
        owner = next(view.start(name) for name in ("owner", "pronoun", "title") if view[name])
        return Report(view.end(), end, "indirect", "indirect.view", view["verb"], view.start("verb"), owner)
    match = _ACCORDING.search(text)
    if match is None or _QUESTION.search(text):
        return None
    at = match.start()
    if _CLAUSE_START.search(text[:at]):
        other = text.find(", men ", at)
        end = _stripped(text, other) if other > 0 else end
        return Report(-1, end, "indirect", "indirect.according", "ifølge", at, match.end())
    if len(text[:at].split()) >= 4 and text[:at].rstrip().endswith(","):
        return Report(0, _stripped(text, at), "indirect", "indirect.according", "ifølge", at, match.end())
    if len(text[:at].split()) >= 2 and not text[:at].rstrip().endswith((",", "(")):
        return Report(0, end, "indirect", "indirect.according_inside", "ifølge", at, match.end())
    return None


def _stripped(text: str, end: int) -> int:
    match = _END.search(text, 0, end)
    return match.start() if match else end
