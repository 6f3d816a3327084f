"""Clauses, and sentences that hold nothing to extract: what lies between the statements of a constructed article.

Danish puts the finite verb second in a main clause and behind subject and adverb in a subordinate one; `Clause` keeps them apart.
"""

from dataclasses import dataclass

from constructed.phrases import Phrases, sentence

_CLASSES = ("person", "person", "organ", "ting")


@dataclass(slots=True)
class Clause:
    """Subject, finite verb, the rest, and an adverb or nothing."""

    subject: str
    verb: str
    rest: str
    adverb: str

    def straight(self) -> str:
        """Subject first."""
        return f"{self.subject} {self.verb} {self.adverb}{self.rest}"

    def turned(self) -> str:
        """Verb first: behind whatever stands in front."""
        return f"{self.verb} {self.subject} {self.adverb}{self.rest}"

    def subordinate(self) -> str:
        """Behind a conjunction."""
        return f"{self.subject} {self.adverb}{self.verb} {self.rest}"


class Narrator:
    """Writes clauses and plain sentences with the phrases of one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        for pool in ("person", "organ", "ting"):
            for tense, short in ((0, "nu"), (1, "før")):
                self._slots(pool, tense, short)

    def _slots(self, pool: str, tense: int, short: str) -> None:
        """Predicates and subordinate clauses as slots, for the word lists: `{gør_person_nu}`, `{sub_organ_før}`."""
        made = self.phrases.made
        made[f"gør_{pool}_{short}"] = lambda: " ".join(self.predicate(pool, tense))
        made[f"sub_{pool}_{short}"] = lambda: self.clause(pool, tense).subordinate()
        made[f"vendt_{pool}_{short}"] = lambda: self.clause(pool, tense).turned()

    def predicate(self, pool: str, tense: int) -> tuple[str, str]:
        """Finite verb and rest. `tense` is 0 for the present, 1 for the past."""
        verbs, rest = self.phrases.slot(f"{pool}_gør").split("|", 1)
        return verbs.split("/")[tense], rest

    def clause(self, pool: str, tense: int) -> Clause:
        """A clause about a person, an organisation (`organ`) or a thing (`ting`)."""
        verb, rest = self.predicate(pool, tense)
        adverb = f"{self.phrases.slot(_ADVERBS[tense])} " if self.phrases.chance(0.22) else ""
        return Clause(self.phrases.slot(pool), verb, rest, adverb)

    def plain(self) -> str:
        """A sentence that says who does what, where and when, and holds nothing."""
        phrases = self.phrases
        tense = 0 if phrases.chance(0.55) else 1
        clause = self.clause(phrases.one(_CLASSES), tense)
        draw = phrases.random()
        if draw < 0.1:
            return sentence(clause.straight())
        if draw < 0.38:
            return sentence(f"{phrases.slot(_FRONTS[tense])} {clause.turned()}")
        if draw < 0.52:
            return sentence(f"{clause.straight()}, {phrases.slot(_BONDS[tense])} {self._other(tense).subordinate()}")
        if draw < 0.64:
            front = phrases.slot(_FRONTS[tense])
            return sentence(f"{front} {clause.turned()}, og {self._other(tense).straight()}")
        if draw < 0.76:
            bond = "når" if tense == 0 else "da"
            return sentence(f"{bond} {self._other(tense).subordinate()}, {clause.turned()}")
        if draw < 0.86:
            return sentence(f"{clause.subject}, {phrases.slot('tilnavn')}, {clause.verb} {clause.rest}")
        return sentence(phrases.slot("hel"))

    def _other(self, tense: int) -> Clause:
        return self.clause(self.phrases.one(_CLASSES), tense)

    def paragraph(self, sentences: int) -> str:
        """Plain sentences in a row."""
        return " ".join([self.plain() for _ in range(sentences)])


_ADVERBS, _FRONTS, _BONDS = ("biord_nu", "biord_før"), ("nu", "før"), ("bånd_nu", "bånd_før")
