"""Dates named in Danish text, from a day to a year; no clock times, durations or relative dates (`i går`).

Each form is a pattern whose named groups say what it names. A form that names no year is never read: a wrong date is
worse than none.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date at text[start:end]. `value` is its first day; `end_value` the last day of a range, None for no range."""

    start: int
    end: int
    value: date
    precision: Precision
    end_value: date | None = None


_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)}
_ORDINALS = {"første": 1, "andet": 2, "tredje": 3, "fjerde": 4}

# A month written out or shortened, for who else must tell a date from a number.
MONTH_NAME = (
    r"(?:(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\w)"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)(?!\w)\.?)"
)
_MONTH, _TO_MONTH = rf"(?P<month>{MONTH_NAME})", rf"(?P<to_month>{MONTH_NAME})"
_DAY, _TO_DAY = r"(?P<day>\d{1,2})", r"(?P<to_day>\d{1,2})"
_YEAR = r"(?P<year>1[5-9]\d\d|2[01]\d\d)"
_MODERN, _TO_MODERN = r"(?P<year>(?:19|20)\d\d)", r"(?P<to_year>(?:19|20)\d\d)"
_TIGHT = r"\s?[-–]\s?"
_TO = r"(?:\s?[-–]\s?|\s(?:frem\s)?til\s(?:den\s)?)"
_DOT = r"(?:\.\s{0,2}|\s{1,2})"
_SPACE = r",?\s{1,2}"
_NO_AMOUNT = r"(?!\s(?:kr|kroner|procent|pct|mio|mia|mill|tusind|gange|ud\saf)(?!\w))"

# Not in a word, decimal, version, telephone or law number, but a second date may follow a first one and a dash.
_BEFORE = r"(?:(?<![\w.,:/+§–-])|(?<=\d\d\d\d[-–]))"
_AFTER = r"(?![\w%])(?![.,:/]\d)(?![-–]\d(?!\d?[./]))(?!['’]\w|-tal)"

_PATTERNS = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?",
    r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>[12]\d{3}|\d\d)",
    rf"{_DAY}/(?P<month>\d{{1,2}})[\s-]{_YEAR}",
    rf"{_DAY}{_DOT}{_MONTH}{_SPACE}(?:{_YEAR}|['’](?P<short>\d\d))",
    rf"{_DAY}\.?{_TO}{_TO_DAY}{_DOT}{_TO_MONTH}{_SPACE}{_YEAR}",
    rf"{_DAY}{_DOT}{_MONTH}{_TO}{_TO_DAY}{_DOT}{_TO_MONTH}{_SPACE}{_YEAR}",
    rf"{_MONTH}(?:\småned)?{_SPACE}{_YEAR}",
    rf"{_MONTH}{_TO}{_TO_MONTH}{_SPACE}{_YEAR}",
    rf"(?:(?P<quarter>[1-4])\.(?:{_TIGHT}(?P<to_quarter>[1-4])\.)?|(?P<nth>første|andet|tredje|fjerde))"
    rf"\s?(?:kvartal|kvt\.?)(?:\s(?:i|af))?\s{_YEAR}",
    rf"Q(?P<quarter>[1-4])[\s-]{_YEAR}",
    rf"{_MODERN}{_TIGHT}{_TO_MODERN}",
    rf"(?P<cue>(?:i|fra|til|siden|inden|senest|primo|medio|ultimo|år|året|foråret|sommeren|efteråret|vinteren)\s){_MODERN}{_NO_AMOUNT}",
)
_FORMS = tuple(re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE) for pattern in _PATTERNS)

# Every form names a year: only its surroundings are read. No form is longer than _REACH, a clock time than _TAIL.
_ANCHOR = re.compile(r"(?:[12]\d{3}|[./-]\d\d|['’]\d\d)(?!\d)")
_REACH, _TAIL = 80, 30

# What belongs to a date that follows it, what shows that figures are no date, and a day that another reading left over.
_LEAD = re.compile(
    r"(?<!\w)(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,?\s{1,2}(?:(?:den|d\.)\s{0,2})?|(?:den|d\.)\s{0,2})\Z",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"(?<!\w)(?:version|udgave|ver\.?|v\.?|\w{0,9}nr\.?|nummer|kl\.?|tlf\.?|telefon|punkt|pkt\.?|afsnit|§+)\s?\Z",
    re.IGNORECASE,
)
_DANGLING_DAY = re.compile(r"(?<![\d.,:])\d{1,2}\.?\s{0,2}\Z")
_DANGLING_RANGE = re.compile(r"(?<![\d.,:])\d{1,2}(?:\.\s?[-–]\s?|[-–/])\Z")


def dates(text: str) -> list[DateMention]:
    """Dates in `text`, in order and not overlapping; of two readings the one that starts first, then the longer, wins.

    A span takes in a weekday and `den` or `d.` before the date, but no clock time after it. Day comes before month.
    Impossible dates, and days or months without a year, give nothing.
    """
    found = [
        mention
        for start, end in _windows(text)
        for form in _FORMS
        for match in form.finditer(text, start, end)
        if (mention := _mention(match))
    ]
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches (start, end) of `text` near a year, in order and not overlapping."""
    start = end = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() - _REACH > end:
            yield start, end
            start = anchor.start() - _REACH
        end = min(anchor.end() + _TAIL, len(text))
    yield start, end


def _mention(match: re.Match[str]) -> DateMention | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    before = match.string[max(0, match.start() - 24) : match.start()]
    lead = _LEAD.search(before)
    if not _plausible(parts, before, lead is not None):
        return None
    try:
        precision, first, last = _reading(parts)
    except ValueError:
        return None
    if last is not None and last <= first:
        return None
    start = match.end("cue") if "cue" in parts else match.start() - len(lead[0] if lead else "")
    return DateMention(start, match.end(), first, precision, last)


def _plausible(parts: dict[str, str], before: str, has_lead: bool) -> bool:
    """Whether the text around the figures lets them be a date: no version or telephone number, no torn-off day."""
    short = "mark" in parts and len(parts["year"]) == 2 and parts["mark"] != "/" and not has_lead
    if short and not len(parts["day"]) == len(parts["month"]) == 2:
        return False
    if parts.get("month", "1").isdigit() and "cue" not in parts:
        return _NO_DATE.search(before) is None
    dangling = _DANGLING_RANGE if "day" in parts else _DANGLING_DAY
    return dangling.search(before) is None or "cue" in parts


def _reading(parts: dict[str, str]) -> tuple[Precision, date, date | None]:
    """Precision, first day and (for a range) last day. Raises ValueError for a date that does not exist."""
    precision: Precision = "year"
    if "day" in parts:
        precision = "day"
    elif "quarter" in parts or "nth" in parts:
        precision = "quarter"
    elif "month" in parts:
        precision = "month"
    year = _year(parts.get("year") or parts["short"])
    end = {name.removeprefix("to_"): value for name, value in parts.items() if name.startswith("to_")}
    first, _ = _period(year, {**end, **parts})
    if not end:
        return precision, first, None
    return precision, first, _period(_year(end.get("year") or parts["year"]), {**parts, **end})[1]


def _period(year: int, parts: dict[str, str]) -> tuple[date, date]:
    """First and last day of what `parts` name in `year`."""
    month = length = 1
    if "quarter" in parts or "nth" in parts:
        number = _ORDINALS[parts["nth"].casefold()] if "nth" in parts else int(parts["quarter"])
        month, length = 3 * number - 2, 3
    elif "month" in parts:
        month = int(parts["month"]) if parts["month"].isdigit() else _MONTH_NUMBERS[parts["month"][:3].casefold()]
    else:
        length = 12
    if "day" in parts:
        day = date(year, month, int(parts["day"]))
        return day, day
    return date(year, month, 1), date(year, month + length - 1, monthrange(year, month + length - 1)[1])


def _year(digits: str) -> int:
    """Two digits: 00-69 are 2000-2069, 70-99 are 1970-1999."""
    number = int(digits)
    return number if len(digits) > 2 else number + (2000 if number < 70 else 1900)
