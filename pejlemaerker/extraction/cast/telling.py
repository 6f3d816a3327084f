"""Roles that a sentence of its own gives somebody who was named before: `Hun er teamleder i X`, `Damsø har været chef for Y siden 2019`."""

import re

from pejlemaerker.corpus.article import Article, Segment, Sentence
from pejlemaerker.danish.affiliations import Affiliation, Scene, right

from .cast import Cast
from .model import Actor, Told

_PRONOUN = re.compile(r"(?:(?:Men|Og|Også|I dag|Nu)\s)?((?:han|hun)\b)", re.IGNORECASE)
# What may open words that give a role behind a name; all else need not be looked at.
_MAY_TELL = re.compile(r",\s|\s\(|\s(?:er|var|blev|bliver|har|havde|leder|forsker|som|arbejder|kom|kommer)\s")
# `Hun har fulgt afsnittet i et år som lektor ved X`.
_AS = re.compile(r"\ssom\s(?=\w+\s(?:ved|hos|i|for|på|af)\s)")
_REACH = 220


def told_in_sentences(article: Article, cast: Cast) -> list[Told]:
    """What the sentences of `article` say of the people of `cast` besides what stands beside their full names."""
    found: list[Told] = []
    for segment in article.body:
        found += _by_short_form(segment, cast)
        if cast.actors:
            found += [item for sentence in segment.sentences for item in _by_pronoun(sentence, cast)]
    return found


def _by_pronoun(sentence: Sentence, cast: Cast) -> list[Told]:
    match = _PRONOUN.match(sentence.text)
    if match is None:
        return []
    roles, end = _behind(sentence.text, match.end(1))
    if not roles and (office := _AS.search(sentence.text, match.end(1))) is not None:
        found, stop = right(Scene(sentence.text[office.start() : office.start() + _REACH]), 0)
        roles, end = [item for item in found if item.role and item.organisation], office.start() + stop
    actor = cast.by_pronoun(match[1], sentence.start, None) if roles else None
    return _told(sentence.start, sentence.start + end, actor, roles, "told.pronoun") if actor else []


def _by_short_form(segment: Segment, cast: Cast) -> list[Told]:
    found: list[Told] = []
    for mention in cast.between(segment.start, segment.start + len(segment.text)):
        if not mention.full:
            roles, end = _behind(segment.text, mention.end - segment.start)
            found += _told(mention.start, segment.start + end, mention.actor, roles, "told.short")
    return found


def _behind(text: str, position: int) -> tuple[list[Affiliation], int]:
    """The roles that stand behind a short form or a pronoun that ends at `position`, and where they end."""
    if not _MAY_TELL.match(text, position):
        return [], position
    affiliations, end = right(Scene(text[position : position + _REACH]), 0)
    return [item for item in affiliations if item.role], position + end


def _told(start: int, end: int, actor: Actor, affiliations: list[Affiliation], rule: str) -> list[Told]:
    return [Told(start, end, actor, item, None, rule) for item in affiliations]
