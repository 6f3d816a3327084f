"""The kinds of constructed article, in the shares they have among real ones, and how each is built up."""

from collections.abc import Callable

from constructed.article import Article, Desk, spelled
from constructed.passages import advice, body, essay, facts, passage
from constructed.people import Person
from constructed.phrases import capital, sentence

SHARES = (
    ("news", 0.45),
    ("press_release", 0.20),
    ("opinion", 0.12),
    ("interview", 0.08),
    ("blog", 0.05),
    ("report", 0.05),
    ("slides", 0.03),
    ("minutes", 0.02),
)
_PLAIN = 0.6  # of the sentences in running text


def _news(desk: Desk) -> list[Person]:
    phrases = desk.phrases
    desk.add("lead", phrases.slot("manchet"))
    if phrases.chance(0.5):
        desk.add("caption", capital(phrases.slot("billedtekst")))
    body(desk)
    if phrases.chance(0.3):
        facts(desk)
    if phrases.chance(0.12):
        advice(desk, "Anbefalingerne", phrases.number(3, 5))
    return [desk.cast.press()]


def _press_release(desk: Desk) -> list[Person]:
    phrases = desk.phrases
    desk.add("lead", phrases.slot("manchet"))
    body(desk)
    if phrases.chance(0.5):
        count = phrases.number(3, 6)
        advice(desk, f"{capital(_COUNTS[count])} anbefalinger til {phrases.slot('modtager')}", count)
    if phrases.chance(0.4):
        facts(desk)
    return []


_COUNTS = ("nul", "en", "to", "tre", "fire", "fem", "seks")


def _opinion(desk: Desk) -> list[Person]:
    author = desk.cast.head() if desk.phrases.chance(0.5) else desk.cast.anyone()
    desk.say.house.dash = ""
    essay(desk)
    if desk.phrases.chance(0.5):
        advice(desk, "Derfor foreslår jeg:", desk.phrases.number(2, 5))
    if desk.phrases.chance(0.5):
        desk.add("note", "Dette er et debatindlæg. Indlægget er udtryk for skribentens egen holdning.")
    return [author]


def _blog(desk: Desk) -> list[Person]:
    desk.say.house.dash = ""
    essay(desk)
    if desk.phrases.chance(0.4):
        advice(desk, "Mine råd", desk.phrases.number(3, 5))
    return [desk.cast.staff()]


def _interview(desk: Desk) -> list[Person]:
    phrases, say = desk.phrases, desk.say
    person = desk.cast.anyone()
    desk.add("lead", f"INTERVIEW: {sentence(say.introduced(person) + ' ser tilbage på ' + phrases.slot('arbejde'))}")
    desk.add("text", say.narrator.paragraph(2))
    while desk.open():
        desk.add("question", capital(phrases.slot("spørgsmål")))
        lines = [say.utterance(phrases.number(1, 2)) + "."]
        lines += [desk.plain() for _ in range(phrases.number(1, 4))]
        if phrases.chance(0.3):
            lines.insert(1, desk.count.figure())
        desk.add("text", " ".join(lines))
    return [desk.cast.press()]


def _report(desk: Desk) -> list[Person]:
    phrases = desk.phrases
    desk.say.house.dash = ""
    desk.add("heading", "Sammenfatning")
    desk.add("text", f"{desk.count.figure()} {desk.plain()}")
    number = 1
    while desk.open(0.85):
        desk.add("heading", f"{number}. {phrases.slot('mellemrubrik')}")
        for _ in range(phrases.number(1, 3)):
            passage(desk)
        number += 1
        if phrases.chance(0.35):
            desk.add("table", rows=desk.count.table())
    advice(desk, f"{number}. Anbefalinger", phrases.number(3, 6))
    return [desk.cast.expert()] if phrases.chance(0.5) else []


def _slides(desk: Desk) -> list[Person]:
    phrases, say = desk.phrases, desk.say
    presenter = desk.cast.staff()
    desk.add("text", f"Oplæg ved {presenter.role} {presenter.name}, {desk.cast.home}")
    while desk.open(0.9):
        desk.add("heading", phrases.slot("mellemrubrik"))
        draw = phrases.random()
        if draw < 0.15:
            desk.add("table", rows=desk.count.table())
            continue
        make = desk.count.figure if draw < 0.35 else desk.plain
        items = [make().rstrip(".") for _ in range(phrases.number(2, 4))]
        desk.add("list", items=[line.rstrip(".") for line in say.advice(3)] if draw > 0.85 else items)
    return [presenter]


def _minutes(desk: Desk) -> list[Person]:
    phrases, say = desk.phrases, desk.say
    present = [desk.cast.head() for _ in range(4)]
    desk.add("text", f"Mødedato: {spelled(desk.published)}")
    desk.add("text", "Til stede: " + ", ".join(dict.fromkeys(person.name for person in present)))
    point = 1
    while desk.open():
        desk.add("heading", f"{point}. {capital(phrases.slot('arbejde'))}")
        desk.add("heading", "Sagsfremstilling")
        desk.add("text", f"{say.narrator.paragraph(phrases.number(2, 4))} {desk.count.figure()}")
        desk.add("heading", "Indstilling")
        desk.add("text", f"Forvaltningen indstiller, at udvalget begynder at {phrases.slot('inf')}.")
        desk.add("heading", "Beslutning")
        desk.add("text", phrases.one(("Godkendt.", "Drøftet.", say.report())))
        point += 1
    return []


_WRITERS: dict[str, tuple[Callable[[Desk], list[Person]], str, str]] = {
    "news": (_news, "overskrift", ""),
    "press_release": (_press_release, "overskrift", "Pressemeddelelse"),
    "opinion": (_opinion, "debattitel", "Debat"),
    "interview": (_interview, "overskrift", "Interview"),
    "blog": (_blog, "blogtitel", "Blog"),
    "report": (_report, "rapporttitel", ""),
    "slides": (_slides, "slidetitel", ""),
    "minutes": (_minutes, "udvalg", "Referat"),
}


def written(desk: Desk) -> Article:
    """An article of a kind drawn by its share."""
    phrases, draw = desk.phrases, desk.phrases.random()
    kind = next((name for name, share in SHARES if (draw := draw - share) < 0), "news")
    write, titles, kicker = _WRITERS[kind]
    title = capital(phrases.slot(titles))
    authors = write(desk)
    publisher = desk.cast.publisher
    if kind in ("minutes", "slides") or (kind == "press_release" and phrases.chance(0.6)):
        publisher = desk.cast.home
    elif kind == "press_release":
        publisher = desk.cast.some_house()
    elif kind == "blog":
        publisher = phrases.slot("blognavn")
    return Article(kind, title, capital(publisher), desk.published, authors, desk.blocks, kicker=kicker)
