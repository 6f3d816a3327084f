"""Whom a reporting clause names: a person in full, a short form, a pronoun or a title; what is no person is for `groups`."""

import re
from dataclasses import dataclass, replace

from pejlemaerker.corpus.article import Sentence
from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.people import Affiliation
from pejlemaerker.danish.reporting import FINITE_VERBS, VERBS
from pejlemaerker.danish.roles import indefinite
from pejlemaerker.danish.scanning import Gated
from pejlemaerker.extraction.cast import Actor, Cast, OrganisationMention, PersonMention

OPENING_MARKS = " \t”“„»«\"‘’'–—-"
_STOP = words("clause_words") - {"den", "de", "det"}
_CHANNEL = r"(?:i|på|ved)\s(?:(?:en|et|sin|sit|det|den|dagens|gårsdagens)\s)?(?:[\w-]+\s){1,3}?"
# What `lyder` takes before whom it comes from: `lyder det fra X`, `lød svaret i går fra X`, `lyder det i et høringssvar fra X`.
_SOUNDING = (
    r"(?:det|budskabet|meldingen|svaret|beskeden|opfordringen|kravet|vurderingen|dommen|konklusionen|forklaringen|rådet|advarslen|kritikken|argumentet)\s"
    rf"(?:\w+\s)?(?:i\s(?:går|dag|aftes)\s|{_CHANNEL})?(?:fra|hos|i|på)"
)
_ADVERB = re.compile(
    rf"\s*(?:(?:{_SOUNDING}|også|videre|desuden|endvidere|da|så|derfor|dog|nu|selv|samtidig|imidlertid|bl\.a\.|blandt andet|i dag|"
    r"dermed|således|fortsat|ligeledes|tidligere|endelig|igen|gerne|sig|i går|i aftes|i morges|fra|det|en glad|en stolt|en lettet|nyvalgt|"
    r"både|især)\s+)*"
)
_TOKEN = re.compile(r"[\w-]+")
_PRONOUN = re.compile(r"(han|hun)\b", re.IGNORECASE)
_OPENER = re.compile(r"(?:Men|Og|Også|For|Så)\s+(?=han\b|hun\b)")
# Nouns for a person of a nation, a place or an age: `nordmanden`, `den 54-årige`.
_PERSON_NOUNS = ("manden", "kvinden", "eren", "årige")
_CLAUSE_END = re.compile(r"[.;:!?”“»«\"]|\n")
_JOINED = re.compile(r"(?:\s\([A-ZÆØÅ]{1,3}\))?\s(?:og|samt)\s$")
# `den 54-årige direktør`, `den konservative ordfører`, `den tidligere minister`.
_DESCRIBED = re.compile(r"[Dd]en\s(?:\d+-årige\s)?(?:[\w-]+e\s)?(?P<noun>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker: a person of the cast, or an institution or group by its name. `how` is the attribution it earns."""

    actor: Actor | None
    name: str
    how: str
    end: int
    organisation: OrganisationMention | None = None


def person_after(
    text: str, base: int, position: int, cast: Cast, speaking: Actor | None, at_hand: Actor | None, since: int | None
) -> tuple[Subject | None, int]:
    """The person that text[position:] names, behind a reporting verb, and where the words that name somebody begin.

    `base` is where `text` begins in the article; `speaking` is who spoke last, `at_hand` whom the text is about. A pronoun stands for
    somebody named before `since`: those whom the words reported name are none.
    """
    match = _ADVERB.match(text, position)
    at = match.end() if match else position
    if (pronoun := _PRONOUN.match(text, at)) is not None:
        actor = cast.by_pronoun(pronoun[1], base + at if since is None else since, speaking)
        return (Subject(actor, actor.name, "pronoun", pronoun.end()) if actor else None), at
    return _named(text, base, at, cast) or _titled(text, base, at, cast, at_hand or speaking), at


def _named(text: str, base: int, at: int, cast: Cast) -> Subject | None:
    """A person whose name, or whose roles before the name, begin here or a few words on."""
    clause = _CLAUSE_END.search(text, at)
    end = clause.start() if clause else len(text)
    found = cast.between(base + at, base + len(text))
    for number, mention in enumerate(found):
        gap = text[at : max(at, mention.phrase_start - base)]
        between = gap.replace(",", " ").split()
        if mention.phrase_start - base > end and "." in gap.replace("adm.", "").replace("mag.", ""):
            return None
        if len(between) > 8 or any(word in _STOP or word.lower() in ("at", "der", "som") for word in between):
            return None
        if any(word in VERBS for word in between):
            return None
        return _with_partner(text, base, mention, found[number + 1 : number + 2])
    return None


def _with_partner(text: str, base: int, mention: PersonMention, following: list[PersonMention]) -> Subject:
    """The person at `mention`, and who is joined to them: of `siger X og Y` both speak, and no one of them alone."""
    single = Subject(mention.actor, mention.actor.name, "same_sentence", mention.end - base)
    if not following or following[0].actor is mention.actor:
        return single
    other = following[0]
    if _JOINED.fullmatch(text[mention.end - base : other.phrase_start - base]) is None:
        return single
    return Subject(None, f"{mention.actor.name} og {other.actor.name}", "same_sentence", other.end - base)


def _titled(text: str, base: int, at: int, cast: Cast, speaking: Actor | None) -> Subject | None:
    """A title in the definite form: `borgmesteren`, `den 54-årige direktør`; of somebody who has just spoken also one they are not said
    to hold.
    """
    described = _DESCRIBED.match(text, at)
    token = _TOKEN.match(text, at)
    if token is None:
        return None
    noun, end = (described["noun"], described.end()) if described else (token[0], token.end())
    actor = cast.by_title(noun, base + at) or (cast.by_role(noun, base + at) if described else None)
    if (
        actor is None
        and speaking is not None
        and (indefinite(noun) or noun.endswith(_PERSON_NOUNS))
        and not cast.holds_no(noun, speaking)
    ):
        actor = speaking if cast.last_named(base + at) is speaking else None
        if actor is not None and indefinite(noun) and not any(item.role for item in actor.affiliations):
            cast.learn(actor, Affiliation(indefinite(noun), None))  # the text calls somebody so
    return Subject(actor, actor.name, "title", end) if actor else None


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
    leads_up = text.rstrip(OPENING_MARKS).endswith(":")
    for mention in cast.between(base, base + len(text)):
        before = text[: mention.phrase_start - base].split()
        as_says = leads_up and 0 < len(before) <= 2 and before[-1].lower() == "som"  # `Som X siger det:`
        if as_says or _opens(before):
            return Subject(mention.actor, mention.actor.name, "lead_in", mention.end - base)
    inside = _pronoun_inside(text, base, cast, speaking)
    titled = inside or _titled(text, base, first.start(), cast, None)
    return replace(titled, how="lead_in") if titled and titled.how == "title" else titled


def _opens(before: list[str]) -> bool:
    """Whether what stands behind the words `before` of a sentence is its subject."""
    if not before or (len(before) <= 3 and before[0] in ("Men", "Og", "Også", "For", "Den", "Ifølge", "Så")):
        return True
    subordinate = any(word.strip(",").lower() in ("at", "der", "som", "hvis") for word in before)
    return before[-1].lower() in FINITE_VERBS and not subordinate


_INVERTED = Gated(r"\b(\w+)\s+(han|hun)\b", ("han", "hun"))
_COMPANY = re.compile(r"^(?:[\w-]+\s){1,6}(?:med|til|af|fra|hos)\s(?:[\w-]+\s){0,4}$")
_POSSESSIVE = re.compile(r"(Hans|Hendes)\s[a-zæøå]")


def _besides_companions(text: str, base: int, pronoun: int, cast: Cast) -> int:
    """Before which place a pronoun's person is named: nobody is `han` whom the same clause has named as another's company, as in
    `I en samtale med X ser han tilbage`.
    """
    named = cast.between(base, base + pronoun)
    fronted = named and _COMPANY.search(text[: named[0].phrase_start - base]) is not None
    return base if fronted and "," not in text[named[-1].end - base : pronoun] else base + pronoun


def _pronoun_inside(text: str, base: int, cast: Cast, speaking: Actor | None) -> Subject | None:
    """`Derfor mener hun …`, `Hendes budskab var …`."""
    match = next((found for found in _INVERTED.finditer(text) if found[1].lower() in FINITE_VERBS), None)
    if match:
        at = _besides_companions(text, base, match.start(2), cast)
        actor = cast.by_pronoun(match[2], at, speaking)
        return Subject(actor, actor.name, "pronoun", match.end()) if actor else None
    owner = _POSSESSIVE.match(text)
    if owner:
        actor = cast.by_pronoun("han" if owner[1] == "Hans" else "hun", base, speaking)
        return Subject(actor, actor.name, "pronoun", owner.end()) if actor else None
    return None
