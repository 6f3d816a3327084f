"""Sentences that recommend in so many words: `anbefaler`, `opfordrer til`, `foreslår, at`, `slår til lyd for`."""

import re
from dataclasses import dataclass

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.scanning import opened_by

_FORMS = {row[0]: (row[1], row[2], frozenset(row[3].split("|"))) for row in rows("performatives")}
# These recommend only with a clause: `hun forventer, at`, but not `hun forventer besøg`.
_CLAUSE_ONLY = frozenset(
    {
        "ønske",
        "forvente",
        "indstille",
        "bede",
        "invitere",
        "kræve",
        "lægge op til",
        "ønske sig",
        "argumentere for",
        "plædere for",
        "stille krav til",
    }
)
# These only introduce: what their clause says must itself say what ought to be done, as `modals` reads it.
_INTRODUCING = frozenset({"lægge vægt på", "pege på", "understrege behovet for"})
_NEEDS_PERSON = frozenset({"kræve", "fordre", "forvente"})
_INFINITIVES = {row[1]: row[0] for row in rows("performatives") if " " not in row[1]}
_PARTS = "|".join(
    rf"{re.escape(head)}\s+(?:(?!(?:at|og|som|der)\b)[\w-]+\s+){{0,4}}?{re.escape(rest)}"
    for head, _, rest in (form.partition(" ") for form in _FORMS)
    if rest
)
_MODALS, _BEFORE_AT = ("vil", "må", "skal", "kan", "ville"), ("med", "til", "ved", "oplagt", "gerne", "som")
_WILL = (
    rf"(?:{'|'.join(_MODALS)}|(?:{'|'.join(_BEFORE_AT)})\s+at)\s+(?:\w+\s+){{0,2}}?"
    rf"(?P<infinitive>{alternatives(list(_INFINITIVES))})"
)
_VERB = opened_by(
    rf"\b(?:{_WILL}|{_PARTS}|{alternatives([form for form in _FORMS if ' ' not in form])})\b",
    [form for form in _FORMS if " " not in form],
    phrases=[
        *(form for form in _FORMS if " " in form),
        *(f"{head} {infinitive}" for head in (*_MODALS, *_BEFORE_AT) for infinitive in _INFINITIVES),
    ],
)
_CLAUSE = re.compile(r"[^.;:!?]{0,90}?(?:,\s+)?\bat\s")
_PREPOSITION = re.compile(r"\s+(?:[^.;:!?]{0,120}?\s)?(til|om|på|for)\b")
# `beder` is an appeal to somebody only now, in so many words, and not of oneself or of people in general: `Vi beder regeringen om at …`.
_ANYBODY = re.compile(r"\b(?:man|de fleste|mange|nogle|ingen)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(r",\s(?:og|men|så|mens|fordi)\b")
_NEEDS_AGENT = frozenset({"invitere", "bede", "opfordre"})
_TO_DO = re.compile(r"\s+(?:[\w’'-]+\s+){1,6}?om\s+at\b|\s+om,?\s+at\s+[\w-]+\s+(?!at\b)")
_ASKED_TO = re.compile(r"[^.;:!?]{0,90}?\bom,?\sat\b")
_NEXT_WORD = 12  # characters
_IT = re.compile(r"\s+det\b")
_SUBJECT = re.compile(
    r"(?:jeg|du|han|hun|vi|I|de|man|det|der|den|en|et|alle|mange|flere|nogle|ingen|vores|deres)\b|[A-ZÆØÅ]|[\w-]+(?:erne|ene|en|et|er|ere)\b"
)
_NEGATED = re.compile(r"\b(?:ikke|aldrig|hverken)\b")
_IMPERSONAL = re.compile(r"\b(?:det|det|dette|hvilket|som|der)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\b(?:den|det|de|en|et)\s+$", re.IGNORECASE)
_PASSIVE = re.compile(r"^\w+(?:es|edes|tes)\b")
_WAS_ASKED = re.compile(r"\b(?:blev|var|er blevet|var blevet)\s+$")
_RELATIVE = re.compile(r"\b(?:som|der)\s+(?:\w+\s+){1,5}$")
_WAS = re.compile(r"\b(?:er|var|bliver|blev|blevet|være)\s+(?:\w+\s+)?$")
_HAVE = re.compile(r"\b(?:har|havde|er|var|bliver|blev|være|at)\s+(?:\w+\s+)?$")


@dataclass(frozen=True, slots=True)
class Performative:
    """A recommending verb at text[start:end]; its complement begins at `end`."""

    start: int
    end: int
    lemma: str
    strength: str
    passive: bool = False


def performative(text: str) -> Performative | None:
    """The first verb of the sentence `text` that recommends, with the complement it needs; None without one."""
    if not _VERB.may_match(text) or text.rstrip("”“»\"' ").endswith("?"):
        return None
    for match in _VERB.finditer(text):
        form = _INFINITIVES[match["infinitive"]] if match["infinitive"] else _form(match[0])
        if form is None or _FORMS[form][0] in _INTRODUCING:
            continue
        lemma, strength, complements = _FORMS[form]
        if _is_one(text, match, lemma, complements):
            passive = _PASSIVE.search(match[0]) is not None or _WAS.search(text[: match.start()]) is not None
            return Performative(match.start(), match.end(), lemma, strength, passive)
    return None


def recommends(text: str) -> bool:
    """Whether a verb that recommends stands in `text`, whatever follows it: what it recommends may be a list below."""
    return any(
        _NEGATED.search(text[: match.start()][-32:].rpartition(",")[2]) is None
        and _NEGATED.search(text[match.start() : match.end() + _NEXT_WORD]) is None
        and (match["infinitive"] or _form(match[0])) is not None
        for match in _VERB.finditer(text)
    )


def _has_clause(text: str, position: int) -> bool:
    """Whether an at-clause follows: behind a comma, or with a subject, which an infinitive does not have."""
    match = _CLAUSE.match(text, position)
    return match is not None and ("," in match[0] or _SUBJECT.match(text, match.end()) is not None)


def _form(words: str) -> str | None:
    if words in _FORMS:
        return words
    parts = words.split()
    return next(
        (form for form in _FORMS if form.split()[0] == parts[0] and form.split()[-1] == parts[-1] and " " in form), None
    )


def _is_one(text: str, match: re.Match[str], lemma: str, complements: frozenset[str]) -> bool:
    before = text[: match.start()]
    if _NEGATED.search(text[match.start() : match.end() + _NEXT_WORD]) or _NEGATED.search(
        before[-32:].rpartition(",")[2]
    ):
        return False
    if match["infinitive"] is None and match[0].split()[0].endswith(("t", "ede", "te")) and _ADJECTIVE.search(before):
        return False  # `den anbefalede løsning`
    if match["infinitive"] is None and match[0].split()[0].endswith("t") and _HAVE.search(before) is None:
        return False  # a participle without `har` describes a noun: `den anbefalede løsning`, `ønsket`
    if (
        _WAS_ASKED.search(before)
        or _GOES_ON.match(text, match.end())
        or (_WAS.search(before) and _RELATIVE.search(before))
    ):
        # `X blev opfordret til` tells what happened, `det forslag, der bliver foreslået` names a thing, and
        # `maskinen foreslår, og vi trykker` asks for nothing
        return False
    if lemma in ("bede", "bede om"):
        return _appeals(text, match)
    return not _says_otherwise(text, match, lemma) and _has_complement(text, match.end(), lemma, complements)


def _appeals(text: str, match: re.Match[str]) -> bool:
    """Whether `beder` appeals to somebody, and not just asks for something as people do."""
    asked = match[0].startswith("beder") and _TO_DO.match(text, match.start() + len("beder")) is not None
    return asked and _ANYBODY.search(text, 0, match.start()) is None


def _says_otherwise(text: str, match: re.Match[str], lemma: str) -> bool:
    """Whether a verb that may recommend says something else here: asks for papers, invites to a feast, states a need."""
    before = text[: match.start()]
    if lemma == "anmode":
        return _ASKED_TO.match(text, match.end()) is None
    if lemma == "ønske":
        return before.endswith("ville ")
    if lemma in _NEEDS_AGENT:
        return _WAS.search(before) is not None
    return lemma in _NEEDS_PERSON and bool(_IMPERSONAL.search(before) or _IT.match(text, match.end()))


def _has_complement(text: str, position: int, lemma: str, complements: frozenset[str]) -> bool:
    """Whether what is recommended follows."""
    clause = _has_clause(text, position)
    if lemma in _CLAUSE_ONLY:
        return clause and "at" in complements and text[:position].count(" ") > 0
    if complements & {"til", "om", "på", "for"}:
        return _PREPOSITION.match(text, position) is not None or (clause and "at" in complements)
    return (clause or "NP" in complements) and len(text[position:].split()) >= 2
