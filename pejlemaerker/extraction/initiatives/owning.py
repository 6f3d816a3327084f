"""Whose an initiative is: the organisation that the sentence names, or that a noun in it stands for, or where the article plays."""

import re

from pejlemaerker.corpus.article import Article, Sentence
from pejlemaerker.extraction.cast import Cast
from pejlemaerker.extraction.kpis.context import setting

from .naming import Named

_BODY = re.compile(r"\b([Rr]egeringen)\b")
_NOUN = re.compile(r"\b([a-zæøå]{4,}(?:en|et))s?\b")
_SPECTATORS = ("party", "media", "parliament")


def owner(article: Article, sentence: Sentence, named: Named, cast: Cast) -> str | None:
    """The owner of `named` in `sentence`; None when nothing says whose it is."""
    items = [item for item in cast.organisations_between(sentence.start, sentence.end) if item.kind not in _SPECTATORS]
    if len({item.name for item in items}) == 1 and items[0].name != named.name:
        return items[0].name
    body = _BODY.search(sentence.text)
    if body and not items:
        return body[1]
    if items:
        return None
    meant = _meant(sentence, cast)
    if meant is not None:
        return meant
    earlier = [
        item
        for item in cast.organisations_between(sentence.segment.start, sentence.start)
        if item.kind not in _SPECTATORS
    ]
    if len({item.name for item in earlier}) == 1 and named.rule not in ("initiative.compound", "initiative.lower"):
        return earlier[0].name
    # a compound in lower case is the whole country's
    return setting(article, cast) if named.rule != "initiative.lower" else None


def _meant(sentence: Sentence, cast: Cast) -> str | None:
    """`kommunen`, `foreningen`: the one that the article names, where the sentence has one such noun."""
    found = {}
    for match in _NOUN.finditer(sentence.text):
        meant = cast.by_noun(match[1], sentence.start + match.start())
        if meant is not None:
            found[meant.name] = meant
    return next(iter(found)) if len(found) == 1 else None
