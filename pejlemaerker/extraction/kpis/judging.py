"""Which quantities are figures that measure something."""

import re

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.quantities import Quantity

_NOUNS = words("no_indicators")
_ANNOUNCERS = frozenset(form for row in rows("list_announcers") for form in (row[0], *row[1].split("|")))
_DURATION = re.compile(
    rf"\b{alternatives((row[0] for row in rows('figure_cues') if row[1] == 'duration'), space=' ')}", re.IGNORECASE
)
TIME = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_PER = re.compile(r"\b(?:pr\.|per|for hver|(?:\d+|[a-zæøå]+)\s+af\s+[\w-]+s)\s+$")
_UNMEASURED = frozenset({"times"})
# How long ago or for how long: `i et halvt år`, `de seneste to år`, `efter tre måneder`.
_SINCE = re.compile(
    r"(?i:\b(?:i|om|siden|efter|for|gennem|igennem|inden for|næste|sidste|seneste|første|kommende|hvert|hver)\s+(?:de\s+)?)$"
)
# What one pays for a thing or a seat, which says nothing about those who run the public sector.
_PRICE = re.compile(
    r"(?i:\b(?:billet|abonnement|medlem for|entré|kontingent|gratis|takst|kuvert|deltagerpris|prisen er|koster kun|stykpris))"
)
_CHEAP = 2000
_IT = re.compile(r"(?i:\b(?:det|den|tallet|tiden|gennemsnittet|mod|til|fra|på|før|tidligere|kun|med)\s+)$")
_LABEL_REST = 12
# A part of a counted whole counts, however small: `ni af kommunens 16 skoler`.
_PART = re.compile(r"\s+af\s+(?:[\w-]+s|de)\s+\d")
# What the public sector has kilometres of; all else is how far it is to somewhere.
_LENGTH = re.compile(
    r"(?i:vej|sti\b|stier|bane|spor|kabel|ledning|kyst|køre|kørte|kørsel|transport|afstand|gennemsnit|pr\.|længere|kortere|rør|vandløb|grøft)"
)
_SMALL = 12
_COUNTED = 10
_LIST = 20  # nobody announces more pieces of advice than this


def is_figure(sentence: str, quantity: Quantity, subject: str | None) -> bool:
    """Whether `quantity` in `sentence` measures something; `subject` is what it counts."""
    if _PER.search(sentence[: quantity.start]):
        return False  # the base of a rate: `3,5 sygeplejersker pr. 1.000 indbyggere`
    if quantity.unit != "count":
        return _is_measure(sentence, quantity)
    if quantity.form == "part_of" and subject is None:
        return True
    first = (subject or "").lower().split()
    return bool(first) and not _measures_nothing(first, few=quantity.value <= _LIST) and _is_many(sentence, quantity)


def _is_measure(sentence: str, quantity: Quantity) -> bool:
    """Whether a share, a sum or a measure is one that counts."""
    if quantity.unit in TIME:
        since = _SINCE.search(sentence[: quantity.start]) is not None
        return not since and _DURATION.search(sentence) is not None
    if quantity.unit == "DKK" and quantity.value < _CHEAP:
        return _PRICE.search(sentence) is None
    if quantity.unit in ("km", "m"):
        return _LENGTH.search(sentence) is not None
    return quantity.unit not in _UNMEASURED


def _is_many(sentence: str, quantity: Quantity) -> bool:
    """Whether a count is one that measures: a small number in words or below ten mostly tells how many somebody met."""
    if quantity.form in ("change_from", "change_to", "part_of") or _PART.match(sentence, quantity.end):
        return True
    if quantity.form == "words" and quantity.value <= _SMALL:
        return quantity.comparator != "="
    return quantity.value >= _COUNTED or quantity.value % 1 > 0 or quantity.comparator != "="


def is_line_of(sentence: str, quantity: Quantity) -> bool:
    """Whether a line is a label and the figure: `Skoler: 11,0 dage`."""
    return (
        sentence[: quantity.start].rstrip().endswith(":") and len(sentence[quantity.end :].strip(" .")) <= _LABEL_REST
    )


def is_of_it(sentence: str, quantity: Quantity) -> bool:
    """Whether a figure is one for what was told before: `I 2022 var det 14 timer`."""
    return _IT.search(sentence[: quantity.start]) is not None


def _measures_nothing(phrase: list[str], *, few: bool) -> bool:
    """Whether a counted noun is none that measures: a part of a text, or, where they are `few`, the points of a list."""
    nouns = [word for word in phrase[:3] if word not in ("forskellige", "andre", "nye", "store", "små")]
    if not nouns:
        return True
    return (
        any(noun in _NOUNS or (few and noun in _ANNOUNCERS) for noun in (nouns[0], nouns[-1])) or nouns[0][0].isdigit()
    )
