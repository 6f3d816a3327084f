"""The shapes that pass between the parts of the quantity grammar: what is handed out, and what is read on the way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity in a text. All offsets are 0-based, half-open, in code points of that text.

    `start, end` span the whole expression (comparator, number, unit word), `number_start, number_end` the characters
    that carry the number. `value` is in `unit`: shares in percent, money in whole currency; `value_high` is the upper
    bound of a range. `comparator` is one of `= ~ > >= < <=`, `form` names the grammar rule.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    value_high: float | None
    unit: str
    comparator: str
    form: str


@dataclass(frozen=True, slots=True)
class Term:
    """A number as it stands, with the scale and unit word after it, before its surroundings are judged.

    `value` is None where figures are no number at all (a date, a telephone number). `figures` holds plain figures as
    written, and is empty for words. `unit` is None for a bare number.
    """

    start: int
    number_end: int
    end: int
    value: float | None
    high: float | None = None
    scale: float = 1.0
    factor: float = 1.0
    unit: str | None = None
    form: str = "digits"
    figures: str = ""
    about: bool = False  # `en god fjerdedel`: the number itself says that it is no exact one
    number_start: int = -1  # where the number begins, when that is not `start`

    @property
    def bare(self) -> bool:
        """Whether nothing after the number says what it counts."""
        return self.unit is None and self.scale == 1.0 and self.form not in COMPOUND

    @property
    def whole(self) -> bool:
        """Whether this is one plain whole number, as in `tre` or `12`."""
        return self.value is not None and self.high is None and self.form in ("digits", "words") and self.value % 1 == 0


COMPOUND = frozenset({"fraction", "every_nth", "ratio", "part_of"})
