"""Institutions, reports and groups that speak: `KL`, `foreningen`, `lederne i hjemmeplejen`, `de franske medier`."""

import re

from pejlemaerker.danish.affiliations import is_body
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.organisations import organisation_kind
from pejlemaerker.danish.roles import indefinite
from pejlemaerker.extraction.cast import Actor, Cast

from .subjects import Subject, person_after

_COLLECTIVES = frozenset(row[0].lower() for row in rows("collectives")) | words("speaking_things")
_LONG_COLLECTIVES = tuple(sorted(form for form in _COLLECTIVES if len(form) > 6 and " " not in form))
_BODIES = words("bodies")
_GENITIVE = re.compile(r"['’]s?")
_NOUN = re.compile(r"(?:['’]s?)?\s[a-zæøå]+")
_STATE = ("regering", "parlament", "politi", "militær", "hær", "præsident")
_TOKEN = re.compile(r"[\w-]+")
_ABBREVIATION = re.compile(r"[A-ZÆØÅ]{2,6}")
# A group without a name stands as written: `flere eksperter`, `de to forskere`, `de franske medier`.
_GROUP = re.compile(
    r"(?:[Ff]lere|[Mm]ange|[Nn]ogle|[Ee]n\srække|[Ee]t\sflertal\saf|[Ee]n\sgruppe|[Dd]e|[Dd]et|[Dd]en)\s(?:(?:to|tre|fire|fem)\s)?"
    r"(?:[\w-]+e\s)?(?P<noun>(?!(?:på|i|fra|for|af|hos|ved|til)\b)[\w-]+)"
)
# Where a group or a body is: `lederne i hjemmeplejen`, `eksperter fra X`, `Anklagemyndigheden i Dax`.
_WHERE = re.compile(
    r"\s(?:fra|i|på|hos|ved|for)\s(?:[A-ZÆØÅ][\w-]*(?:\s(?:(?:og|for|af)\s)?[A-ZÆØÅ][\w-]*)*|[a-zæøå-]{4,}(?:en|et|ene|erne))(?=[\s.,:!?]|$)"
)


# Somebody's body: `Frankrigs indenrigsministerium`; a body with a name: `Bostedet Solgården`; what the name is of: `den franske kanal TF1`.
_OWNED_BODY = re.compile(r"[\wÆØÅæøå-]{3,}s\s(?P<noun>[a-zæøå-]{4,})")
_NAMED_BODY = re.compile(r"(?P<noun>[A-ZÆØÅ]?[\w-]+(?:en|et))(?:\s[A-ZÆØÅ][\w-]*){1,3}")
_KIND_OF = re.compile(
    r"[Dd](?:en|et)\s(?:[\w-]+e\s)?[a-zæøå][\w-]+\s(?P<name>[A-ZÆØÅ][\w&-]*(?:\s[A-ZÆØÅ][\w&-]*){0,3})"
)


def subject_after(
    text: str,
    base: int,
    position: int,
    cast: Cast,
    speaking: Actor | None,
    at_hand: Actor | None = None,
    since: int | None = None,
) -> Subject | None:
    """The subject that stands at text[position:], behind a reporting verb: a person, else an institution or a group."""
    person, at = person_after(text, base, position, cast, speaking, at_hand, since)
    return person or institution(text, base, at, cast)


def institution(text: str, base: int, at: int, cast: Cast) -> Subject | None:
    """The institution or group that begins at text[at]."""
    for item in cast.organisations_between(base + at, base + at + 1):
        end = item.end - base
        owns = text[at:end] != item.name or _GENITIVE.match(text, end) is not None
        return None if owns and _NOUN.match(text, end) else Subject(None, item.name, "same_sentence", end, item)
    token = _TOKEN.match(text, at)
    if token is None:
        return None
    group = _GROUP.match(text, at)
    if group is not None and (_is_collective(group["noun"]) or group[0].lower() in _COLLECTIVES):
        return _placed(text, at, group.end())
    if (named := _by_shape(text, at)) is not None:
        return named
    if token[0].lower().endswith("ministeren") and len(token[0]) > len("ministeren"):
        return Subject(None, token[0], "same_sentence", token.end())  # an office that one person holds at a time
    if indefinite(token[0]) is not None:
        return None  # a title that stands for nobody, or for one of several
    meant = cast.by_noun(token[0], base + at)
    if meant is not None:
        return Subject(None, meant.name, "title", token.end(), meant)
    if _ABBREVIATION.fullmatch(token[0]):
        return Subject(None, cast.spelled_out(token[0]), "same_sentence", token.end())
    if token[0].lower() in _COLLECTIVES:
        return _placed(text, at, token.end())
    body = token[0][0].lower() + token[0][1:]
    return _placed(text, at, token.end()) if is_body(body) else None


# Whom `ifølge` names with a word nobody lists: `det israelske militær`, up to the verb.
_DESCRIBED = re.compile(
    r"[Dd](?:en|et|e)\s[\w-]+e\s[a-zæøå-]{4,}(?=\s(?:er|var|har|havde|blev|bliver|kan|skal|vil|kunne|skulle|ville|må)\b)"
)


def described(text: str, at: int) -> Subject | None:
    """The words behind `ifølge` that describe a body by its nation or kind."""
    match = _DESCRIBED.match(text, at)
    return Subject(None, match[0], "same_sentence", match.end()) if match else None


def _by_shape(text: str, at: int) -> Subject | None:
    if (kind := _KIND_OF.match(text, at)) is not None:
        return Subject(None, kind["name"], "same_sentence", kind.end())
    owned = _OWNED_BODY.match(text, at)
    if owned is not None and _is_body_of_somebody(owned["noun"]):
        return Subject(None, owned[0], "same_sentence", owned.end())
    named = _NAMED_BODY.match(text, at)
    if named is not None and is_body(named["noun"][0].lower() + named["noun"][1:]):
        return Subject(None, named[0], "same_sentence", named.end())
    return None


def _is_collective(noun: str) -> bool:
    """Whether a noun is a word for many, or a compound of one: `miljøorganisationer`."""
    low = noun.lower()
    return low in _COLLECTIVES or (len(low) > 8 and low.endswith(_LONG_COLLECTIVES))


def _is_body_of_somebody(noun: str) -> bool:
    """Whether a noun without an article names a body that somebody has: `direktion`, `indenrigsministerium`."""
    return (
        organisation_kind(noun.capitalize()) is not None
        or f"{noun}en" in _BODIES
        or f"{noun}et" in _BODIES
        or noun in _STATE
    )


def _placed(text: str, at: int, end: int) -> Subject:
    """The group at text[at:end] with where it is."""
    where = _WHERE.match(text, end)
    end = where.end() if where else end
    return Subject(None, text[at:end], "same_sentence", end)
