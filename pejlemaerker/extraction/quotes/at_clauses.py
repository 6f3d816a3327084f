"""Indirect speech with `at`: `X siger, at …`, `som X oplyser, at …`, and `X siger, hun er klar`.

What is denied, asked or only imagined is no report.
"""

import re

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.reporting import VERBS
from pejlemaerker.danish.scanning import opened_by

from .report_model import MEANS, NOT_A_REPORT, QUESTION, Report, stripped

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
_AT_SINGLE = alternatives([verb.form for verb in _AT if " " not in verb.form])
_AT_PARTED = "|".join(
    rf"{re.escape(head)}(?:\s+(?:(?!at\b)[\w().-]+\s+){{0,5}}?|\s+){re.escape(rest)}"
    for head, _, rest in (verb.form.partition(" ") for verb in _AT)
    if rest
)
_PARTICIPLES = [
    verb.form for verb in VERBS.values() if verb.tense == "participle" and "at" in verb.flags and verb.kind == "say"
]
_HAD_SAID = alternatives(_PARTICIPLES)
_SAID = (
    rf"(?:(?:har|havde)\s+(?:(?!at\b)[\w-]+\s+){{0,5}}?(?:{_HAD_SAID})|(?:kan|kunne)\s+(?:fortælle|berette|oplyse|bekræfte)"
    r"|plejer\s+(?:[\w-]+\s+)?at\s+(?:sige|fortælle|understrege|svare))"
)
AT_CLAUSE = opened_by(
    rf"\b(?P<verb>(?:{_AT_PARTED}|{_SAID}|{_AT_SINGLE}))\b(?P<gap>(?:[^.;:!?]|(?<=\d)\.){{0,120}}?),?\s+at\s+",
    [*(verb.form for verb in _AT if " " not in verb.form), "plejer"],
    phrases=[
        *(verb.form for verb in _AT if " " in verb.form),
        *(f"{head} {form}" for head in ("har", "havde") for form in _PARTICIPLES),
        *(f"{head} {form}" for head in ("kan", "kunne") for form in ("fortælle", "berette", "oplyse", "bekræfte")),
    ],
    needs=["at"],
)
# `X siger, hun er klar`: the clause opens with its subject.
_OFTEN = "siger|sagde|mener|mente|fortæller|fortalte|vurderer|forklarer|oplyser|synes|syntes|håber|frygter"
_NO_AT = opened_by(
    rf"\b(?P<verb>{_OFTEN})(?P<gap>(?:\s[^.;:!?,]{{1,60}})?),\s(?=(?:han|hun|de|vi|det|der|man|den)\s[a-zæøå])",
    _OFTEN.split("|"),
)
_IMAGINED = re.compile(r"\s*(?:hvis|selv hvis|måske|når|medmindre|forestil|hverken)\b", re.IGNORECASE)
# Without a comma `at` may open an infinitive; a subject behind it shows a clause.
_SUBJECT_WORD = re.compile(
    r"(?:jeg|du|han|hun|vi|I|de|man|det|der|den|en|et|alle|mange|flere|nogle|ingen|vores|deres|hans|hendes)\b|[A-ZÆØÅ]|\w+(?:erne|ene|en|et)\b"
)
_IMPERSONAL = re.compile(r"\b(?:det|dette|der|som|hvilket)\s+(?:\w+\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r",\s(?:der|som)\s(?:(?:også|selv|nu|i\sdag|samtidig|desuden)\s)?$")
_MIGHT = re.compile(r"\b(?:kan|må|skal|vil|bør|ville|kunne)\s+\w*$")
# Where the narration goes on behind the words reported: `…, men han advarer mod …`.
_NARRATED = alternatives(
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


def at_report(text: str) -> Report | None:
    """What a sentence with a reporting verb and `at` reports; None when it reports nothing."""
    match = AT_CLAUSE.search(text)
    if match is None or QUESTION.search(text):
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
    end = stripped(text, len(text))
    return Report(match.end(), end, "indirect", "indirect.relative", match["verb"], relative.start(), 0, True)


def report_without_at(text: str) -> Report | None:
    """What a sentence such as `X siger, hun er klar` reports; None when it reports nothing."""
    match = _NO_AT.search(text)
    if match is None or QUESTION.search(text) or _is_no_report(text, match):
        return None
    return _at_report(text, match, "indirect.no_at")


def _is_no_report(text: str, match: re.Match[str]) -> bool:
    """Whether the verb of `match` is denied, imagined, only possible, or means something else than saying."""
    clause = re.split(r"[.;:]\s|,\s(?:og|men)\s", text[: match.start()])[-1]
    if (
        NOT_A_REPORT.search(match["gap"].removeprefix(" om"))
        or NOT_A_REPORT.search(clause[-25:])
        or _IMAGINED.match(clause)
    ):
        return True
    return match["verb"].split()[0] in MEANS or _MIGHT.search(text[: match.start()].rstrip()) is not None


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
    end = stripped(text, other.start() if other else len(text))
    return Report(match.end(), end, "indirect", rule, verb, match.start(), subject_at, before and not inside)


def is_statement(verb: str) -> bool:
    """Whether a reporting verb tells what is said, not what is thought."""
    known = VERBS.get(verb)
    return known is not None and known.kind == "say"
