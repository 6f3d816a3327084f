"""Ages of persons: `over 16 år`, `65 år gammel`, `mellem 18 og 30 år`, `Navn (47)`. A span of time is no age."""

import re

from pejlemaerker.danish.quantities.contexts import ROLES, counted
from pejlemaerker.danish.quantities.model import Term
from pejlemaerker.danish.quantities.sides import Left
from pejlemaerker.danish.quantities.windows import word_after

_OLD = ("gammel", "gamle", "gammelt", "fødselsdag", "alder", "årig")
_IN_BRACKETS = re.compile(r"[A-ZÆØÅ][\w’'-]+ \(\Z")
_LIMITS = ("over", "under")
_NAMED = re.compile(r"[A-ZÆØÅ][\w’'-]+,[ \xa0]\Z")
_FULL_NAMED = re.compile(r"[A-ZÆØÅ][\w’'-]+[ \xa0][A-ZÆØÅ][\w’'-]+,[ \xa0]\Z")


def is_age(text: str, low: str, term: Term, left: Left, between: bool) -> bool:
    """Whether the number tells how old somebody is or must be."""
    following = word_after(low, term.end)
    if following.startswith(_OLD):
        return True
    if term.unit is None:
        return term.whole and term.bare and _is_bare_age(text, low, term, left)
    if term.unit != "years" or not isinstance(term.value, float) or term.value > 120:
        return False
    words = left.words
    last = words[-1] if words else ""
    if last in ROLES["birthday"] or (len(words) > 1 and words[-2] in ROLES["pronoun"] and last in ROLES["being"]):
        return True
    if low[term.start - 1 : term.start] == "(" and low[term.end : term.end + 1] == ")":
        return _after(_IN_BRACKETS, text, term)
    if _after(_FULL_NAMED, text, term) or (_closed(low, term) and _after(_NAMED, text, term)):
        return True
    if any(word in ("alder", "alderen") for word in words[-3:]):
        return True
    if last in ROLES["person"] or (last in ("på", "fra", "med") and len(words) > 1 and words[-2] in ROLES["person"]):
        return last not in ("med",)
    if left.phrase not in _LIMITS or between:
        return False
    span = low[term.number_end : term.end].endswith("s") or following in ROLES["duration_after"]
    return not span and last not in ROLES["duration_before"]


def _is_bare_age(text: str, low: str, term: Term, left: Left) -> bool:
    """Ages without `år`: `Navn Navnesen, 47,` and `hun er 52` and `unge under 25`."""
    if _closed(low, term) and _after(_FULL_NAMED, text, term):
        return True
    last, following = left.words[-1] if left.words else "", word_after(low, term.end)
    if counted(following):
        return False
    is_limit = left.phrase in _LIMITS and last in ROLES["person"]
    return is_limit or (len(left.words) > 1 and left.words[-2] in ROLES["pronoun"] and last in ROLES["being"])


def _closed(low: str, term: Term) -> bool:
    return low[term.end : term.end + 1] in (",", ".")


def _after(pattern: re.Pattern[str], text: str, term: Term) -> bool:
    return bool(pattern.search(text[max(0, term.start - 60) : term.start]))
