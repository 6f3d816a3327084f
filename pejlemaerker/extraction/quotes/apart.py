"""Paragraphs that belong together though they stand apart: a reporting clause below its words, and items below their announcement."""

import re

from pejlemaerker.corpus.article import Segment
from pejlemaerker.danish.reporting import DIRECT_VERB, SAYING

_CLAUSE = re.compile(rf"(?P<verb>{DIRECT_VERB})\s")
_LONGEST = 25  # words of a clause that stands alone
_SPEAKS = re.compile(rf"\b{SAYING}")
_DASH = re.compile(r"[-–—]\s")


def clause_alone(segment: Segment) -> re.Match[str] | None:
    """The verb of a reporting clause that is a paragraph of its own: `siger X til Y.`; None for all else."""
    if segment.kind != "paragraph" or not segment.text[:1].islower() or len(segment.text.split()) > _LONGEST:
        return None
    return _CLAUSE.match(segment.text)


def are_items(body: list[Segment], place: int) -> bool:
    """Whether the paragraph at `place`, led by a dash, is one of several that a paragraph above announces without naming a speaker."""
    first = last = place
    while first > 0 and _DASH.match(body[first].text):
        first -= 1
    while last + 1 < len(body) and _DASH.match(body[last + 1].text):
        last += 1
    lead = body[first].text.rstrip()
    return last - first > 1 and lead.endswith(":") and not _DASH.match(lead) and _SPEAKS.search(lead) is None
