"""Whom a constructed article can draw on: its organisation and publisher, the people there, and now and then others.

Municipalities and regions are real places; the people who speak for them, and all other organisations, are invented.
"""

import random
from functools import cache

from constructed.people import Person, seated
from constructed.phrases import Phrases, fields
from pejlemaerker.danish.lexicon import rows as lexicon

# Seats of one field in one organisation, and how much more often the first ones are drawn.
SEATS = {"kommune": 20, "region": 260, "stat": 40}
_SKEW = 1.6
AGENCIES, HOUSES, PUBLISHERS, EXPERTS = 60, 400, 180, 1_500


@cache
def municipalities() -> tuple[str, ...]:
    """The Danish municipalities, as `X Kommune`."""
    names = [row[2] for row in lexicon("municipalities")]
    return tuple(f"{name}kommune" if name.endswith("Regions") else f"{name} Kommune" for name in names)


@cache
def regions() -> tuple[str, ...]:
    """The Danish regions that exist today."""
    return tuple(row[1] for row in lexicon("regions") if row[0])


@cache
def invented(seed: int, pool: str, number: int, field: str = "aeldre") -> str:
    """The organisation of this number in a pool (styrelse, foretagende, uni, medie), the same in every document."""
    return Phrases(random.Random(f"{seed}-{pool}-{number}"), field).slot(pool)


class Cast:
    """The people one document can draw on: those of its organisation first, and now and then somebody from elsewhere."""

    def __init__(self, phrases: Phrases, seed: int) -> None:
        self.phrases, self.seed = phrases, seed
        self.level = fields()[phrases.field]
        draw = phrases.random() ** 1.3
        if self.level == "kommune":
            self.home = municipalities()[int(draw * len(municipalities()))]
        elif self.level == "region":
            self.home = regions()[int(draw * len(regions()))]
        else:
            self.home = invented(seed, "styrelse", int(draw * AGENCIES))
        self.publisher = invented(seed, "medie", int(phrases.random() ** _SKEW * PUBLISHERS))

    def _drawn(self, count: int) -> int:
        return int(self.phrases.random() ** _SKEW * count)

    def staff(self, low: int = 0) -> Person:
        """Somebody of the organisation the article is about, from seat `low`."""
        seat = low + self._drawn(SEATS[self.level] - low)
        return seated(self.seed, self.home, self.phrases.field, seat, "staff")

    def head(self) -> Person:
        """A manager or a politician of the organisation."""
        return seated(self.seed, self.home, self.phrases.field, self.phrases.number(0, 4), "staff")

    def some_house(self) -> str:
        """An organisation with members."""
        drawn = self._drawn(HOUSES)
        return invented(self.seed, "foretagende", drawn, tuple(fields())[drawn % len(fields())])

    def house(self) -> Person:
        """Somebody of such an organisation."""
        return seated(self.seed, self.some_house(), "digital", self._drawn(5), "house")

    def expert(self) -> Person:
        """Somebody who does research."""
        drawn = self._drawn(EXPERTS)
        return seated(self.seed, invented(self.seed, "uni", drawn % 60), "digital", drawn, "expert")

    def press(self) -> Person:
        """Somebody who writes for the publisher."""
        return seated(self.seed, self.publisher, "digital", self._drawn(12), "press")

    def anyone(self) -> Person:
        """A speaker, as often from the organisation itself as articles have it."""
        draw = self.phrases.random()
        if draw < 0.66:
            return self.staff()
        if draw < 0.84:
            return self.house()
        if draw < 0.95:
            return self.expert()
        return seated(self.seed, "Folketinget", "digital", self._drawn(200), "minister")
