"""Utterances led by a dash: at the start of a paragraph, or inside one that runs them in (`… på skolen. - Det er godt, siger X.`)."""

import re

from pejlemaerker.danish.reporting import DIRECT_VERB

from .utterance import Utterance, trimmed

_LED = re.compile(r"[-–—]\s*(?=[^\W\d_]|[”“»«\"'’(…]|\d)")
# A dash that opens speech inside a paragraph stands behind a sentence and before a capital; the space before it is looked at last, since
# `re` finds the dash faster.
_RUN_IN = re.compile(r"[-–—](?<=[.!?:]\s.)\s(?=[A-ZÆØÅ])")
# `skriver jeg` goes on with the sentence: nobody reports their own words inside them.
_NOT_SELF = r"(?!(?:jeg|vi|du|man|I|der|den)\b)"
_CLAUSE = re.compile(
    rf"(?P<mark>[,!?…](?:\s?[-–—])?|[.!?]\s[–—-]|\s[–—-])\s*(?P<verb>{DIRECT_VERB})\s+{_NOT_SELF}(?=[\w(])"
)
_BARE_CLAUSE = re.compile(
    r"(?<=\w)\s+(?P<verb>siger|sagde|fortæller|forklarer)\s+(?=[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)*[.]?$)"
)
# A sentence of its own behind the words that says whose they are: `Sådan lyder det fra X.`
_LATER = re.compile(rf"(?<=[.!?…])\s(?P<lead>Sådan|Således|Det)\s(?P<verb>{DIRECT_VERB})\s")
_STOP = re.compile(
    r"(?<![A-ZÆØÅ])(?<!\badm)(?<!\bcand)(?<!\bbl)(?<!\bdr)[.!?](?=\s|$)|:(?=\s[-–—]\s)|\s[–—-]\s(?=[A-ZÆØÅ])|,?\s[–—-]\s"
)


def is_dash_led(text: str) -> bool:
    """Whether a dash opens `text`."""
    return _LED.match(text) is not None


def runs_in(text: str) -> bool:
    """Whether `text` holds speech led by a dash behind a sentence."""
    return ("-" in text or "–" in text or "—" in text) and _RUN_IN.search(text) is not None


def dashed(text: str) -> list[Utterance]:
    """The utterances of a paragraph that leads them by dashes, in order."""
    opening = _LED.match(text)
    places = [(match.start() - 1, match.end()) for match in _RUN_IN.finditer(text)]
    starts = ([opening.end()] if opening else []) + [end for _, end in places]
    stops = [start for start, end in places if end not in starts[:1]] + [len(text)]
    found: list[Utterance] = []
    for start, stop in zip(starts, stops, strict=True):
        found += _piece(text, start, stop, several=len(starts) > 1 or opening is None)
    return found


def _piece(text: str, start: int, stop: int, *, several: bool) -> list[Utterance]:
    """One dash and what stands behind it: words, reporting clause, and, unless each utterance has a dash of its own, words again."""
    found: list[Utterance] = []
    position = start
    while (clause := _CLAUSE.search(text, position, stop) or _BARE_CLAUSE.search(text, position, stop)) is not None:
        mark = clause.groupdict().get("mark") or ""
        first, last = trimmed(text, position, clause.start() + (mark[:1] in "!?…." and mark != ""))
        end = _end_of_clause(text, clause.end(), stop)
        if first < last:
            rule = "quote.dash" if not found else "quote.dash_continued"
            found.append(Utterance(first, last, rule, clause.end(), clause["verb"], clause_end=end))
        position = end
        if several:
            return found
    later = _LATER.search(text, position, stop)
    if later is not None and not found:
        first, last = trimmed(text, position, later.start("lead"))
        return [Utterance(first, last, "quote.dash", later.end(), later["verb"], later=True, clause_end=stop)]
    first, last = trimmed(text, position, stop)
    if last - first > 3 and len(text[first:last].split()) >= 2:
        rule = "quote.dash_alone" if not found else "quote.dash_continued"
        announced = text[max(0, start - 6) : start].rstrip(" –—-").endswith(":")
        found.append(Utterance(first, last, rule, announced=announced and not found))
    return found


def _end_of_clause(text: str, position: int, stop: int) -> int:
    """Where the reporting clause that goes on at `position` ends: at a full stop or a dash."""
    match = _STOP.search(text, position, stop)
    return match.end() if match else stop
