"""Sentences that recommend in so many words: `anbefaler`, `opfordrer til`, `foreslår, at`, `slår til lyd for`."""

import re
from dataclasses import dataclass

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.reporting import alternation

_FORMS = {row[0]: (row[1], row[2], frozenset(row[3].split("|"))) for row in rows("performatives")}
# These recommend only with a clause: `hun forventer, at`, but not `hun forventer besøg`.
_CLAUSE_ONLY = frozenset(
    {
        "ønske",
        "forvente",
        "indstille",
        "bede",
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
    rf"{re.escape(head)}\s+(?:(?!at\b)[\w-]+\s+){{0,4}}?{re.escape(rest)}"
    for head, _, rest in (form.partition(" ") for form in _FORMS)
    if rest
)
_WILL = rf"(?:vil|må|skal|kan|ville)\s+(?:\w+\s+){{0,2}}?(?P<infinitive>{alternation(list(_INFINITIVES))})"
_VERB = re.compile(rf"\b(?:{_WILL}|{_PARTS}|{alternation([form for form in _FORMS if ' ' not in form])})\b")
_CLAUSE = re.compile(r"[^.;:!?]{0,90}?(?:,\s+)?\bat\s")
_PREPOSITION = re.compile(r"\s+(?:[^.;:!?]{0,120}?\s)?(til|om|på|for)\b")
_IT = re.compile(r"\s+det\b")
_SUBJECT = re.compile(
    r"(?:jeg|du|han|hun|vi|I|de|man|det|der|den|en|et|alle|mange|flere|nogle|ingen|vores|deres)\b|[A-ZÆØÅ]|[\w-]+(?:erne|ene|en|et|er|ere)\b"
)
_NEGATED = re.compile(r"\b(?:ikke|aldrig|hverken)\b")
_IMPERSONAL = re.compile(r"\b(?:det|det|dette|hvilket|som|der)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\b(?:den|det|de|en|et)\s+$", re.IGNORECASE)
_PASSIVE = re.compile(r"^\w+(?:es|edes|tes)\b")
_WAS_ASKED = re.compile(r"\b(?:blev|var|er blevet|var blevet)\s+$")
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
    if text.rstrip("”“»\"' ").endswith("?"):
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
    if _NEGATED.search(text[match.end() : match.end() + 12]) or _NEGATED.search(before[-32:].rpartition(",")[2]):
        return False
    if match["infinitive"] is None and match[0].split()[0].endswith(("t", "ede", "te")) and _ADJECTIVE.search(before):
        return False  # `den anbefalede løsning`
    if match["infinitive"] is None and match[0].split()[0].endswith("t") and _HAVE.search(before) is None:
        return False  # a participle without `har` describes a noun: `den anbefalede løsning`, `ønsket`
    if _WAS_ASKED.search(before):
        return False  # `X blev opfordret til` tells what happened
    if lemma in _NEEDS_PERSON and (_IMPERSONAL.search(before) or _IT.match(text, match.end())):
        return False
    clause = _has_clause(text, match.end())
    if lemma in _CLAUSE_ONLY:
        return clause and "at" in complements and before.strip() != ""
    if complements & {"til", "om", "på", "for"}:
        return _PREPOSITION.match(text, match.end()) is not None or (clause and "at" in complements)
    return (clause or "NP" in complements) and len(text[match.end() :].split()) >= 2
