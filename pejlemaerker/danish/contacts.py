"""Contact details and CPR numbers: where they stand in a text, and the text without them.

Both whoever masks (`corpus`) and whoever looks whether anything was missed (`publication`) read from here, so that what
the second would find the first has masked. Names of people are no contact details.
"""

import re
from collections.abc import Iterator
from datetime import date

MASK = "·"
_SPACE = r"[ \u00a0\u202f]"
_AT = rf"@|%40|{_SPACE}@{_SPACE}|{_SPACE}?[(\[{{](?:at|a|snabel-?a|@)[)\]}}]{_SPACE}?|{_SPACE}snabel-?a{_SPACE}"
_DOT = rf"\.|{_SPACE}?[(\[{{](?:dot|punktum|prik)[)\]}}]{_SPACE}?"
_EMAIL = re.compile(rf"[\w.+-]{{1,64}}(?:{_AT})[\w-]{{1,63}}(?:(?:{_DOT})[\w-]{{1,63}}){{1,5}}", re.IGNORECASE)
_MAY_BE_EMAIL = re.compile(r"@|%40|[(\[{](?:at|a|snabel-?a)[)\]}]|snabel-?a", re.IGNORECASE)

_CUE = (
    r"(?:(?i:\b(?:tlf|telefon|telefonnummer|mobil|mobilnummer|tel|mob|ring(?: på)?|sms)\b\.? ?(?:nr\b\.?)?[.:]* *)"
    r"|\b[TM]: *)"
)
_COUNTRY = r"(?:\(?\+45\)?|\b0045) ?"
_EIGHT = rf"\d(?:(?:{_SPACE}|-)?\d){{7}}(?!\d)"
_NO_NUMBER_BEFORE = r"(?<![\d.,] )(?<![\d.,+])"
_NO_NUMBER_AFTER = r"(?! ?[\d.,]\d| ?\d)"
# Years side by side, sums, and the numbers that companies and accounts have are grouped alike.
_NO_YEAR = r"(?!(?:1[789]|2[01])\d\d)"
_PAIRS = rf"[2-9]\d(?:(?:{_SPACE}\d\d){{3}}|(?:\.\d\d){{3}})"
_FOURS = rf"{_NO_YEAR}[2-9]\d{{3}}{_SPACE}{_NO_YEAR}\d{{4}}"
_THREES = rf"[2-9]\d\d{_SPACE}\d\d{_SPACE}\d{{3}}"
_SUM = rf"(?!{_SPACE}?(?:kr\b|kroner|mio\b|mia\b|tkr\b|pct\b|procent|%|€|euro))"
_PHONE = re.compile(
    rf"{_COUNTRY}{_EIGHT}|{_CUE}(?:{_COUNTRY})?{_EIGHT}"
    rf"|{_NO_NUMBER_BEFORE}(?:{_PAIRS}|{_FOURS}|{_THREES}){_NO_NUMBER_AFTER}{_SUM}"
)
_COMPANY = re.compile(
    r"\b(?:cvr|se|ean|gln|p|konto|reg|faktura|journal|sags?)\.?[- ]?(?:nr|no|nummer)[.: ]{0,3}$|\b(?:cvr|ean|gln)[.: ]*$",
    re.IGNORECASE,
)
_BEFORE = 24  # characters in which a word says that a number is a company's or an account's

_CPR = re.compile(
    r"(?<![\d-])(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)[-–]\d{4}(?![\d-])"
    r"|(?i:\b(?:cpr|personnummer)\b[-.: ]{0,3}(?:nr|nummer)?\b[-.: ]{0,3})(?P<bare>\d{6}[-– ]{0,3}\d{4})(?!\d)"
)
_DIGIT = re.compile(r"\d")
_PHONE_DIGITS = 8
# What every one of these holds, in the words of the engine that looks through columns: for telling quickly that there is none.
MAY_HOLD = r"@|%40|[(\[{](?:[aA][tT]?)[)\]}]|[sS][nN][aA][bB][eE][lL]|[0-9](?:[^0-9]{0,3}[0-9]){7}"
WHAT = {"email": "an e-mail address", "phone": "a telephone number", "cpr": "a CPR number"}


def contacts(text: str) -> Iterator[tuple[int, int, str]]:
    """What is private in `text`: start, end (0-based, half-open, code points) and a key of `WHAT`; places may overlap."""
    if _MAY_BE_EMAIL.search(text):
        for match in _EMAIL.finditer(text):
            if any(char.isalnum() for char in match[0]):
                yield match.start(), match.end(), "email"
    if len(_DIGIT.findall(text)) < _PHONE_DIGITS:
        return
    for match in _CPR.finditer(text):
        if match["bare"] or _is_date(match["day"], match["month"], match["year"]):
            yield match.end() - len(match["bare"] or match[0]), match.end(), "cpr"
    for match in _PHONE.finditer(text):
        alone = text[match.start()] in "23456789"  # without a word or a country's code that says what it is
        if not alone or not _COMPANY.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            yield match.start(), match.end(), "phone"


def without_contacts(text: str) -> str:
    """`text` with each letter and digit of addresses, and each digit of numbers, replaced by `MASK`, its length kept."""
    while found := list(contacts(text)):
        chars = list(text)
        for start, end, what in found:
            for place in range(start, end):
                if chars[place].isdigit() or (what == "email" and chars[place].isalnum()):
                    chars[place] = MASK
        text = "".join(chars)
    return text


def _is_date(day: str, month: str, year: str) -> bool:
    """Whether the six digits are a day of this century or the last."""
    try:
        return date(2000 + int(year), int(month), int(day)) is not None
    except ValueError:
        return False
