"""Shorter forms of the names of an article: where somebody is named by surname or first name alone."""

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.capitals import runs, without_genitive
from pejlemaerker.danish.lexicon import words as lexicon_words

from .model import Actor, PersonMention

_OPENERS = lexicon_words("sentence_openers")


def short_mentions(segments: list[Segment], actors: dict[str, Actor], full: list[PersonMention]) -> list[PersonMention]:
    """Where one of the `actors` is named by surname or first name alone."""
    short = _short_forms(actors)
    if not short:
        return []
    taken = {start for mention in full for start in range(mention.start, mention.end)}
    found = []
    for segment in segments:
        for run in runs(segment.text):
            words = run[1:] if len(run) > 1 and run[0].text in _OPENERS else run  # `Som Tove siger`
            if len(words) > 3:
                continue
            actor = _of_short_form(short, [without_genitive(word.text) for word in words])
            if actor is not None and not any(segment.start + word.start in taken for word in words):
                start = segment.start + words[0].start
                found.append(PersonMention(start, start, segment.start + words[-1].end, actor, False))
    return found


def _of_short_form(short: dict[str, Actor | None], words: list[str]) -> Actor | None:
    whole, last = " ".join(words), words[-1]
    actor = short.get(whole) or short.get(whole.removesuffix("s"))
    if actor is not None or len(words) == 1:
        return actor
    for variant in (last, last.removesuffix("s")):
        actor = short.get(variant)
        if actor is not None and actor.surname == variant:
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
