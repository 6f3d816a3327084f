"""Whose somebody is, told by an office that stands elsewhere in the text.

`DMI’s vagthavende meteorolog` says whose meteorologist X is, `Hendes stedfortræder, X` is where she is, and a `vicedirektør` belongs to the
one body whose director the article names.
"""

import re
from collections import Counter
from dataclasses import dataclass

from pejlemaerker.corpus.article import Article, Segment
from pejlemaerker.danish.affiliations import Affiliation
from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.roles import ROLE, indefinite

from .cast import Cast
from .model import OrganisationMention, PersonMention, Told

_PEERS = "|".join(sorted(words("peers")))
_PEER = re.compile(rf"\b(?P<whose>[Hh]ans|[Hh]endes)\s(?:[\w-]+e\s)?(?:{_PEERS})(?:,\s|\s|\s(?:er|hedder)\s)$")
# An office beside an organisation: `DMI’s vagthavende meteorolog`, `meteorologen hos DMI`.
_OWNED = re.compile(rf"(?:['’]?s|['’])\s(?:[a-zæøå-]+e\s)?(?P<role>{ROLE})")
_OFFICE_OF = re.compile(r"(?P<role>[\w-]+)\s(?:i|for|hos|ved|på)\s$")
_DEPUTY = re.compile(r"^(?:(?:vice|under)(?=[a-zæøå]{4})|(?:konstitueret|fungerende|tidligere)\s)")
_BACK = 60


@dataclass(frozen=True, slots=True)
class _Offices:
    """The organisations that each office is named with: offices of people who are named, and offices named alone."""

    held: dict[str, set[str]]
    vacant: dict[str, set[str]]


def told_by_offices(article: Article, cast: Cast) -> list[Told]:
    """For each person with a role and no organisation, the organisation that an office elsewhere in the article tells."""
    open_people = {
        actor.name
        for actor in cast.actors.values()
        if actor.main_affiliation().role
        and not actor.party
        and not any(item.organisation for item in actor.affiliations)
    }
    if not open_people:
        return []
    offices = _offices(article, cast)
    found: list[Told] = []
    for segment in article.body:
        for mention in cast.between(segment.start, segment.start + len(segment.text)):
            if mention.actor.name in open_people and mention.full:
                told = _of_peer(segment, mention, cast) or _of_office(mention, offices)
                if told is not None:
                    open_people.discard(mention.actor.name)
                    found.append(told)
    return found


def _of_peer(segment: Segment, mention: PersonMention, cast: Cast) -> Told | None:
    """`Hendes stedfortræder, vicechef X`: where she is."""
    at = mention.phrase_start - segment.start
    match = _PEER.search(segment.text, max(0, at - _BACK), at)
    if match is None:
        return None
    pronoun = "hun" if match["whose"].lower() == "hendes" else "han"
    start = segment.start + match.start()
    other = cast.by_pronoun(pronoun, start, None)
    organisation = other.main_affiliation().organisation if other and other is not mention.actor else None
    role = mention.actor.main_affiliation().role
    return (
        Told(start, mention.end, mention.actor, Affiliation(role, organisation), None, "told.peer")
        if organisation
        else None
    )


def _of_office(mention: PersonMention, offices: _Offices) -> Told | None:
    """The one organisation that the article names with somebody's office, or with the office that theirs is the deputy's of."""
    role = mention.actor.main_affiliation().role or ""
    superior = _DEPUTY.sub("", role.lower())
    named = (
        offices.vacant.get(role.lower()) or (offices.held.get(superior) if superior != role.lower() else None) or set()
    )
    if len(named) != 1:
        return None
    (organisation,) = named
    return Told(mention.phrase_start, mention.end, mention.actor, Affiliation(role, organisation), None, "told.office")


def _offices(article: Article, cast: Cast) -> _Offices:
    found = _Offices({}, {})
    # an office that several hold is no sign: each of them may be another's
    held_by = Counter(
        item.role.lower() for actor in cast.actors.values() for item in set(actor.affiliations) if item.role
    )
    for item in cast.told:
        if item.affiliation.role and item.affiliation.organisation:
            found.held.setdefault(item.affiliation.role.lower(), set()).add(item.affiliation.organisation)
    for organisation in cast.organisations:
        role = _office_beside(article, organisation) if organisation.kind != "party" else None
        if role is not None and held_by[role] <= 1 and organisation.name not in found.held.get(role, ()):
            found.vacant.setdefault(role, set()).add(organisation.name)
    return found


def _office_beside(article: Article, organisation: OrganisationMention) -> str | None:
    text = article.clean_text
    end = organisation.start + len(organisation.name)
    owned = _OWNED.match(text, end)
    if owned is not None:
        return str(indefinite(owned["role"]) or owned["role"]).lower()
    before = _OFFICE_OF.search(text, max(0, organisation.start - _BACK), organisation.start)
    role = indefinite(before["role"]) if before else None
    return role.lower() if role else None
