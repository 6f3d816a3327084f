"""Organisations named in lower case: by their kind and a name (`tænketanken Balance`), or as the one that is meant (`skolebestyrelsen`)."""

import re

from ..capitals import UPPER
from ..lexicon import rows, words
from ..organisations import organisation_kind

_BODIES = tuple(sorted(frozenset(row[0] for row in rows("organisation_nouns")) | words("bodies")))
_FIELDS = tuple(sorted(words("field_nouns")))
_STEMS = tuple(noun[:-2] for noun in _BODIES if noun.endswith(("en", "et")) and len(noun) > 7)
_OWNED = re.compile(r"[a-zæøå]{3,}s\s(?P<noun>[\wÆØÅæøå-]{4,})")
_HEAD = re.compile(r"(?:(?:[\w-]+-,?\s(?:og|samt)\s)?[\w-]+)")
ARTICLE = re.compile(r"(?:den|det|de|vores|hele)\s(?:\w+e\s)?")
_CAPITALS = rf"[{UPPER}][\w&/-]*(?:\s(?:(?:for|af|og|i|på|til|mod)\s)?[{UPPER}][\w&/-]*)*"
# What goes on with the name of a body: its name, whose it is, where it is.
_REST = re.compile(
    rf"(?:\s{_CAPITALS}|\s(?:i|på|for|ved|af|hos|under|til|mod)\s(?:(?:den|det|de|en|et|hele)\s)?(?:[a-zæøå]+e\s)?"
    rf"(?:{_CAPITALS}|[a-zæøå-]{{3,}}(?:(?:\s(?:og|samt)|,)\s[a-zæøå-]{{3,}}(?=\s(?:i|på|for)|$))?)(?:\s{_CAPITALS})?)*"
)


def is_owned_body(words_behind: str) -> bool:
    """Whether words in lower case name somebody's body: `kommunens HR-afdeling`."""
    match = _OWNED.match(words_behind)
    if match is None:
        return False
    noun = match["noun"].lower()
    return organisation_kind(noun.capitalize()) is not None or noun.endswith(_STEMS)


def is_body(words_behind: str) -> bool:
    """Whether words in lower case name an organisation: by its kind and its name (`tænketanken Balance`), or as the one that is meant
    (`skolebestyrelsen på X Skole`, `teknik- og miljøudvalget`).
    """
    article = ARTICLE.match(words_behind)
    head = _HEAD.match(words_behind, article.end() if article else 0)
    if head is None or not head[0][0].islower():
        return False
    noun = head[0].split()[-1]
    named = words_behind[head.end() :].lstrip()[:1].isupper()
    if noun.endswith(_FIELDS):
        return False
    known = noun.endswith(_BODIES) or organisation_kind(noun.capitalize()) is not None
    return known and (named or noun.endswith(("en", "et")))


def body_end(words_behind: str) -> int:
    """Where the name of the body ends that `words_behind` open with: `forvaltningen|, gik det til`, `skolebestyrelsen på X Skole|`."""
    article = ARTICLE.match(words_behind)
    head = _HEAD.match(words_behind, article.end() if article else 0)
    if head is None:
        return len(words_behind.rstrip())
    rest = _REST.match(words_behind, head.end())
    return rest.end() if rest else head.end()
