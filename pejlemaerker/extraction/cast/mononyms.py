"""People whom an article names by one name only: `Ruth, som er afdelingsleder`, `siger Claudine`, `statsminister Lykkeberg`.

One capitalised word is believed to be somebody where a role, a reporting verb or a relative clause with a role stands beside it.
"""

import re

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.affiliations import Affiliation, Scene, left, right
from pejlemaerker.danish.capitals import Word, runs, without_genitive
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.names import is_first_name
from pejlemaerker.danish.organisations import ends_organisation, lookup
from pejlemaerker.danish.reporting import SAYING

from .model import Actor, PersonMention, Told

_SURNAMES = words("surnames")
_NO_NAMES = words("countries") | words("sentence_openers") | frozenset(row[1] for row in rows("municipalities"))
_VERB_BEFORE = re.compile(rf"\b{SAYING}\s+$")
_VERB_BEHIND = re.compile(rf"\s+{SAYING}")
_CLOSED = re.compile(r"(?:[.,:;!?]|$|\s[a-zæøå])")


def mononyms(
    segments: list[Segment], actors: dict[str, Actor], taken: list[tuple[int, int]]
) -> tuple[list[PersonMention], list[Told]]:
    """Mentions of people with one name and what is told of them, beside the places `taken`; the people are added to `actors`."""
    parts = {part for name in actors for word in name.split(" ") for part in (word, *word.split("-"))}
    covered = {place for start, end in taken for place in range(start, end)}
    found: dict[str, Actor] = {}
    alone: list[tuple[Segment, Word, str]] = []
    told: list[Told] = []
    for segment in segments:
        scene: Scene | None = None
        for run in runs(segment.text):
            name = without_genitive(run[0].text)
            if len(run) > 1 or segment.start + run[0].start in covered or not _may_be_name(name, parts):
                continue
            alone.append((segment, run[0], name))
            scene = scene or Scene(segment.text)
            beside = _told_beside(scene, run[0], name)
            if beside is not None:
                actor = found.setdefault(name, Actor(name, segment.start + run[0].start))
                told += [
                    Told(segment.start + a, segment.start + b, actor, item, None, "told.beside")
                    for a, b, item in beside
                ]
    actors |= found
    return _mentions(alone, found), told


def _may_be_name(name: str, parts: set[str]) -> bool:
    forms = {name, name.removesuffix("s")}
    if forms & parts or forms & _NO_NAMES or len(name) < 3 or name.isupper():
        return False
    return any(is_first_name(form) or form in _SURNAMES for form in forms) and not (
        ends_organisation(name) or lookup(name)
    )


def _told_beside(scene: Scene, word: Word, name: str) -> list[tuple[int, int, Affiliation]] | None:
    """Roles beside the word with their places; None where nothing says that it is somebody."""
    text, end = scene.text, word.start + len(name)
    start, before = left(scene, word.start)
    behind, stop = right(scene, end)
    roles = [(start, end, item) for item in before if item.role] + [
        (word.start, stop, item) for item in behind if item.role
    ]
    if before and (is_first_name(name) or name in _SURNAMES):
        return roles
    if not is_first_name(name) or not _CLOSED.match(text, end):
        return None
    reported = _VERB_BEFORE.search(text[: word.start]) or _VERB_BEHIND.match(text, end)
    return roles if reported or roles else None


def _mentions(alone: list[tuple[Segment, Word, str]], found: dict[str, Actor]) -> list[PersonMention]:
    mentions = []
    for segment, word, name in alone:
        actor = found.get(name) or found.get(name.removesuffix("s"))
        if actor is not None:
            start = segment.start + word.start
            mentions.append(PersonMention(start, start, segment.start + word.end, actor, False))
    return mentions
