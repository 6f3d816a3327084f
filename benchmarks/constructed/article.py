"""What a constructed article is made of, before it is written as a file of some format."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from constructed.cast import Cast
from constructed.figures import Figures
from constructed.people import Person
from constructed.phrases import Phrases
from constructed.statements import Statements

MEDIAN_WORDS, SPREAD = 318, 0.56
LEAST_WORDS, MOST_WORDS = 125, 1_050
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_FIRST_DAY, _DAYS = date(2006, 1, 2), 7_100


@dataclass(slots=True)
class Block:
    """A piece of an article: title, lead, heading, text, question, list, numbered, table, caption, note."""

    kind: str
    text: str = ""
    items: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def words(self) -> int:
        """Words in the block."""
        cells = [cell for row in self.rows for cell in row]
        return len(self.text.split()) + sum(len(text.split()) for text in (*self.items, *cells))


@dataclass(slots=True)
class Article:
    """An article of one kind, with who wrote it, when and where; `contacts` are lines, `comments` names and texts."""

    kind: str
    title: str
    publisher: str
    published: date
    authors: list[Person]
    blocks: list[Block]
    address: str = ""
    kicker: str = ""
    contacts: list[str] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    teasers: list[str] = field(default_factory=list)
    menu: list[str] = field(default_factory=list)
    advert: str = ""

    def words(self) -> int:
        """Words of the article itself, without what the page prints around it."""
        return len(self.title.split()) + sum(block.words() for block in self.blocks)


class Desk:
    """What the writers of all kinds of article share: phrases, people, statements, the day and the length aimed at."""

    def __init__(self, phrases: Phrases, seed: int) -> None:
        self.phrases = phrases
        self.cast = Cast(phrases, seed)
        self.published = _FIRST_DAY + timedelta(days=int(phrases.random() * _DAYS))
        self.count = Figures(phrases, self.published.year)
        self.say = Statements(phrases, self.cast)
        self.plain = self.say.narrator.plain
        self.target = self._length()
        self.blocks: list[Block] = []
        self.written = 0

    def _length(self) -> int:
        """Log-normal, by Box and Muller."""
        normal = math.sqrt(-2 * math.log(1 - self.phrases.random())) * math.cos(math.tau * self.phrases.random())
        return min(MOST_WORDS, max(LEAST_WORDS, int(MEDIAN_WORDS * math.exp(SPREAD * normal))))

    def add(self, kind: str, text: str = "", items: Sequence[str] = (), rows: Sequence[list[str]] = ()) -> None:
        """A further block."""
        block = Block(kind, text, list(items), list(rows))
        self.blocks.append(block)
        self.written += block.words()

    def open(self, share: float = 1.0) -> bool:
        """Whether the article is still shorter than this share of its length."""
        return self.written < self.target * share


def spelled(day: date) -> str:
    """A date as Danish pages write it."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
