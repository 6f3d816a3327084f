"""The cast of one article: who is named in it, in what capacity, and whom a surname, a title or a pronoun stands for.

Two people whom a short form could mean are never told apart by a guess: the form then stands for nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pejlemaerker.corpus.article import Article, Segment
from pejlemaerker.danish.capitals import runs, without_genitive
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.names import is_first_name
from pejlemaerker.danish.organisations import KnownOrganisation, Organisation, organisations
from pejlemaerker.danish.people import Affiliation, people
from pejlemaerker.danish.roles import indefinite

_SEX = {row[0]: row[1] for row in rows("first_names")}
_STEMS = {row[0]: row[1] for row in rows("organisation_nouns")}
# A noun right behind a name is owned by it, where it is none that could be said of somebody.
_OWNED = re.compile(
    r"\s(?:budskab|pointe|vurdering|holdning|opfattelse|mening|forslag|ord|svar|brev|kritik|kommune|parti|ministerium|formand|afgang)\b"
)
_ONE_BREATH = 40  # characters between two names that stand side by side
_PRONOUN_SEX = {"han": "m", "hun": "f"}


@dataclass
class Actor:
    """A person of the article, with all it says of their roles."""

    name: str
    first_seen: int
    affiliations: list[Affiliation] = field(default_factory=list)
    party: str | None = None

    @cached_property
    def sex(self) -> str:
        """`f` or `m` where the first name is used for one of them; else `u`."""
        first = self.name.split(" ", 1)[0]
        return _SEX.get(first) or _SEX.get(first.split("-", 1)[0], "u")

    @property
    def surname(self) -> str:
        """Last word of the name."""
        return self.name.rsplit(" ", 1)[-1]

    def main_affiliation(self) -> Affiliation:
        """The role the article gives first, one with an organisation before one without."""
        whole = [item for item in self.affiliations if item.role and item.organisation]
        roles = [item for item in self.affiliations if item.role]
        return (whole or roles or self.affiliations or [Affiliation(None, None)])[0]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at clean_text[start:end]; `phrase_start` is where the roles before the name begin."""

    phrase_start: int
    start: int
    end: int
    actor: Actor
    full: bool


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation named at clean_text[start:end]."""

    start: int
    end: int
    name: str
    kind: str
    known: KnownOrganisation | None


@dataclass
class Cast:
    """The people and organisations of an article and where they are named, in reading order."""

    actors: dict[str, Actor]
    mentions: list[PersonMention]
    organisations: list[OrganisationMention]

    def __post_init__(self) -> None:
        """Index the mentions by place."""
        self._starts = [mention.start for mention in self.mentions]
        self._places = [item.start for item in self.organisations]

    def between(self, start: int, end: int) -> list[PersonMention]:
        """People named in clean_text[start:end]."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def backwards(self, position: int) -> Iterator[PersonMention]:
        """People named before `position`, the nearest first."""
        for i in range(bisect_left(self._starts, position) - 1, -1, -1):
            yield self.mentions[i]

    def organisations_between(self, start: int, end: int) -> list[OrganisationMention]:
        """Organisations named in clean_text[start:end]."""
        return self.organisations[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def by_pronoun(self, pronoun: str, position: int, speaking: Actor | None) -> Actor | None:
        """Whom `han` or `hun` at `position` stands for: who is speaking, else the person of that sex named last."""
        sex = _PRONOUN_SEX[pronoun.lower()]
        known, rival, open_to_both = self._candidates(sex, position)
        if speaking is not None and speaking.sex in (sex, "u"):
            other = known if speaking.sex == sex else (known or open_to_both)
            if other is None or other.actor is speaking:
                return speaking
        if known is not None and rival is not None and rival.actor is not speaking and known.actor is not speaking:
            return None  # two of that sex in one breath
        if known is not None and open_to_both is not None and open_to_both.start > known.start:
            return None  # the name between them may be a woman's or a man's
        chosen = known or open_to_both
        return chosen.actor if chosen else None

    def _candidates(
        self, sex: str, position: int
    ) -> tuple[PersonMention | None, PersonMention | None, PersonMention | None]:
        """Before `position`: the person of `sex` named last, another of that sex within a few words of that, and one of either."""
        known = rival = open_to_both = None
        for mention in self.backwards(position):
            if mention.actor.sex == "u":
                open_to_both = open_to_both or mention
            elif mention.actor.sex == sex and known is None:
                known = mention
            elif known is not None and mention.actor.sex == sex and mention.actor is not known.actor:
                rival = mention if known.start - mention.end <= _ONE_BREATH else None
                break
            if known is not None and known.start - mention.end > _ONE_BREATH:
                break
        return known, rival, open_to_both

    def by_noun(self, noun: str, position: int) -> OrganisationMention | None:
        """Which organisation a noun in the definite form (`foreningen`) stands for: the one of that kind named before."""
        stem = _STEMS.get(noun.lower())
        if stem is None:
            return None
        named = {item.name: item for item in self.organisations if item.start < position and stem in item.name.lower()}
        return next(iter(named.values())) if len(named) == 1 else None

    def by_title(self, word: str, position: int) -> Actor | None:
        """Whom a title in the definite form (`borgmesteren`) stands for: the one person who holds such a role."""
        role = indefinite(word)
        if role is None:
            return None
        holders = [
            actor for actor in self.actors.values() if any(_holds(item.role, role) for item in actor.affiliations)
        ]
        named = [actor for actor in holders if actor.first_seen < position]
        candidates = named or holders
        return candidates[0] if len(candidates) == 1 else None


def cast_of(article: Article) -> Cast:
    """The cast of `article`; made once for each article."""
    if "cast" not in article.cache:
        article.cache["cast"] = _build(article)
    cast: Cast = article.cache["cast"]
    return cast


def _holds(role: str | None, wanted: str) -> bool:
    return role is not None and any(
        part.lower().removesuffix(",") == wanted or part.lower().endswith(wanted) for part in re.split(r"[\s-]", role)
    )


def _build(article: Article) -> Cast:
    segments = article.content
    actors: dict[str, Actor] = {}
    mentions: list[PersonMention] = []
    named: list[OrganisationMention] = []
    for segment in segments:
        named += [_organisation_mention(segment.start, item) for item in organisations(segment.text)]
        for person in people(segment.text):
            name = _bare(person.name, segment.text[person.end : person.end + 30])
            actor = _actor(actors, name, segment.start + person.start)
            actor.affiliations += [item for item in person.affiliations if item not in actor.affiliations]
            actor.party = actor.party or person.party
            base = segment.start
            mentions.append(
                PersonMention(base + person.phrase_start, base + person.start, base + person.end, actor, True)
            )
    _add_authors(article, actors)
    mentions += _short_mentions(segments, actors, mentions)
    mentions.sort(key=lambda mention: mention.start)
    named.sort(key=lambda item: item.start)
    return Cast(actors, mentions, _beside(named, mentions))


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


def _short_mentions(
    segments: list[Segment], actors: dict[str, Actor], full: list[PersonMention]
) -> list[PersonMention]:
    """Where one of the `actors` is named by surname or first name alone."""
    short = _short_forms(actors)
    if not short:
        return []
    taken = {start for mention in full for start in range(mention.start, mention.end)}
    found = []
    for segment in segments:
        for run in runs(segment.text):
            words = [word for word in run if segment.start + word.start not in taken]
            if not words or len(words) != len(run) or len(words) > 3:
                continue
            actor = _of_short_form(short, [without_genitive(word.text) for word in words])
            if actor is not None:
                start = segment.start + run[0].start
                found.append(PersonMention(start, start, segment.start + run[-1].end, actor, False))
    return found


def _of_short_form(short: dict[str, Actor | None], words: list[str]) -> Actor | None:
    for form in (" ".join(words), words[-1]):
        for variant in (form, form.removesuffix("s")):
            actor = short.get(variant)
            if actor is not None and (form == " ".join(words) or actor.surname == variant):
                return actor
    return None


def _short_forms(actors: dict[str, Actor]) -> dict[str, Actor | None]:
    """Shorter forms of the names; those that two people share stand for None."""
    forms: dict[str, Actor | None] = {}
    for actor in actors.values():
        words = actor.name.split(" ")
        for form in {words[0], words[-1], " ".join(words[-2:]), words[-1].split("-")[-1]}:
            if form != actor.name:
                forms[form] = None if form in forms and forms[form] is not actor else actor
    return forms
