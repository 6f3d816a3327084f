"""Files that lie among articles and are none: empty, cut off, binary, or in another language."""

import random

_FOREIGN = (
    "The council met on {day} to discuss the budget. {who} asked for more time, and the item was moved to the next meeting. "
    "Nobody in the room disagreed, and the chair thanked the staff for their patience with the new system.",
    "Kommunstyrelsen träffades på {day} för att tala om budgeten. {who} ville ha mer tid, och ärendet flyttades till nästa "
    "möte. Ingen i rummet hade någon annan åsikt, och ordföranden tackade personalen för deras tålamod.",
    "Der Gemeinderat traf sich am {day}, um über den Haushalt zu sprechen. {who} bat um mehr Zeit, und der Punkt wurde auf "
    "die nächste Sitzung verschoben. Niemand im Saal widersprach, und die Vorsitzende dankte den Angestellten.",
)


def broken(dice: random.Random) -> tuple[str, bytes]:
    """Suffix and bytes of such a file."""
    draw = dice.random()
    if draw < 0.3:
        return "txt", b"" if draw < 0.2 else b" \n\n\t\n"
    if draw < 0.5:
        return "pdf", b"%PDF-1.7\n" + dice.randbytes(600)
    if draw < 0.6:
        return "html", b"<!DOCTYPE html><html><head><title>404</title></head><body></body></html>"
    language = dice.choice(_FOREIGN)
    who = dice.choice(("Ebba Thornfield", "Alva Lindquarn", "Jost Ellerkamp"))
    lines = [language.format(day=f"{dice.randint(1, 28)}.{dice.randint(1, 12)}.{dice.randint(2008, 2025)}", who=who)]
    return "txt", "\n\n".join(lines * dice.randint(2, 4)).encode()
