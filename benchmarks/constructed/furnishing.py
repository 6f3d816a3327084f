"""What stands around a constructed article: menu, advert, teasers, comments, contacts and its address."""

import re

from constructed.article import Article, Desk
from constructed.phrases import capital, sentence

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_SECTIONS = {
    "news": "nyheder",
    "press_release": "pressemeddelelser",
    "opinion": "debat",
    "interview": "interview",
    "blog": "blog",
    "report": "rapporter",
    "slides": "oplaeg",
    "minutes": "dagsordener-og-referater",
}
_COMMENTED = frozenset({"news", "opinion", "blog"})


def slug(text: str) -> str:
    """`text` as part of an address."""
    return _NO_LETTERS.sub("-", text.lower().translate(_LETTERS)).strip("-")


def furnish(article: Article, desk: Desk, number: int) -> None:
    """Fills in the page around `article`. All addresses end in `.example` and all telephone numbers begin with 55 55."""
    phrases = desk.phrases
    host = slug(article.publisher).replace("-", "")[:30] or "avis"
    article.address = f"https://www.{host}.example/{_SECTIONS[article.kind]}/{article.published.year}/{slug(article.title)[:70]}-{number}"
    menu = phrases.pools["menu"]
    start = phrases.number(0, 5)
    article.menu = [part[0] for part in menu[start : start + phrases.number(4, 8)]]
    if phrases.chance(0.45):
        article.teasers = [capital(phrases.slot("overskrift")) for _ in range(phrases.number(2, 4))]
    if phrases.chance(0.25):
        article.advert = capital(phrases.slot("annonce"))
    if article.kind in _COMMENTED and phrases.chance(0.25):
        article.comments = [
            (capital(phrases.slot("kommentarnavn")), sentence(phrases.slot("kommentar")))
            for _ in range(phrases.number(1, 4))
        ]
    if article.kind == "press_release":
        article.contacts = _contacts(desk, host)
        if article.publisher != desk.cast.home and phrases.chance(0.6):
            phrases.facts["af_org"] = article.publisher
            article.contacts.append(sentence(phrases.slot("emne_om")))


def _contacts(desk: Desk, host: str) -> list[str]:
    person, phrases = desk.cast.staff(), desk.phrases
    telephone = f"55 55 {phrases.number(10, 99)} {phrases.number(10, 99)}"
    lines = [f"{capital(person.role)} {person.name}", f"Tlf. {telephone}"]
    return [*lines, f"E-mail: presse@{host}.example"] if phrases.chance(0.7) else lines
