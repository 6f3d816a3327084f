"""Making the cast of an article: names in full first, then short forms, then what the sentences say of them."""

import re
from dataclasses import replace

from pejlemaerker.corpus.article import Article, Segment
from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.names import is_first_name
from pejlemaerker.danish.organisations import Organisation, organisations
from pejlemaerker.danish.people import Affiliation, Person, people

from .bridging import bridged
from .cast import Cast
from .model import Actor, OrganisationMention, PersonMention, Told
from .mononyms import mononyms
from .offices import told_by_offices
from .short_forms import short_mentions
from .telling import told_in_sentences

# A noun right behind a name is owned by it, where it is none that could be said of somebody.
_OWNED = re.compile(
    r"\s(?:budskab|pointe|vurdering|holdning|opfattelse|mening|forslag|ord|svar|brev|kritik|kommune|parti|ministerium|formand|afgang)\b"
)

_SURNAMES = words("surnames")
_SAME_PLACE = re.compile(r"\s(?:(?:på|ved|i|fra)\s)?(?:det\s)?samme\ssted\b")
_SAID_SOON = 20  # characters behind a role
_TOLD_LAST = 10  # what is told of people a little before


def cast_of(article: Article) -> Cast:
    """The cast of `article`; made once for each article."""
    if "cast" not in article.cache:
        article.cache["cast"] = _build(article)
    cast: Cast = article.cache["cast"]
    return cast


def _build(article: Article) -> Cast:
    actors: dict[str, Actor] = {}
    mentions: list[PersonMention] = []
    named: list[OrganisationMention] = []
    told: list[Told] = []
    for segment in article.content:
        named += [_organisation_mention(segment.start, item) for item in organisations(segment.text)]
        for person in people(segment.text):
            mention = _person_mention(segment, person, actors)
            mentions.append(mention)
            told += _same_place(segment, person, _told_beside(segment.start, person, mention.actor), told)
    mentions, told = _one_person_each(actors, mentions, told)
    _add_authors(article, actors)
    mentions += short_mentions(article.content, actors, mentions)
    taken = [(item.start, item.end) for item in mentions] + [(item.start, item.end) for item in named]
    single, said = mononyms(article.body, actors, taken)
    mentions, told = mentions + single, told + said
    mentions.sort(key=lambda mention: mention.start)
    named.sort(key=lambda item: item.start)
    cast = Cast(actors, mentions, _beside(named, mentions))
    _take_in(cast, [_meant(item, cast) for item in told])
    _take_in(cast, [_meant(item, cast) for item in told_in_sentences(article, cast)])
    _take_in(cast, told_by_offices(article, cast))
    _take_in(cast, bridged(article, cast))
    cast.told.sort(key=lambda item: (item.start, item.end))
    return cast


def _one_person_each(
    actors: dict[str, Actor], mentions: list[PersonMention], told: list[Told]
) -> tuple[list[PersonMention], list[Told]]:
    """`Villy Krog` is `Villy Egon Krog` where the article names just one of that first and last name at length."""
    longer: dict[tuple[str, str], list[str]] = {}
    for name in actors:
        words = name.split(" ")
        if len(words) > 2:
            longer.setdefault((words[0], words[-1]), []).append(name)
    short = [name for name in actors if len(name.split(" ")) == 2 and len(longer.get(_ends(name), [])) == 1]
    if not short:
        return mentions, told
    meant = {name: actors[longer[_ends(name)][0]] for name in short}
    for name, actor in meant.items():
        actor.first_seen = min(actor.first_seen, actors.pop(name).first_seen)
    return (
        [replace(item, actor=meant.get(item.actor.name, item.actor)) for item in mentions],
        [replace(item, actor=meant.get(item.actor.name, item.actor)) for item in told],
    )


def _ends(name: str) -> tuple[str, str]:
    words = name.split(" ")
    return words[0], words[-1]


def _meant(item: Told, cast: Cast) -> Told:
    """`item` with the organisation that a mere noun (`formand for foreningen`) stands for."""
    organisation = item.affiliation.organisation
    meant = cast.by_noun(organisation, item.start) if organisation and organisation.islower() else None
    return replace(item, affiliation=Affiliation(item.affiliation.role, meant.name)) if meant else item


def _take_in(cast: Cast, told: list[Told]) -> None:
    """Let the people of `cast` have what is told of them."""
    known = {(item.start, item.actor.name, item.affiliation, item.party) for item in cast.told}
    for item in told:
        kept = item.actor.affiliations
        if (item.affiliation.role or item.affiliation.organisation) and item.affiliation not in kept:
            kept.append(item.affiliation)
        item.actor.party = item.actor.party or item.party
        key = (item.start, item.actor.name, item.affiliation, item.party)
        if key not in known:
            known.add(key)
            cast.told.append(item)


def _person_mention(segment: Segment, person: Person, actors: dict[str, Actor]) -> PersonMention:
    name = _bare(person.name, segment.text[person.end : person.end + 30])
    if name.endswith("s") and segment.text[: person.phrase_start].endswith("Ordene er "):
        name = name[:-1]
    actor = _actor(actors, name, segment.start + person.start)
    base = segment.start
    return PersonMention(
        base + person.phrase_start,
        base + person.start,
        base + person.end,
        actor,
        True,
        base + person.phrase_end,
    )


def _told_beside(base: int, person: Person, actor: Actor) -> list[Told]:
    """What the words on either side of a name say."""
    start, end = base + person.phrase_start, base + person.phrase_end
    found = person.affiliations or ((Affiliation(None, None),) if person.party else ())
    return [Told(start, end, actor, item, person.party, "told.beside") for item in found]


def _same_place(segment: Segment, person: Person, found: list[Told], before: list[Told]) -> list[Told]:
    """`found`, with the organisation of whoever was told of last for a role that is held `samme sted`."""
    if _SAME_PLACE.search(segment.text, person.end, person.phrase_end + _SAID_SOON) is None:
        return found
    told = (item.affiliation.organisation for item in reversed(before[-_TOLD_LAST:]))
    last = next(filter(None, told), None)
    if last is None or any(item.affiliation.organisation for item in found):
        return found
    return [
        replace(item, affiliation=Affiliation(_SAME_PLACE.sub("", item.affiliation.role or "") or None, last))
        for item in found
    ]


def _beside(named: list[OrganisationMention], people_named: list[PersonMention]) -> list[OrganisationMention]:
    """Those of `named` that share no character with a person's name; both in reading order."""
    kept, i = [], 0
    for item in named:
        while i < len(people_named) and people_named[i].end <= item.start:
            i += 1
        if i == len(people_named) or people_named[i].start >= item.end:
            kept.append(item)
    return kept


def _add_authors(article: Article, actors: dict[str, Actor]) -> None:
    """Whoever signed the article is of its cast, with the role that the byline gives."""
    for author in article.authors:
        actor = actors.setdefault(author["name"], Actor(author["name"], 0))
        if author["role"] or author["organisation"]:
            actor.affiliations.append(Affiliation(author["role"], author["organisation"]))


def _organisation_mention(base: int, item: Organisation) -> OrganisationMention:
    return OrganisationMention(base + item.start, base + item.end, item.name, item.kind, item.known)


def _bare(name: str, behind: str) -> str:
    """`name` without the -s of a genitive that the word behind it shows (`Tove Holms budskab`)."""
    last = name.split(" ")[-1]
    if not name.endswith("s") or name.endswith("ss") or is_first_name(last):
        return name
    known = last[:-1] in _SURNAMES and last not in _SURNAMES
    return name[:-1] if known or _OWNED.match(behind) is not None else name


def _actor(actors: dict[str, Actor], name: str, position: int) -> Actor:
    """The actor called `name`; a genitive -s is taken away where the name is also written without."""
    if name.endswith("s") and name[:-1] in actors:
        name = name[:-1]
    if f"{name}s" in actors and name not in actors:
        actor = actors.pop(f"{name}s")
        actor.name = name
        actors[name] = actor
    return actors.setdefault(name, Actor(name, position))
