"""Who a reporting clause names: a person in full, a short form, a pronoun, a title, an institution or a collective."""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Sentence
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.reporting import FINITE_VERBS, VERBS
from pejlemaerker.danish.roles import indefinite
from pejlemaerker.extraction.cast import Actor, Cast, OrganisationMention

_STOP = words("clause_words") - {"den", "de", "det"}
_COLLECTIVES = frozenset(row[0].lower() for row in rows("collectives")) | words("speaking_things")
_ADVERB = re.compile(
    r"\s*(?:(?:også|videre|desuden|endvidere|da|så|derfor|dog|nu|selv|samtidig|imidlertid|bl\.a\.|blandt andet|i dag|"
    r"dermed|således|fortsat|ligeledes|tidligere|endelig|igen|gerne|sig|i går|i aftes|i morges|det fra|det hos|det i|fra|det)\s+)*"
)
_TOKEN = re.compile(r"[\w-]+")
_PRONOUN = re.compile(r"(han|hun)\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-ZÆØÅ]{2,6}")
_OPENER = re.compile(r"(?:Men|Og|Også|For|Så)\s+(?=han\b|hun\b)")
# A group without a name stands as written: `flere eksperter`, `de to forskere`.
_GROUP = re.compile(r"(?:flere|mange|nogle|de\s(?:to|tre|fire|fem))\s+([\w-]+)")
_CLAUSE_END = re.compile(r"[.;:!?”“»«\"]|\n")


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker: a person of the cast, or an institution or group by its name. `how` is the attribution it earns."""

    actor: Actor | None
    name: str
    how: str
    end: int
    organisation: OrganisationMention | None = None


def subject_after(text: str, base: int, position: int, cast: Cast, speaking: Actor | None) -> Subject | None:
    """The subject that stands at text[position:], behind a reporting verb. `base` is where `text` begins in the article."""
    match = _ADVERB.match(text, position)
    at = match.end() if match else position
    if (pronoun := _PRONOUN.match(text, at)) is not None:
        actor = cast.by_pronoun(pronoun[1], base + at, speaking)
        return Subject(actor, actor.name, "pronoun", pronoun.end()) if actor else None
    named = _named(text, base, at, cast)
    if named is not None:
        return named
    return _titled(text, base, at, cast) or _institution(text, base, at, cast)


def _named(text: str, base: int, at: int, cast: Cast) -> Subject | None:
    """A person whose name, or whose roles before the name, begin here or a few words on."""
    clause = _CLAUSE_END.search(text, at)
    end = clause.start() if clause else len(text)
    for mention in cast.between(base + at, base + len(text)):
        gap = text[at : max(at, mention.phrase_start - base)]
        words_between = gap.replace(",", " ").split()
        if mention.phrase_start - base > end and "." in gap.replace("adm.", "").replace("mag.", ""):
            return None
        if len(words_between) > 8 or any(
            word in _STOP or word.lower() in ("at", "der", "som") for word in words_between
        ):
            return None
        if any(word in VERBS for word in words_between):
            return None
        return Subject(mention.actor, mention.actor.name, "same_sentence", mention.end - base)
    return None


def _titled(text: str, base: int, at: int, cast: Cast) -> Subject | None:
    """A title in the definite form: `borgmesteren`, `den konservative minister` is left to the reader."""
    token = _TOKEN.match(text, at)
    actor = cast.by_title(token[0], base + at) if token else None
    return Subject(actor, actor.name, "title", token.end()) if actor and token else None


def _institution(text: str, base: int, at: int, cast: Cast) -> Subject | None:
    for item in cast.organisations_between(base + at, base + at + 1):
        return Subject(None, item.name, "same_sentence", item.end - base, item)
    group = _GROUP.match(text, at)
    if group is not None and group[1].lower() in _COLLECTIVES:
        return Subject(None, group[0], "same_sentence", group.end())
    token = _TOKEN.match(text, at)
    if token is None or indefinite(token[0]) is not None:
        return None  # a title that stands for nobody, or for one of several
    meant = cast.by_noun(token[0], base + at)
    if meant is not None:
        return Subject(None, meant.name, "title", token.end(), meant)
    if token[0].lower() in _COLLECTIVES or _ABBREVIATION.fullmatch(token[0]):
        return Subject(None, token[0], "same_sentence", token.end())
    return None


def subject_of(sentence: Sentence, cast: Cast, speaking: Actor | None) -> Subject | None:
    """The grammatical subject of a sentence of narration, where it is a person; None when there is any doubt."""
    text, base = sentence.text, sentence.start
    first = _TOKEN.search(text)
    if first is None:
        return None
    opener = _OPENER.match(text)
    if (pronoun := _PRONOUN.match(text, opener.end() if opener else first.start())) is not None:
        actor = cast.by_pronoun(pronoun[1], base + pronoun.start(), speaking)
        return Subject(actor, actor.name, "pronoun", pronoun.end()) if actor else None
    for mention in cast.between(base, base + len(text)):
        before = text[: mention.phrase_start - base].split()
        if not before or (len(before) <= 3 and before[0] in ("Men", "Og", "Også", "For", "Den", "Ifølge", "Så")):
            return Subject(mention.actor, mention.actor.name, "lead_in", mention.end - base)
        if before[-1].lower() in FINITE_VERBS and not any(
            word.strip(",").lower() in ("at", "der", "som", "hvis") for word in before
        ):
            return Subject(mention.actor, mention.actor.name, "lead_in", mention.end - base)
    return _pronoun_inside(text, base, cast, speaking) or _titled(text, base, first.start(), cast)


_INVERTED = re.compile(r"\b(\w+)\s+(han|hun)\b")
_POSSESSIVE = re.compile(r"(Hans|Hendes)\s[a-zæøå]")


def _pronoun_inside(text: str, base: int, cast: Cast, speaking: Actor | None) -> Subject | None:
    """`Derfor mener hun …`, `Hendes budskab var …`."""
    match = _INVERTED.search(text)
    if match and match[1].lower() in FINITE_VERBS:
        actor = cast.by_pronoun(match[2], base + match.start(2), speaking)
        return Subject(actor, actor.name, "pronoun", match.end()) if actor else None
    owner = _POSSESSIVE.match(text)
    if owner:
        actor = cast.by_pronoun("han" if owner[1] == "Hans" else "hun", base, speaking)
        return Subject(actor, actor.name, "pronoun", owner.end()) if actor else None
    return None
