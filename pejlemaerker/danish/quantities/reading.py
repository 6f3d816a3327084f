"""The one pass over a text: find a number, join what belongs to it, refuse what is no quantity, hand out the rest."""

import re
from dataclasses import replace

from pejlemaerker.danish.numbers import number
from pejlemaerker.danish.quantities.ages import is_age
from pejlemaerker.danish.quantities.atoms import APART, ATOM, BEGINNINGS, STRICT_ATOM
from pejlemaerker.danish.quantities.contexts import ROLES
from pejlemaerker.danish.quantities.joins import change, join
from pejlemaerker.danish.quantities.model import Quantity, Term
from pejlemaerker.danish.quantities.refusals import refused
from pejlemaerker.danish.quantities.sides import Left, read_left, read_right
from pejlemaerker.danish.quantities.terms import read_term
from pejlemaerker.danish.quantities.windows import folded, word_after, words_before

_LABELS = ROLES["label"] | ROLES["label_bare"] | ROLES["year_before"]
_SEVERAL = frozenset({"mellem", "imellem", "både", "henholdsvis", "hhv.", "hhv"})
_LISTED = re.compile(r"(\w+),[^\S\n]\Z")
_CHAIN = frozenset({"", "og", "til", "-", "–", "eller"})


def quantities(text: str) -> list[Quantity]:
    """All quantities of `text` in order of their spans, which do not overlap. Takes time linear in its length."""
    places = BEGINNINGS.places(text)
    if not places:
        return []
    low = folded(text)
    found: list[Quantity] = []
    label: Term | None  # the last number that a word before it made a label or a year
    position, floor, label = 0, 0, None
    for start in places:
        match = ATOM.match(low, start) if start >= position else None
        if match is None:
            continue
        words = words_before(low, match.start(), floor)
        match = _number(low, match, words)
        first = read_term(low, match)
        term, left, between = _expression(low, first, words)
        chained = label is not None and _chained(low, label, term)
        if chained or refused(text, low, term, left) or is_age(text, low, term, left, between):
            label = term if chained or (left.words and left.words[-1].rstrip(":") in _LABELS) else None
            position = max(term.end, match.end())
            continue
        previous = found[-1] if found else None
        if previous and previous.form == "change_from" and low[previous.end : left.start][:8].strip() == "til":
            term = replace(term, form="change_to") if term.form in ("digits", "words") else term
        found.append(_quantity(low, term, left))
        position = floor = found[-1].end
        label = None
    return found


def _number(low: str, match: re.Match[str], words: list[tuple[int, str]]) -> re.Match[str]:
    """`match`, or the first number of it where `fem og tyve` are two: `mellem fem og tyve`, `to, fem og tyve`."""
    if match.lastgroup != "words" or not APART.match(low, match.start(), match.end()):
        return match
    listed = _LISTED.search(low[max(0, match.start() - 14) : match.start()])
    several = (listed and number(listed[1]) is not None) or not _SEVERAL.isdisjoint(word for _, word in words[-3:])
    return (several and STRICT_ATOM.match(low, match.start())) or match


def _chained(low: str, label: Term, term: Term) -> bool:
    """Whether a number goes on with a label's numbers: the 13 of `kapitel 12 og 13`, the 2021 of `i 2019 og 2021`."""
    near = term.bare and term.start - label.end < 12 and (len(term.figures) == 4 or len(label.figures) != 4)
    return near and low[label.end : term.start].strip(" ,\xa0") in _CHAIN


def _expression(low: str, first: Term, words: list[tuple[int, str]]) -> tuple[Term, Left, bool]:
    """The number with all that belongs to it, what stands left of it, and whether `mellem` does."""
    between = bool(words) and words[-1][1] in ("mellem", "imellem")
    if between:
        term = join(low, first, between=True)
        if term is not first:
            return term, read_left(low, words[:-1], words[-1][0], money=False), True
    left = read_left(low, words, first.start, money=first.unit is None)
    term = change(low, first) if left.words[-1:] == ("fra",) else first
    term = join(low, first, between=False) if term is first else term
    loose = term.form == "range" or word_after(low, term.end) == "stykker"
    if loose and words and words[-1][1] == "en" and low[term.start - 1].isspace():
        return term, replace(left, start=words[-1][0], comparator="~", phrase="en", words=left.words[:-1]), between
    return term, left, between


def _quantity(low: str, term: Term, left: Left) -> Quantity:
    end, comparator = (term.end, left.comparator) if left.phrase else read_right(low, term.end)
    size = term.scale * term.factor * (-1 if left.negative else 1)
    value = round((term.value or 0.0) * size, 6)
    high = None if term.high is None else round(term.high * size, 6)
    if left.negative and high is not None:
        value, high = high, value
    return Quantity(
        left.start,
        end,
        term.number_start if term.number_start >= 0 else term.start,
        term.number_end,
        value,
        high,
        left.unit or term.unit or "count",
        "~" if term.about and comparator in ("", "=") else comparator or "=",
        term.form,
    )
