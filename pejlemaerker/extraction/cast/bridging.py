"""Whose somebody is when the words beside the name give a role and no organisation: what stands around tells.

`kommunens skolechef, X`; `I Y Kommune har byggechef X …`; `Foreningen Z er skeptisk. …, siger landsformand X`; and for offices that only
one kind of body has (`borgmester`), the one such body that the article names. Where two could be meant, nothing is said.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pejlemaerker.corpus.article import Article, Segment, Sentence
from pejlemaerker.danish.affiliations import Affiliation, is_body, organisation_at
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.reporting import SAYING

from .cast import Cast
from .model import OrganisationMention, PersonMention, Told

_OFFICES = tuple(
    (row[0], frozenset(row[1].split("|"))) for row in sorted(rows("role_bodies"), key=lambda row: -len(row[0]))
)
_OWNING_NOUN = re.compile(r"\b([\w-]{4,})s\s+(?:[\w-]+\s+)?$")
_OWNING_BEHIND = re.compile(r",\s(?:(?:der|som)\ser\s)?([\w-]{4,})s\s(?=[\w-])")
# `Fra Y fortæller pressechef X`: whatever the reporting verb comes from.
_FROM = re.compile(rf"(?:Fra|Hos)\s(?P<name>(?:[\w&/-]+\s){{1,4}}?)(?={SAYING}\s)")
_OPENING = re.compile(r"(?:(?:Men|Og|Også|For)\s)?(?:[Ii]|[Pp]å|[Hh]os|[Vv]ed|[Ff]ra|[Ii]nden\sfor)\s+(?=\w)")
_SUBJECT = re.compile(r"(?:(?:Men|Og|Også|Hos|Ifølge|Det er)\s)?(?=[\w])")
_UTTERED = re.compile(r"\s*[”“„»«\"‘’'–—-]")
_GENERIC = frozenset(row[0] for row in rows("organisation_nouns"))
_COLLECTIVES = frozenset(row[0].lower() for row in rows("collectives"))
# `Børne- og skoleudvalget i X Kommune`, `Bestyrelsen for Y`: a body by its noun, told apart by what follows.
_BODY_SUBJECT = re.compile(
    r"(?P<noun>(?:[A-ZÆØÅ][\w]*-,?\s(?:og|samt)\s)?[A-ZÆØÅa-zæøå][\w-]+)(?:\s(?:i|på|for|ved|under)\s)?"
)
_JOINED = re.compile(r"\s(?:og|samt)\s[A-ZÆØÅ]")
_SAID_BY = re.compile(rf"(?:{SAYING}|\b(?:fra|hos|ifølge))\s$", re.IGNORECASE)
_RUNS = ("direktør", "chef", "leder", "inspektør", "forstander", "konsulent")
_REACH = 600
_SENTENCES_BACK = 8
_NOBODYS = frozenset(["none"])
# Bodies that people are quoted in or about, rarely for.
_NOT_THEIRS = frozenset(["parliament", "media", "party"])


@dataclass(frozen=True, slots=True)
class _Place:
    """An organisation named at clean_text[start:end], as written."""

    start: int
    end: int
    name: str
    kind: str | None


def bridged(article: Article, cast: Cast) -> list[Told]:
    """For each person with a role and no organisation, the organisation that the text around tells."""
    found = []
    told_in = {(item.actor.name, article.place_of(item.start)) for item in cast.told}
    settled = {actor.name for actor in cast.actors.values() if any(item.organisation for item in actor.affiliations)}
    about, sole = _about(article, cast), _soles(cast)
    previous: Segment | None = None
    for segment in article.body:
        for mention in cast.between(segment.start, segment.start + len(segment.text)):
            role = mention.actor.main_affiliation().role
            name = mention.actor.name
            if role is None or name in settled or (name, article.place_of(mention.start)) not in told_in:
                continue
            bridge = _bridge(cast, mention, segment, previous, role, about, sole)
            if bridge is not None:
                settled.add(mention.actor.name)
                found.append(bridge)
        if segment.kind in ("paragraph", "lead", "list_item"):
            previous = segment
    return found


def _bridge(
    cast: Cast,
    mention: PersonMention,
    segment: Segment,
    previous: Segment | None,
    role: str,
    about: _Place | None,
    sole: Mapping[frozenset[str], _Place],
) -> Told | None:
    owner = _where(cast, mention, segment) or _owning_noun(cast, mention, segment, previous)
    if owner is not None:
        return _told(mention, role, owner, "told.owner")
    scene = _scene(cast, mention, segment, previous)
    if scene is not None and _may_hold(role, scene.kind):
        return _told(mention, role, scene, "told.scene")
    only = sole.get(_kinds_of(role) or _NOBODYS) or (about if _runs_something(role) else None)
    return _told(mention, role, only, "told.only") if only else None


def _told(mention: PersonMention, role: str, place: _Place, rule: str) -> Told:
    start, end = min(mention.phrase_start, place.start), max(mention.end, place.end)
    return Told(start, end, mention.actor, Affiliation(role, place.name), None, rule)


def _where(cast: Cast, mention: PersonMention, segment: Segment) -> _Place | None:
    """`X Kommune, hvor direktør Y …`"""
    for item in reversed(
        cast.organisations_between(max(segment.start, mention.phrase_start - 120), mention.phrase_start)
    ):
        between = segment.text[item.end - segment.start : mention.phrase_start - segment.start]
        return _placed(item) if between.strip() in (", hvor", ", hvis") else None
    return None


def _owning_noun(cast: Cast, mention: PersonMention, segment: Segment, previous: Segment | None) -> _Place | None:
    """`kommunens`, `netværkets`: the one such body named before."""
    end = mention.phrase_start - segment.start
    before = segment.text[max(0, end - _REACH) : end]
    match = _OWNING_NOUN.search(before[-60:]) or _OWNING_BEHIND.match(segment.text, mention.end - segment.start)
    if match is None:
        return None
    meant = cast.by_noun(match[1], mention.phrase_start)
    if meant is not None:
        return _Place(mention.phrase_start, mention.end, meant.name, meant.kind)
    noun, start = match[1], mention.phrase_start - len(match[0])
    if noun.lower() in _GENERIC:
        return _compound((previous.text[-_REACH:] if previous else "") + before, noun, mention)
    named = is_body(noun[0].lower() + noun[1:]) or noun.lower() in _COLLECTIVES
    return _Place(start, mention.end, noun, None) if named else None


def _compound(before: str, noun: str, mention: PersonMention) -> _Place | None:
    """`udvalgets formand` where a paragraph has just told of `børneudvalget`."""
    named = set(re.findall(rf"\b[\wæøå-]{{2,}}{re.escape(noun.lower())}\b", before))
    return _Place(mention.phrase_start, mention.end, named.pop(), None) if len(named) == 1 else None


def _scene(cast: Cast, mention: PersonMention, segment: Segment, previous: Segment | None) -> _Place | None:
    """The organisation that the sentence opens with, or that the sentence before is about."""
    at = bisect_left(segment.sentences, mention.phrase_start, key=lambda item: item.start)
    before = segment.sentences[max(0, at - _SENTENCES_BACK) : at]
    if before and before[-1].end > mention.start:
        own = _opened(before[-1], cast)
        if own is not None and own.end <= mention.phrase_start:
            return own
        before = before[:-1]
    if _UTTERED.match(segment.text):
        before = []  # these are somebody's words, not what the text tells of them
    for sentence in reversed((previous.sentences if previous is not None else [])[-3:] + before):
        if any(item.actor is not mention.actor for item in cast.between(sentence.start, sentence.end)):
            return None
        place = _opened(sentence, cast) or _subject(sentence, cast)
        if place is not None:
            return place
    return None


def _opened(sentence: Sentence, cast: Cast) -> _Place | None:
    """The organisation of a sentence that begins with where it plays: `I X Kommune …`, `Hos partiet Y …`."""
    match = _OPENING.match(sentence.text)
    if match is None:
        return None
    at = sentence.start + match.end()
    for item in cast.organisations_between(at, at + 1):
        return _placed(item)
    source = _FROM.match(sentence.text)
    if source is not None and re.search(r"[A-ZÆØÅ]", source["name"]):
        return _Place(at, sentence.start + source.end("name") - 1, source["name"].strip(), None)
    found = organisation_at(sentence.text, match.end(), loose=False)
    return _Place(at, sentence.start + found[1], found[0], None) if found and not found[0].islower() else None


def _subject(sentence: Sentence, cast: Cast) -> _Place | None:
    """The organisation that a sentence opens with as its subject."""
    match = _SUBJECT.match(sentence.text)
    at = sentence.start + (match.end() if match else 0)
    named = cast.organisations_between(sentence.start, at + 1)
    if named:
        joined = _JOINED.match(sentence.text, named[0].end - sentence.start)
        return None if joined else _placed(named[0])
    for item in cast.organisations_between(sentence.start, sentence.end):
        if _SAID_BY.search(sentence.text[: item.start - sentence.start]):
            return _placed(item)
    body = _BODY_SUBJECT.match(sentence.text)
    if body is None or not is_body(body["noun"][0].lower() + body["noun"][1:]):
        return None
    inside = cast.organisations_between(sentence.start + body.end(), sentence.start + body.end() + 1)
    end = inside[0].end if inside else sentence.start + body.end("noun")
    return (
        _Place(sentence.start, end, sentence.text[: end - sentence.start], None)
        if inside or "-" in body["noun"]
        else None
    )


def _placed(item: OrganisationMention) -> _Place | None:
    return None if item.kind in _NOT_THEIRS else _Place(item.start, item.end, item.name, item.kind)


def _may_hold(role: str, kind: str | None) -> bool:
    """Whether somebody with `role` may belong to a body of `kind`; offices belong to their own kinds only."""
    kinds = _kinds_of(role)
    return kinds is None or (kinds != _NOBODYS and (kind in (None, "other", "institution") or kind in kinds))


def _kinds_of(role: str) -> frozenset[str] | None:
    """The kinds of body that have the office `role`; empty for one that belongs to none, None for a role that any body may have."""
    words = role.lower().split()
    return next((kinds for office, kinds in _OFFICES if any(word.endswith(office) for word in words)), None)


def _runs_something(role: str) -> bool:
    """Whether somebody with `role` runs a part of one body: a `formand` or an expert may speak for anybody."""
    return role.lower().split()[0].endswith(_RUNS) and _kinds_of(role) is None


def _about(article: Article, cast: Cast) -> _Place | None:
    """The organisation that an article is all about: named in its beginning, and more often than all others together."""
    named = Counter(item.name for item in cast.organisations if item.kind not in _NOT_THEIRS)
    if not named:
        return None
    name, times = min(named.items(), key=lambda pair: (-pair[1], pair[0]))
    first = next(item for item in cast.organisations if item.name == name)
    opening = {segment.id for segment in article.content[:4]}
    if times < 2 or times * 2 <= named.total() or article.segments[article.place_of(first.start)].id not in opening:
        return None
    return _placed(first)


def _soles(cast: Cast) -> dict[frozenset[str], _Place]:
    """For municipalities and for regions the one that the article names; offices that only they have tell it."""
    found = {}
    for kind in ("municipality", "region"):
        named = {item.known.id if item.known else item.name: item for item in cast.organisations if item.kind == kind}
        place = _placed(next(iter(named.values()))) if len(named) == 1 else None
        if place is not None:
            found[frozenset([kind])] = place
    return found
