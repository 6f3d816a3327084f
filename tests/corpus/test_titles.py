"""Which line is the title, seen through the whole reading of zones."""

import pytest
from plain_text import read_blocks, zone_kinds

from pejlemaerker.corpus.titles import title_index

PROSE = "\n\n".join(
    [
        "Skolelederne i Sandvig Kommune har fået lov til at lægge deres egen uge, og det har givet ro på gangene.",
        "Ordningen blev vedtaget i foråret efter et halvt års forsøg på de tre største skoler i kommunen.",
        "Nu skal den prøves af på alle skoler, og derefter skal byrådet tage stilling til, om den skal blive.",
    ]
)


def title(text: str) -> str | None:
    blocks = read_blocks(text)
    return next((block.text for block, kind in zip(blocks, zone_kinds(blocks), strict=True) if kind == "title"), None)


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("Skoleledere får ro", "Skoleledere får ro"),
        ("# Skoleledere får ro", "Skoleledere får ro"),
        ("SKOLELEDERE FÅR RO TIL ARBEJDET", "SKOLELEDERE FÅR RO TIL ARBEJDET"),
        ("Hvem skal bestemme over ugen?", "Hvem skal bestemme over ugen?"),
        ("Skoleleder: Nu kan jeg trække vejret igen", "Skoleleder: Nu kan jeg trække vejret igen"),
        ("Skoler\n\nSkoleledere får ro til arbejdet", "Skoleledere får ro til arbejdet"),
        ("Skoleledere får ro\n\nSkoleledere får ro", "Skoleledere får ro"),
        ("12. maj 2024\n\nSkoleledere får ro til arbejdet", "Skoleledere får ro til arbejdet"),
        ("Sandvig Kommune\n\n# Skoleledere får ro til arbejdet\n\n## Nyt forsøg", "Skoleledere får ro til arbejdet"),
        ("Skoleledere får ro til arbejdet\n\nAf Ditte Kragelund\n\n12. maj 2024", "Skoleledere får ro til arbejdet"),
        ("Forside\n\nNyheder\n\nSkoleledere får ro til arbejdet\n\n12. maj 2024", "Skoleledere får ro til arbejdet"),
        ("DEBAT\n\n”Vi er trætte”: Skoleledere vil have ro", "”Vi er trætte”: Skoleledere vil have ro"),
    ],
)
def test_the_title_is_found(top: str, expected: str) -> None:
    assert title(f"{top}\n\n{PROSE}") == expected


def test_a_short_standfirst_under_the_title_moves_no_title() -> None:
    top = "Lederen, der sagde nej\n\nHun ville have ro, og det fik hun.\n\nHvorfor sagde hun nej til møderne?"
    assert title(f"{top}\n\n{PROSE}") == "Lederen, der sagde nej"


@pytest.mark.parametrize(
    "text",
    ["", PROSE, "Annonce", "12. maj 2024", "Af Ditte Kragelund", "- Kaffe\n- Kage", "Ja", "Det er slut."],
)
def test_there_is_no_title_where_nothing_looks_like_one(text: str) -> None:
    assert title(text) is None


def test_a_headline_at_the_bottom_is_no_title() -> None:
    assert title(f"Skoleledere får ro til arbejdet\n\n{PROSE}\n\nNy rektor i Havneby vil have flere med") == (
        "Skoleledere får ro til arbejdet"
    )


def test_what_is_known_as_furniture_is_no_title() -> None:
    blocks = read_blocks("Skoleledere får ro til arbejdet\n\nNy rektor vil have flere med\n\n" + PROSE)
    first: list[str | None] = [None] * len(blocks)
    assert title_index(blocks, ["navigation", *first[1:]]) == 1
    assert title_index(blocks, ["navigation"] * len(blocks)) is None


def test_a_menu_beside_a_line_of_the_page_is_no_title() -> None:
    assert title(f"Indland Kultur Debat Sport\nLog ind\n\nSkoleledere får ro til arbejdet\n\n{PROSE}") == (
        "Skoleledere får ro til arbejdet"
    )
    assert title(f"Indland Kultur Debat Sport\n\n{PROSE}") == "Indland Kultur Debat Sport"
