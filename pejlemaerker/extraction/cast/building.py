"""Making the cast of an article: names in full first, then short forms, then what the sentences say of them."""

import re

from pejlemaerker.corpus.article import Article, Segment
from pejlemaerker.danish.names import is_first_name
from pejlemaerker.danish.organisations import Organisation, organisations
from pejlemaerker.danish.people import Affiliation, Person, people

from .bridging import bridged
from .cast import Cast
from .model import Actor, OrganisationMention, PersonMention, Told
from .short_forms import short_mentions
from .telling import told_in_sentences

# A noun right behind a name is owned by it, where it is none that could be said of somebody.
_OWNED = re.compile(
    r"\s(?:budskab|pointe|vurdering|holdning|opfattelse|mening|forslag|ord|svar|brev|kritik|kommune|parti|ministerium|formand|afgang)\b"
)


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
            told += _told_beside(segment.start, person, mention.actor)
    _add_authors(article, actors)
    mentions += short_mentions(article.content, actors, mentions)
    mentions.sort(key=lambda mention: mention.start)
    named.sort(key=lambda item: item.start)
    cast = Cast(actors, mentions, _beside(named, mentions), told)
    _take_in(cast, told)
    _take_in(cast, told_in_sentences(article, cast))
    _take_in(cast, bridged(article, cast))
    cast.told.sort(key=lambda item: (item.start, item.end))
    return cast


def _take_in(cast: Cast, told: list[Told]) -> None:
    """Let the people of `cast` have what is told of them."""
    for item in told:
        kept = item.actor.affiliations
        if (item.affiliation.role or item.affiliation.organisation) and item.affiliation not in kept:
            kept.append(item.affiliation)
        item.actor.party = item.actor.party or item.party
    cast.told += [item for item in told if item not in cast.told]


def _person_mention(segment: Segment, person: Person, actors: dict[str, Actor]) -> PersonMention:
    name = _bare(person.name, segment.text[person.end : person.end + 30])
    actor = _actor(actors, name, segment.start + person.start)
    base = segment.start
    return PersonMention(
        base + person.phrase_start,
        base + person.start,
        base + person.end,
        actor,
        True,
        base + person.phrase_end,
        person.affiliations,
        person.party,
    )


def _told_beside(base: int, person: Person, actor: Actor) -> list[Told]:
    """What the words on either side of a name say."""
    start, end = base + person.phrase_start, base + person.phrase_end
    found = person.affiliations or ((Affiliation(None, None),) if person.party else ())
    return [Told(start, end, actor, item, person.party, "told.beside") for item in found]


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
    owned = name.endswith("s") and not name.endswith("ss") and _OWNED.match(behind) is not None
    return name[:-1] if owned and not is_first_name(name.split(" ")[-1]) else name


def _actor(actors: dict[str, Actor], name: str, position: int) -> Actor:
    """The actor called `name`; a genitive -s is taken away where the name is also written without."""
    if name.endswith("s") and name[:-1] in actors:
        name = name[:-1]
    if f"{name}s" in actors and name not in actors:
        actor = actors.pop(f"{name}s")
        actor.name = name
        actors[name] = actor
    return actors.setdefault(name, Actor(name, position))
