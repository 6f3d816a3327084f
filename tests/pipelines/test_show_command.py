"""`pejl show` as a person and a program meet it: which document is meant, its text with its marks, the list below, and what stays out."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from house import ROOT, House
from rich.cells import cell_len
from terminal import in_terminal, piped

from pejlemaerker.publication.showing import MARKED, Marked, pieces
from pipelines.command_line import main
from pipelines.commands.show import ROWS
from pipelines.plain_text import one_line, visible
from schemas import DOCUMENTS, QUOTES, SEGMENTS

FILE = "nyhed-strandby-slipper-stopuret.txt"
SIGN = re.compile(r"⟧\[([CATI]\d+)\]")


def shown(house: House, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", "--outputs", str(house.outputs), *arguments])


def rows_of(house: House, table: str, path: str = FILE) -> list[dict[str, object]]:
    (document,) = house.table("documents").filter(source_path=path)["document_id"]
    return house.table(table).filter(document_id=document).to_dicts()


def plain(marked: str) -> str:
    return SIGN.sub("", marked).replace("⟦", "")


def test_all_of_the_text_is_there_with_every_row_marked_on_its_words(built: House):
    result = shown(built, FILE)
    text, below = result.stdout.split("What the marks stand for")
    assert result.exit_code == 0
    for segment in rows_of(built, "segments"):
        if segment["is_content"]:
            assert str(segment["text"]) in plain(text)
    for table, letter in MARKED.items():
        rows = rows_of(built, table.name)
        assert rows and [f"{letter}{number}" for number in range(1, len(rows) + 1)] == sorted(
            {sign for sign in SIGN.findall(text) if sign[0] == letter}, key=lambda sign: int(sign[1:])
        )
        for row in rows:
            assert str(row[table.key[-1]]) in below and f"confidence: {row['confidence']:.12g}" in below


def test_the_list_says_who_speaks_in_what_role_and_how_that_was_found(built: House):
    below = shown(built, FILE, "--rows", "quotes").stdout.split("What the marks stand for")[1]
    for row in rows_of(built, "quotes"):
        entry = below[below.index(str(row["quote_id"])) :].split("\n\n")[0]
        for column in ("speaker", "speaker_role", "attribution", "rule"):
            assert f"{column}: {row[column]}" in entry if row[column] else f"{column}:" not in entry


def test_only_rows_that_are_asked_for_are_marked(built: House):
    signs = set(SIGN.findall(shown(built, FILE, "--rows", "kpis, initiatives").stdout))
    assert {sign[0] for sign in signs} == {"T", "I"}
    assert tuple(table.name for table in MARKED) == ROWS
    wrong = shown(built, FILE, "--rows", "figures")
    assert wrong.exit_code == 2 and "kpis" in wrong.stderr


def test_the_themes_of_a_document_stand_above_it_the_most_prominent_first(built: House):
    themes = sorted(rows_of(built, "document_themes"), key=lambda theme: int(str(theme["rank"])))
    assert themes and f"themes: {', '.join(str(theme['theme']) for theme in themes)}" in shown(built, FILE).stdout


@pytest.mark.parametrize("words", [FILE, "slipper stopuret", "STRANDBY SLIPPER", "strandby-slipper"])
def test_a_document_is_known_by_its_file_or_a_part_of_its_title_or_path(built: House, words: str):
    (document,) = rows_of(built, "documents")
    assert str(document["document_id"]) in shown(built, words).stdout
    assert shown(built, str(document["document_id"])).stdout == shown(built, words).stdout


def test_several_that_may_be_meant_are_listed(built: House):
    result = shown(built, "pressemeddelelse-")
    paths = [path for path in built.table("documents")["source_path"] if "pressemeddelelse-" in path]
    assert result.exit_code == 2 and result.stdout == "" and len(paths) > 1
    assert all(path in result.stderr for path in paths)


def test_none_that_may_be_meant_is_answered_with_titles_like_it(built: House):
    result = shown(built, "Strandby slipper ikke stopuret", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == told["exit_code"] == 2 and "Strandby slipper stopuret" in told["error"]
    assert shown(built, "").exit_code == 2


def test_the_id_of_a_row_shows_what_stands_around_it(built: House):
    content = [segment for segment in rows_of(built, "segments") if segment["is_content"]]
    row = rows_of(built, "kpis")[-1]
    (number,) = [n for n, segment in enumerate(content) if segment["segment_id"] == row["segment_id"]]
    text, below = shown(built, str(row["kpi_id"])).stdout.split("What the marks stand for")
    assert all(str(segment["text"]) in plain(text) for segment in content[number - 1 : number + 2])
    assert str(content[number - 3]["text"]) not in plain(text)
    assert re.search(rf"▶ \[T\d+\] kpis  {row['kpi_id']}", below)
    around = shown(built, str(row["segment_id"])).stdout
    assert str(content[number]["text"]) in plain(around) and str(content[number - 3]["text"]) not in plain(around)


def test_what_is_no_part_of_the_article_is_told_only_when_wished(built: House):
    path = "nyhed-to-om-rektorstolen-i-vesterlund.html"
    kinds = {str(segment["kind"]) for segment in rows_of(built, "segments", path) if not segment["is_content"]}
    with_all, without = shown(built, path, "--all").stdout, shown(built, path).stdout
    assert kinds and all(f"[{kind}: " in with_all and f"[{kind}: " not in without for kind in kinds)


def test_the_open_edition_says_that_texts_are_not_there_and_shows_its_rows(built: House):
    result = shown(built, FILE, "--edition", "open")
    assert result.exit_code == 0 and "holds no whole texts" in result.stdout
    excerpts = [row["quote_id"] for row in rows_of(built, "quotes")]
    assert any(str(quote) in result.stdout for quote in excerpts)
    assert "holds no whole texts" not in shown(built, FILE).stdout


def test_a_program_gets_all_columns_of_all_rows(built: House):
    told = json.loads(shown(built, FILE, "--json").stdout)
    assert list(told["document"]) == DOCUMENTS.names and list(told["segments"][0]) == SEGMENTS.names
    for table, letter in MARKED.items():
        assert [row[table.key[-1]] for row in told[table.name]] == [
            row[table.key[-1]] for row in rows_of(built, table.name)
        ]
        assert told[table.name][0]["sign"] == f"{letter}1"


def quote(start: int, end: int, sign: str) -> Marked:
    row = QUOTES.row(quote_id=sign, char_start=start, char_end=end)
    return Marked(sign, QUOTES, row)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "abcdefgh"),
        ([(10, 18)], "⟦abcdefgh⟧[0]"),
        ([(10, 18), (12, 14)], "⟦ab⟦cd⟧[1]efgh⟧[0]"),
        ([(10, 14), (12, 16)], "⟦ab⟦cd⟧[0]ef⟧[1]gh"),
        ([(10, 14), (10, 14)], "⟦⟦abcd⟧[1]⟧[0]efgh"),
        ([(14, 30)], "abcd⟦efgh⟧[0 …]"),
        ([(2, 12)], "⟦ab⟧[0]cdefgh"),
        ([(2, 10), (18, 20)], "abcdefgh"),
    ],
)
def test_marks_nest_overlap_and_go_on(spans: list[tuple[int, int]], expected: str):
    marks = [quote(start, end, str(number)) for number, (start, end) in enumerate(spans)]
    found = "".join(
        "⟦" * len(piece.beginning)
        + piece.text
        + "".join(f"⟧[{mark.sign}]" for mark in piece.ending)
        + "".join(f"⟧[{mark.sign} …]" for mark in piece.going_on)
        for piece in pieces("abcdefgh", 10, marks)
    )
    assert found == expected


@pytest.mark.parametrize(
    "sign", ["\x1b", "\x07", "\x08", "\x7f", "\x85", "\x9b", "\u202e", "\u2066", "\u2028", "\ufeff"]
)
def test_signs_that_steer_a_terminal_are_shown_as_signs(sign: str):
    assert sign not in visible(f"a{sign}b") and len(visible(f"a{sign}b")) == 3
    assert sign not in one_line(f"a\n{sign}\tb") and "\n" not in one_line(f"a\n{sign}\tb")
    assert visible("æøå – ”ja”\n\té", "\n\t") == "æøå – ”ja”\n\té"


def test_a_long_text_goes_through_the_pager_and_a_short_one_does_not(built: House, tmp_path: Path):
    pager = tmp_path / "pager.sh"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n")
    pager.chmod(0o755)
    arguments = ("show", FILE, "--outputs", built.outputs)
    assert "PAGED" in in_terminal(*arguments, PAGER=str(pager))
    assert "PAGED" not in in_terminal(*arguments, "--no-pager", PAGER=str(pager))
    assert "PAGED" not in in_terminal(*arguments, PAGER=str(pager), NO_PAGER="1")
    assert "PAGED" not in in_terminal(*arguments, PAGER=str(pager), lines=400)
    assert "PAGED" not in piped(*arguments, PAGER=str(pager)).stdout


def test_in_a_terminal_lines_fit_and_marks_have_colours_and_signs(built: House):
    arguments = ("show", FILE, "--outputs", built.outputs, "--no-pager")
    coloured = in_terminal(*arguments, columns=60)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert bare != coloured and max(map(cell_len, bare.splitlines())) <= 60
    assert SIGN.findall(bare) == SIGN.findall(in_terminal(*arguments, columns=60, NO_COLOR="1"))
    assert "\x1b" not in in_terminal(*arguments, NO_COLOR="1") + piped(*arguments).stdout


def test_an_article_cannot_steer_the_terminal(house: House):
    house.put(
        "a.txt",
        (ROOT / "articles" / FILE)
        .read_text()
        .replace("Gitte Ravnholt møder", "Gitte \x1b]0;x\x07\x9b31m\u202eRavnholt møder"),
    )
    assert house.build(quiet=True).code == 0
    written = shown(house, "a.txt").stdout
    assert "Ravnholt" in written and not set("\x1b\x07\x9b\u202e") & set(written)


def test_without_a_release_the_next_step_is_told(tmp_path: Path, built: House):
    assert "pejl build" in shown(House(tmp_path, tmp_path), FILE).stderr
    empty = tmp_path / "release"
    shutil.copytree(built.latest / "parquet", empty / "parquet")
    result = CliRunner().invoke(main, ["show", FILE, "--release", str(empty)])
    assert result.exit_code == 2 and "cannot be read as a release" in result.stderr
