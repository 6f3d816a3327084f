"""Years: bars side by side, one a year, and years put together to periods where there are too many for single ones."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .marks import GRID, SOFT, Box, Drawing, Label, Line, series
from .words import number

_LABEL = 34  # room that the number of a year takes


@dataclass(frozen=True, slots=True)
class Period:
    """The years from `first` to `last`, both with it."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last % 100:02}"

    def sum(self, amounts: Mapping[Any, int]) -> int:
        """What `amounts` by year come to in the period."""
        return sum(amounts.get(year, 0) for year in range(self.first, self.last + 1))


def periods(years: Mapping[int, int], most: int = 8) -> list[Period]:
    """At most `most` periods up to the last of `years` (each with how many documents it has).

    Single years where the last ones hold four documents in five; what is older is then left out. Else all years, several to a period.
    """
    last = max(years)
    recent = [year for year in years if year > last - most]
    if sum(years[year] for year in recent) >= 0.8 * sum(years.values()):
        return [Period(year, year) for year in range(min(recent), last + 1)]
    return whole(years, most)


def whole(years: Collection[int], most: int = 8) -> list[Period]:
    """All `years` in at most `most` periods of equal length (but for the first) that end with the last year; none for no years."""
    if not years:
        return []
    last, first = max(years), min(years)
    length = -(-(last - first + 1) // most)
    return [Period(max(first, end - length + 1), end) for end in range(last, first - 1, -length)][::-1]


def columns(
    drawing: Drawing,
    amounts: Mapping[int, int],
    at: tuple[float, float, float, float],
    told: Mapping[int, str] | None = None,
) -> None:
    """Bars for the years of `amounts`, with a number on the highest, in a place (left, top, width, height) of a drawing.

    Years between them without documents have their place too. `told` says the number where it is not the amount.
    """
    left, top, width, height = at
    years = range(min(amounts), max(amounts) + 1)
    most, step, ground = max(amounts.values()) or 1, width / len(years), top + height - 20
    highest = max(years, key=lambda year: (amounts.get(year, 0), year))
    for place, year in enumerate(years):
        tall = (ground - top - 20) * amounts.get(year, 0) / most
        x = left + place * step
        if tall:
            drawing.add(Box(x + step * 0.1, ground - tall, step * 0.8, tall, series(1)))
        if year == highest:
            words = told[year] if told else number(amounts[year])
            drawing.add(Label(_within(x + step / 2, left, width), ground - tall - 10, words, "center"))
    drawing.add(Line(left, ground, left + width, ground, GRID))
    for year in _said(years, step):
        x = left + (year - years[0] + 0.5) * step
        drawing.add(Label(_within(x, left, width), ground + 12, str(year), "center", SOFT))


def _within(x: float, left: float, width: float) -> float:
    """The middle of a year's number near `x` that does not reach beyond the bars."""
    return min(max(x, left + _LABEL / 2), left + width - _LABEL / 2)


def _said(years: Sequence[int], step: float) -> list[int]:
    """The years whose numbers have room: the last, and others at even distances before it."""
    every = next(n for n in (1, 2, 5, 10, 20, 50, 1_000) if n * step >= _LABEL)
    return [year for year in years if (years[-1] - year) % every == 0]
