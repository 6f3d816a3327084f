"""Stretches of a constructed article: paragraphs of plain sentences with a statement among them, essays, boxes, lists.

About 60 % of the sentences in running text hold nothing.
"""

from constructed.article import Desk
from constructed.phrases import sentence


def passage(desk: Desk) -> None:
    """A paragraph as newspapers have them: plain sentences, or a quote, with a report, a figure or a call among them."""
    phrases, say = desk.phrases, desk.say
    if phrases.chance(0.3):
        for part in say.quote().split("\n\n"):
            desk.add("text", part)
        return
    count = phrases.number(2, 4)
    lines = [desk.plain() for _ in range(count)]
    if phrases.chance(0.66):
        draw = phrases.random()
        made = (
            desk.count.figure
            if draw < 0.42
            else say.report
            if draw < 0.66
            else say.call
            if draw < 0.97
            else say.initiative
        )
        lines.insert(phrases.number(0, count), made())
    desk.add("text", " ".join(lines))


def body(desk: Desk) -> None:
    """Passages up to the length aimed at, with headings where it is long."""
    since = 0
    if desk.phrases.chance(0.4):
        desk.add("text", f"{desk.plain()} {desk.say.initiative()} {desk.plain()}")
    while desk.open():
        if since > 5 and desk.target > 320 and desk.phrases.chance(0.4):
            desk.add("heading", desk.phrases.slot("mellemrubrik"))
            since = 0
        passage(desk)
        since += 1


def facts(desk: Desk) -> None:
    """A box of facts."""
    desk.add("heading", f"Fakta om {desk.phrases.slot('arbejde')}")
    desk.add("list", items=[desk.count.figure() for _ in range(desk.phrases.number(2, 4))])


def advice(desk: Desk, heading: str, count: int) -> None:
    desk.add("heading", heading)
    desk.add("numbered" if desk.phrases.chance(0.6) else "list", items=desk.say.advice(count))


def _argued(desk: Desk) -> None:
    """A paragraph in the first person."""
    phrases, say = desk.phrases, desk.say
    lines = []
    for _ in range(phrases.number(2, 4)):
        draw = phrases.random()
        if draw < 0.3:
            lines.append(sentence(phrases.slot("meninger")))
        elif draw < 0.73:
            lines.append(desk.plain())
        else:
            made = desk.count.figure if draw < 0.8 else say.report if draw < 0.84 else None
            lines.append(made() if made else sentence(phrases.slot("opfordring")))
    desk.add("text", " ".join(lines))


def essay(desk: Desk) -> None:
    while desk.open():
        if desk.phrases.chance(0.1) and not desk.say.house.dash:
            desk.add("text", desk.say.quote())
        elif desk.target > 500 and desk.phrases.chance(0.08):
            desk.add("heading", desk.phrases.slot("mellemrubrik"))
        else:
            _argued(desk)
