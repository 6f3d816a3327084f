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


def announced_items(body: list[Segment]) -> frozenset[int]:
    """Places of paragraphs led by dashes, two or more together, that a paragraph above announces without naming a speaker."""
    found: set[int] = set()
    run: list[int] = []
    announced = False
    for place, segment in enumerate(body):
        if _DASH.match(segment.text):
            run.append(place)
            continue
        found.update(run if announced and len(run) > 1 else ())
        lead, run = segment.text.rstrip(), []
        announced = lead.endswith(":") and _SPEAKS.search(lead) is None
    found.update(run if announced and len(run) > 1 else ())
    return frozenset(found)
