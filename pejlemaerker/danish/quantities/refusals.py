"""Numbers that measure nothing: ordinals, labels, years, codes, names. Ages and words have their own modules."""

import re

from pejlemaerker.danish.imperatives import is_present
from pejlemaerker.danish.quantities.contexts import ROLES, counted
from pejlemaerker.danish.quantities.model import Term
from pejlemaerker.danish.quantities.sides import Left
from pejlemaerker.danish.quantities.windows import line_start, word_after
from pejlemaerker.danish.quantities.worded import is_clock_time, is_worded_ordinal, is_worded_year
from pejlemaerker.danish.reporting import FINITE_VERBS

_STREETS = tuple(ROLES["street"])
_ARTICLES = frozenset(["en", "et", "een", "eet", "én", "ét"])
_VAGUE = re.compile(r"(?:hundred|tusind)")
_OF_TIME = frozenset(["years", "months", "weeks", "days", "hours", "minutes", "seconds", "times", "count"])
_GLUED_BEFORE = frozenset("/=#@_+§&\\")
_PARTS_OF_A_YEAR = frozenset(
    (part, "af")
    for part in (
        "slutningen",
        "begyndelsen",
        "midten",
        "starten",
        "løbet",
        "udgangen",
        "foråret",
        "efteråret",
        "sommeren",
        "hele",
    )
)
# `8.- og 9.-klasse`: no prices.
_CLASSES = re.compile(r"\s(?:og|eller|til|samt)\s\d{1,2}\.")
_CLASS_GLUED = re.compile(r"(?:(?<=\.-)|\.-)[a-zæøå]")
_CAPITALS = re.compile(r"[A-ZÆØÅ][\w.&’'-]*\Z")


def refused(text: str, low: str, term: Term, left: Left) -> bool:
    """Whether the number `term`, with `left` before it, is no quantity."""
    return (
        term.value is None
        or _is_class(low, term)
        or _part_of_a_code(text, low, term, left)
        or _is_ordinal(text, low, term)
        or _is_labelled(term, left)
        or (term.form == "words" and (is_worded_ordinal(low, term, left) or is_worded_year(low, term, left)))
        or is_clock_time(low, term, left)
        or _is_idiom(low, term, left)
        or _is_foreign(text, term)
        or (term.bare and term.form in ("digits", "range", "change_from") and _is_bare_code(text, low, term, left))
    )


def _is_class(low: str, term: Term) -> bool:
    """`8.- og 9.-klasse`"""
    listed = low[term.start : term.end].endswith(".-") and _CLASSES.match(low, term.end) is not None
    return listed or _CLASS_GLUED.match(low, term.end) is not None


def _part_of_a_code(text: str, low: str, term: Term, left: Left) -> bool:
    if term.bare and low[term.end : term.end + 1] in ("-", "+"):
        return True
    before, after = low[term.start - 1 : term.start] if term.start else "", low[term.end : term.end + 2]
    if before in _GLUED_BEFORE:
        return True
    if term.bare and after[:1] == "." and after[1:].isalpha():
        return True
    if before in ("-", "–", ".", ",", ":", "'", "’", "−") and not (left.negative or left.phrase or left.unit):
        return (term.start > 1 and not low[term.start - 2].isspace()) or before in "'’,."
    if after[:1].isalnum() or after[:1] in ("_", "@", "/", "\\", "="):
        return not (after[:1] == "/" and term.unit is not None)
    return after[:1] in ("-", "–", "'", "’") and after[1:].isalpha() and bool(after[1:])


def _is_foreign(text: str, term: Term) -> bool:
    """The `to` of an English title."""
    around = text[term.start - 1 : term.start], text[term.end : term.end + 1]
    if text[term.start : term.end] != "to" or around != (" ", " ") or not text[term.end + 1 : term.end + 2].isupper():
        return False
    before = text[max(0, term.start - 40) : term.start].rpartition("\n")[2].split()
    return bool(before) and before[-1][0].isupper() and before[-1].isalpha()


def _is_ordinal(text: str, low: str, term: Term) -> bool:
    if not term.bare or not term.figures:
        return False
    after = low[term.end : term.end + 3]
    if line_start(low, term.start) and after[:1] in (".", ")") and len(term.figures) < 3:
        return True
    if after[:1] == ")":
        return len(term.figures) < 3 and "(" not in low[max(0, term.start - 80) : term.start].rpartition("\n")[2]
    if after[:1] != ".":
        return False
    # Before a capital the full stop ends the sentence; before any other letter it makes the number an ordinal.
    goes_on = after[1:2] in (" ", "\xa0") and after[2:].isalnum() and not text[term.end + 2].isupper()
    return goes_on or after[1:2] in ("-", "–", "/") or word_after(low, term.end + 1) in ROLES["month"]


def _is_labelled(term: Term, left: Left) -> bool:
    word = left.words[-1] if left.words else ""
    # `Mål: 40 boliger` announces a quantity, `Tlf: 40` does not.
    return word.rstrip(":") in ROLES["label"] or (term.bare and not left.phrase and word in ROLES["label_bare"])


def _is_idiom(low: str, term: Term, left: Left) -> bool:
    written, following = low[term.start : term.number_end], word_after(low, term.end).rstrip(".")
    if term.form == "every_nth":
        return following in ROLES["frequency"]
    if following in ROLES["after_no"] or (low[term.start : term.end].endswith(" gang") and written in _ARTICLES):
        return True
    if term.form != "words":
        return term.bare and following in ROLES["month"]
    part = (term.value or 0) < 1 and written.endswith(("halv", "halvt", "kvart"))
    if term.bare and (written in _ARTICLES or part):
        return True
    if written == "et par" and term.scale == 1.0 and (term.unit or "count") in _OF_TIME:
        return True
    vague = bool(left.words) and left.words[-1] in ROLES["vague"] and bool(_VAGUE.match(written))
    return vague or (bool(left.words) and left.words[-1] == "begge")


def _is_bare_code(text: str, low: str, term: Term, left: Left) -> bool:
    numbers = [int(side) for side in term.figures.split("-") if len(side) <= 15] if term.figures else []
    if low[term.start - 1 : term.start] == "[" and low[term.end : term.end + 1] == "]":
        return True
    if not term.figures:
        return False
    if any(len(side) > 6 or (len(side) > 1 and side[0] == "0") for side in term.figures.split("-")):
        return True
    if all(1000 <= number <= 2100 for number in numbers) and len(term.figures) in (4, 9):
        return _is_year(low, term, left, numbers[0])
    return _is_name(text, low, term, left)


def _is_year(low: str, term: Term, left: Left, year: int) -> bool:
    following = word_after(low, term.end).rstrip(".")
    before = left.words[-1] if left.words else ""
    if year < 1800:
        return before in ROLES["year_before"] and not left.phrase and not counted(following)
    if "-" in term.figures or left.words[-2:] in _PARTS_OF_A_YEAR or _is_verb(following):
        return not left.phrase
    dated = before in ROLES["year_before"] or line_start(low, term.start)
    return not counted(following) or (dated and not left.phrase)


def _is_verb(word: str) -> bool:
    """Whether what follows a year is a verb, however much it looks like a plural: `i 2018 forvildede den sig`."""
    return word.endswith(("ede", "edes")) or word in FINITE_VERBS or is_present(word)


def _is_name(text: str, low: str, term: Term, left: Left) -> bool:
    """`Agenda 21`, `Hovedgaden 12`, `8000 Aarhus`: figures that belong to a name beside them."""
    if len(term.figures) == 4 and text[term.end + 1 : term.end + 2].isupper() and text[term.end : term.end + 1] == " ":
        return not left.phrase
    if not left.words or left.phrase or text[left.start - 1 : left.start] not in (" ", "("):
        return False
    before = text[max(0, left.start - 40) : left.start].rstrip(" (")
    name = _CAPITALS.search(before)
    if not name:
        return False
    if len(name.group()) == 1 or name.group().lower().endswith(_STREETS):
        return True
    if name.group()[-1] in "s’'.":
        return False  # a genitive: `Danmarks 98 kommuner`
    if text[left.start - 1] == "(":
        return True
    opening = before[: name.start()].rstrip()[-1:] in ("", ".", "!", "?", ":", "”", "»", "-", "–", "\n")
    return not opening and not counted(word_after(low, term.end))
