"""Sentences with something to extract: quotes in all Danish styles, reports, recommendations, initiatives."""

from dataclasses import dataclass

from constructed.cast import Cast
from constructed.narrative import Narrator
from constructed.people import Person
from constructed.phrases import Phrases, capital, sentence

MARKS = (("”", "”"), ("”", "”"), ("“", "”"), ('"', '"'), ("»", "«"), ("„", "“"))
DASHES = ("- ", "– ", "-")


@dataclass(slots=True)
class House:
    """How one document quotes: marks, a dash or none, the comma inside the marks or behind."""

    marks: tuple[str, str]
    dash: str
    inside: bool

    def quoted(self, text: str) -> str:
        """`text` in marks."""
        return f"{self.marks[0]}{text}{self.marks[1]}"


class Statements:
    """Writes what people say and ask for, and remembers who has been introduced."""

    def __init__(self, phrases: Phrases, cast: Cast) -> None:
        self.phrases, self.cast, self.narrator = phrases, cast, Narrator(phrases)
        dash = DASHES[phrases.number(0, 2)] if phrases.chance(0.4) else ""
        self.house = House(MARKS[phrases.number(0, len(MARKS) - 1)], dash, phrases.chance(0.8))
        self.known: list[Person] = []
        self.last: Person | None = None
        phrases.facts |= {
            "kommune": cast.home,
            "medie": cast.publisher,
            "initiativnavn": phrases.slot("nyt_initiativ"),
            "m1": self.house.marks[0],
            "m2": self.house.marks[1],
        }
        phrases.made |= {
            "fornavn": lambda: phrases.slot("kvindenavn" if phrases.chance(0.5) else "mandenavn"),
            "af": lambda: self.speaker(subject=True),
            "fra": lambda: self.speaker(subject=False),
            "fotograf": lambda: cast.press().name,
        }

    # Who speaks

    def speaker(self, subject: bool) -> str:
        """Somebody as a subject (or behind a preposition): introduced in full, or known and then named shortly."""
        phrases = self.phrases
        if self.known and phrases.chance(0.6):
            person = self.known[-1] if phrases.chance(0.6) else self.known[phrases.number(0, len(self.known) - 1)]
            return self.again(person, subject)
        return self.introduced(self.cast.anyone())

    def introduced(self, person: Person) -> str:
        """Name, role and place, in one of the usual orders."""
        self.last = person
        if person in self.known:
            return person.name
        self.known.append(person)
        party = f" ({person.party})" if person.party else ""
        role, draw = f"{person.role} {person.place}".strip(), self.phrases.random()
        if draw < 0.35 or not person.place:
            return f"{role} {person.name}{party}"
        if draw < 0.75:
            return f"{person.name}{party}, der er {role},"
        return f"{person.name}{party}, {role},"

    def again(self, person: Person, subject: bool = True) -> str:
        """Somebody known: the pronoun where nobody else came between, else the surname, the name or the role."""
        same, draw, self.last = person is self.last, self.phrases.random(), person
        if same and subject and draw < 0.55:
            return person.pronoun
        return person.surname if draw < 0.4 else person.name

    # What is said

    def utterance(self, sentences: int = 1) -> str:
        """What somebody says, in the first person; the last sentence without its full stop."""
        phrases = self.phrases
        said = [capital(phrases.slot("ytring")) for _ in range(sentences)]
        if phrases.chance(0.12):
            said.append(capital(phrases.slot("kort")))
        return ". ".join(said).replace(",,", ",")

    def _cue(self, person: str) -> str:
        verb = self.phrases.slot("siger")
        oblique = person.split(" ")[0] in ("hun", "han")
        if verb.endswith("fra"):
            return f"siger {person}" if oblique else f"{verb} {person}"
        return verb.replace("…", person) if "…" in verb else f"{verb} {person}"

    def quote(self) -> str:
        """A direct quote with its cue, as a paragraph: dashes, marks before or behind, or a colon."""
        draw, house = self.phrases.random(), self.house
        said = self.utterance(self.phrases.number(1, 2))
        if draw < 0.06:
            return self.unmarked()
        if house.dash:
            return self._dashed(said)
        if draw < 0.22:
            return (
                f"{sentence(self.speaker(subject=True) + ' ' + self._before()).rstrip('.')}: {house.quoted(said + '.')}"
            )
        comma = house.quoted(f"{said},") if house.inside else f"{house.quoted(said)},"
        cue = sentence(self._cue(self.speaker(subject=True)))
        cue = cue[0].lower() + cue[1:]
        return f"{comma} {cue}" if draw < 0.75 else f"{comma} {cue} {house.quoted(self.utterance() + '.')}"

    def _before(self) -> str:
        return self.phrases.one(("siger", "siger det sådan her", "forklarer", "fortæller"))

    def _dashed(self, said: str) -> str:
        cue = sentence(f"{said}, {self._cue(self.speaker(subject=True))}")
        more = f"\n\n{self.house.dash}{self.utterance()}." if self.phrases.chance(0.18) else ""
        return f"{self.house.dash}{cue}{more}"

    def unmarked(self) -> str:
        """Somebody's words without marks."""
        return sentence(f"{self.utterance()}, {self._cue(self.speaker(subject=True))}")

    def report(self) -> str:
        """What somebody holds, in a subordinate clause."""
        return sentence(self.phrases.slot("indirekte"))

    def call(self) -> str:
        """What somebody asks of somebody."""
        return sentence(self.phrases.slot("anbefal"))

    # What is asked for

    def initiative(self) -> str:
        """A sentence that names an initiative."""
        return sentence(self.phrases.slot("initiativ"))

    def advice(self, count: int) -> list[str]:
        """A list of recommendations."""
        pool, step = self.phrases.pools["råd"], self.phrases.number(1, 4)
        start = self.phrases.number(0, len(pool) - 1)
        return [sentence(self.phrases.expanded(pool[(start + i * step) % len(pool)])) for i in range(count)]
