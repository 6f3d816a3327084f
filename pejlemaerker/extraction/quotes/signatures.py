"""A name with its role on a line of its own under words that it signs: the pull quotes of magazines, the statements of web pages."""

import re

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.people import people
from pejlemaerker.danish.reporting import FINITE_VERBS
from pejlemaerker.extraction.cast import Actor, Cast

_MARK = re.compile(r"[\s–—-]*")
_REST = re.compile(r"[\s.,–—-]*(?:\([A-ZÆØÅ]{1,3}\))?[\s.,]*")
_MOST_WORDS = 22


def signed_by(segment: Segment, cast: Cast) -> Actor | None:
    """Who signs with the line `segment`: it holds nothing but a full name and its roles."""
    if segment.kind not in ("paragraph", "heading", "list_item"):
        return None
    opening = _MARK.match(segment.text)
    start = segment.start + (opening.end() if opening else 0)
    named = [item for item in cast.between(start, start + len(segment.text)) if item.full]
    if len(named) != 1 or named[0].phrase_start != start:
        return None
    text = segment.text.strip()
    words = text.split()
    if len(words) > _MOST_WORDS or text[-1:] in "?!:" or not FINITE_VERBS.isdisjoint(words):
        return None
    found = [item for item in people(segment.text) if segment.start + item.start == named[0].start]
    rest = segment.text[found[0].phrase_end :] if found else text
    plain = segment.text.rstrip().endswith(tuple("0123456789")) or _REST.fullmatch(rest) is not None
    told = bool(found) and any(item.role for item in found[0].affiliations)
    return named[0].actor if plain and (told or named[0].end - start == len(text)) else None
