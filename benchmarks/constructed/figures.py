"""What constructed articles count: sentences with a figure, and tables."""

from constructed.phrases import Phrases, capital, sentence

_UNITS = ("procent", "procent", "pct.", "%")
_MILLIONS = ("mio. kr.", "millioner kr.", "millioner kroner", "mio. kroner")
_TENTHS = ("tre", "fire", "fem", "seks", "syv", "otte", "ni")


class Figures:
    """Writes the figures of one document, which spells its units in one way."""

    def __init__(self, phrases: Phrases, year: int) -> None:
        self.phrases, self.year = phrases, year
        phrases.facts |= {"pct": phrases.one(_UNITS), "millioner": phrases.one(_MILLIONS), **self.numbers()}
        phrases.made["år_før"] = lambda: str(year - phrases.number(2, 12))
        phrases.made["lille"] = lambda: str(phrases.number(6, 64))

    def numbers(self) -> dict[str, str]:
        """Numbers that fit each other, as slots: `ap` is above `bp`, `å1` before `å2` before `å3`."""
        number, phrases = self.phrases.number, self.phrases
        low = number(25, 700)
        high = low + number(6, 160)
        tenth = phrases.chance(0.6)
        days, few = number(4, 60), number(110, 8_000)
        return {
            "ap": f"{high // 10},{high % 10}" if tenth else str(high // 10),
            "bp": f"{low // 10},{low % 10}" if tenth else str(low // 10),
            "pp": str(number(2, 18)),
            "å1": str(self.year - number(2, 6)),
            "å2": str(self.year - 1),
            "å3": str(self.year + number(1, 4)),
            "dage": str(days),
            "flere_dage": str(days + number(3, 40)),
            "tal": f"{few + number(9, 1 + few // 3):,}".replace(",", "."),
            "færre": f"{few:,}".replace(",", "."),
            "små": str(number(3, 30)),
            "help": str(number(12, 91)),
            "mio": f"{number(1, 38)},{number(1, 9)}" if tenth else str(number(2, 60)),
            "stor_mio": str(number(90, 900)),
            "ord_tal": phrases.one(_TENTHS),
        }

    def figure(self) -> str:
        """A sentence with a figure: most are measured, some aimed at or set aside."""
        self.phrases.facts |= self.numbers()
        draw = self.phrases.random()
        return sentence(self.phrases.slot("målt" if draw < 0.76 else "mål" if draw < 0.88 else "afsat"))

    def table(self) -> list[list[str]]:
        """A table of what was measured, with its heading row."""
        rows = [["Indikator", str(self.year - 1), str(self.year + 2)]]
        measured = {capital(self.phrases.slot("andel")).rstrip(",") for _ in range(self.phrases.number(2, 6))}
        for name in sorted(measured):
            figures = self.numbers()
            rows.append([name, f"{figures['bp']} %", f"{figures['ap']} %"])
        return rows
