"""Columns of prose are read one after the other; the cells of a table stay side by side."""

from drawn_pdf import at, lines, pdf

from pejlemaerker.corpus.blocks import Block
from pejlemaerker.corpus.formats.pdf import read_pdf

LEFT = [
    "Lederne på de ni plejehjem har",
    "i to år haft lov til at lægge",
    "vagtplanen selv, og det har de",
    "brugt til at spørge de ansatte,",
    "hvad der skal til for at trives.",
]
RIGHT = [
    "Kommunen har målt på det hele",
    "undervejs, og tallene peger i én",
    "retning: Færre melder sig syge,",
    "og flere bliver i jobbet, når de",
    "selv er med til at bestemme.",
]


def blocks_of(page: str) -> list[Block]:
    return read_pdf(pdf(page)).blocks


def texts(page: str) -> list[str]:
    return [block.text for block in blocks_of(page)]


def test_two_columns_on_the_same_lines() -> None:
    assert texts(lines(70, 700, LEFT) + lines(300, 700, RIGHT)) == [" ".join(LEFT), " ".join(RIGHT)]


def test_two_columns_on_lines_of_their_own() -> None:
    assert texts(lines(70, 700, LEFT) + lines(300, 694, RIGHT)) == [" ".join(LEFT), " ".join(RIGHT)]


def test_three_columns_below_a_heading_across_them() -> None:
    page = at(70, 740, "Tre år med frihed og hvad den førte til", 18)
    page += lines(70, 700, LEFT) + lines(240, 700, RIGHT) + lines(410, 700, LEFT)
    assert texts(page) == ["Tre år med frihed og hvad den førte til", " ".join(LEFT), " ".join(RIGHT), " ".join(LEFT)]


def test_a_sentence_runs_on_from_column_to_column_over_a_footnote() -> None:
    left = [*LEFT[:-1], "hvad der skal til for, at man kan"]
    page = lines(70, 700, left) + lines(300, 700, ["trives på arbejdet i mange år.", *RIGHT])
    found = texts(page + at(70, 610, "1 Se bilaget.", 7))
    assert found[0].startswith("Lederne på de ni") and "at man kan trives på arbejdet" in found[0]
    assert found[-1] == "1 Se bilaget."


def test_rows_of_a_table_are_not_columns() -> None:
    rows = [
        ("Kommune", "2022", "2023"),
        ("Hvidsand", "8,1", "6,4"),
        ("Birkerup", "7,7", "7,9"),
        ("Enghave", "5,0", "5,2"),
    ]
    drawn = "".join(at(70 + 120 * k, 700 - 14 * i, cell) for i, row in enumerate(rows) for k, cell in enumerate(row))
    assert texts(drawn) == [" | ".join(row) for row in rows]


def test_cells_of_several_lines_belong_to_their_row() -> None:
    page = ""
    for i in range(3):
        top = 700 - 80 * i
        page += at(70, top, f"Plejehjem {i}") + lines(180, top, LEFT) + lines(380, top, RIGHT)
    assert texts(page) == [f"Plejehjem {i} | {' '.join(LEFT)} | {' '.join(RIGHT)}" for i in range(3)]


def test_ruled_cells_of_prose_are_a_row() -> None:
    page = "".join(f"60 {y} m 540 {y} l S\n" for y in (715, 645, 575))
    page += lines(70, 700, LEFT) + lines(300, 700, RIGHT) + lines(70, 630, RIGHT) + lines(300, 630, LEFT)
    assert texts(page) == [f"{' '.join(LEFT)} | {' '.join(RIGHT)}", f"{' '.join(RIGHT)} | {' '.join(LEFT)}"]


def test_a_stretched_line_is_no_row_of_cells() -> None:
    page = lines(70, 700, ["Lederne i Hvidsand har"]) + at(70, 688, "ventet") + at(135, 688, "længe på")
    page += lines(70, 676, ["den her beslutning, siger", "de til hinanden i dag."])
    assert " | " not in " ".join(texts(page))


def test_a_box_at_the_side_comes_after_the_text_beside_it() -> None:
    page = (
        lines(70, 700, LEFT)
        + at(300, 703, "Fakta", bold=True)
        + lines(300, 688, ["42 skemaer er væk nu", "i kommunen"])
    )
    assert texts(page) == [" ".join(LEFT), "Fakta", "42 skemaer er væk nu i kommunen"]
