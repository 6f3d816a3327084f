"""`pejl query` as a person and a program meet it: what is answered and how it is written, what is refused, how a mistake is told."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result
from house import House
from rich.cells import cell_len
from terminal import in_terminal, piped

from pejlemaerker.publication.asking import QueryError, ask, opened
from pejlemaerker.publication.releases import DATABASE
from pipelines.command_line import main
from pipelines.commands.options import edition as edition_option
from pipelines.fitted_table import fitted
from schemas import EDITIONS, QUOTES

HOSTILE = "a\x1b[31mb\x07\x9bc\u202ed\ne\tf"


def asked(house: House, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["query", "--outputs", str(house.outputs), *arguments], input=typed)


def test_in_a_pipe_every_row_and_all_of_every_text_is_there(built: House):
    result = asked(built, "SELECT quote_id, text FROM quotes ORDER BY quote_id")
    lines = result.stdout.splitlines()
    expected = built.table("quotes").sort("quote_id").select("quote_id", "text").rows()
    assert result.exit_code == 0 and result.stderr == ""
    assert lines[0] == "quote_id\ttext"
    assert [tuple(line.split("\t")) for line in lines[1:]] == [
        (row, text.replace("\t", "\\t").replace("\n", "\\n")) for row, text in expected
    ]


def test_one_json_object_with_types_is_answered_and_nothing_else(built: House):
    sql = "SELECT *, NULL AS nothing, DATE '2024-02-29' AS day, 'nan'::DOUBLE AS nan, sum(1) OVER () AS big FROM quotes LIMIT 2"
    answer = json.loads(asked(built, sql, "--json").stdout)
    assert answer["ok"] and answer["edition"] == "full" and answer["n_rows"] == 2 and not answer["more"]
    assert [column["name"] for column in answer["columns"]][: len(QUOTES.names)] == QUOTES.names
    assert {name: answer["rows"][0][name] for name in ("nothing", "day", "nan")} == {
        "nothing": None,
        "day": "2024-02-29",
        "nan": None,
    }
    assert isinstance(answer["rows"][0]["big"], int) and isinstance(answer["rows"][0]["confidence"], float)


def test_columns_of_one_name_are_told_apart(built: House):
    assert json.loads(asked(built, "SELECT 1 AS a, 2 AS a, 3 AS a", "--json").stdout)["rows"] == [
        {"a": 1, "a_1": 2, "a_2": 3}
    ]


def test_csv_is_written_as_that_of_a_release(built: House):
    result = asked(
        built, "SELECT '=1+1' AS formula, '' AS empty, NULL AS null_, 'a\"b,c' AS quoted, -1 AS number", "--csv"
    )
    assert result.stdout_bytes == b'formula,empty,null_,quoted,number\r\n\'=1+1,"",,"a""b,c",-1\r\n'
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["quoted"] == 'a"b,c'


def test_markdown_keeps_its_table_whole(built: House):
    result = asked(built, "SELECT 'a|b' || chr(10) || 'c' AS text", "--format", "markdown")
    assert result.stdout.splitlines() == ["| text |", "| --- |", "| a\\|b<br>c |"]


def test_a_limit_says_that_there_is_more(built: House):
    result = asked(built, "FROM quotes", "--limit", "3")
    assert len(result.stdout.splitlines()) == 4 and "there are more" in result.stderr
    assert json.loads(asked(built, "FROM quotes", "--limit", "3", "--json").stdout)["more"] is True


def test_nothing_found_is_told_beside_the_answer(built: House):
    result = asked(built, "SELECT kind FROM quotes WHERE false")
    assert result.exit_code == 0 and result.stdout == "kind\n" and "found no rows" in result.stderr


def test_the_query_may_come_from_standard_input(built: House):
    assert asked(built, "-", typed="SELECT 7 AS n\n").stdout == "n\n7\n"


def test_examples_are_listed_and_asked_by_name(built: House):
    listed = json.loads(asked(built, "--examples", "--json").stdout)["rows"]
    with duckdb.connect(built.latest / DATABASE, read_only=True) as connection:
        stored = connection.execute("SELECT name, sql FROM example_queries ORDER BY name").fetchall()
    assert [(row["name"], row["sql"]) for row in listed] == stored
    assert asked(built, "--example", "this_release").stdout.splitlines()[1].split("\t")[0] == built.latest.name
    missed = asked(built, "--example", "this_relase")
    assert missed.exit_code == 1 and "Did you mean this_release" in missed.stderr


def test_the_open_edition_is_asked_where_it_is_named(built: House, tmp_path: Path):
    sql = "SELECT edition FROM releases"
    for edition in EDITIONS:
        assert asked(built, sql, "--edition", edition).stdout.split() == ["edition", edition]
    apart = tmp_path / "elsewhere"
    shutil.copytree(built.latest / "open", apart)
    assert asked(built, sql, "--release", str(apart)).stdout.split() == ["edition", "open"]
    wrong = asked(built, sql, "--release", str(apart), "--edition", "full")
    assert wrong.exit_code == 2 and "lies the open edition" in wrong.stderr
    assert tuple(edition_option(lambda: None).__click_params__[0].type.choices) == EDITIONS


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM quotes",
        "WITH gone AS (DELETE FROM quotes RETURNING *) FROM gone",
        "EXPLAIN ANALYZE DELETE FROM quotes",
        "CREATE TABLE mine AS FROM quotes",
        "CREATE TEMP TABLE mine AS FROM quotes",
        "ATTACH '{place}/other.db' AS other",
        "COPY quotes TO '{place}/quotes.csv'",
        "EXPORT DATABASE '{place}/all'",
        "SET enable_external_access = true",
        "PRAGMA temp_directory = '{place}'",
        "INSTALL httpfs",
        "LOAD json",
        "FROM read_csv('{place}/secret.csv')",
        "FROM '{place}/secret.csv'",
        "FROM read_text('{place}/secret.csv')",
        "FROM glob('{place}/*')",
        "FROM sniff_csv('{place}/secret.csv')",
        "FROM built",
        "SELECT 1; SELECT 2",
        "/* nothing */",
    ],
)
def test_a_query_that_does_more_than_read_the_release_is_refused(built: House, tmp_path: Path, sql: str):
    (tmp_path / "secret.csv").write_text("secret\nrosebud\n")
    before = sorted(tmp_path.rglob("*")), (built.latest / DATABASE).read_bytes()
    result = asked(built, sql.format(place=tmp_path))
    assert result.exit_code == 1 and result.stdout == "" and result.stderr
    assert "rosebud" not in result.stderr and "Traceback" not in result.stderr
    assert (sorted(tmp_path.rglob("*")), (built.latest / DATABASE).read_bytes()) == before


@pytest.mark.parametrize(
    "sql", ["COPY quotes TO '{place}/q.csv'", "ATTACH '{place}/o.db'", "FROM read_csv('{place}/s.csv')"]
)
def test_duckdb_itself_is_closed_and_cannot_be_opened_again(built: House, tmp_path: Path, sql: str):
    """Should a query get past the look at its kind."""
    (tmp_path / "s.csv").write_text("a\n1\n")
    with opened(built.latest / DATABASE) as connection:
        with pytest.raises(duckdb.Error, match="configuration"):
            connection.execute(sql.format(place=tmp_path))
        with pytest.raises(duckdb.Error, match="locked"):
            connection.execute("SET enable_external_access = true")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM qoutes", ["qoutes", "LINE 1", "^^^", "Did you mean quotes", "SHOW TABLES"]),
        ("SELECT speakr FROM quotes", ["speakr", "Did you mean speaker", "DESCRIBE quotes"]),
        ("SELECT q.speakr FROM quotes q", ["Did you mean speaker"]),
        ("SELECT lowr(text) FROM quotes", ["lowr", "lower"]),
        ("SELECT kind FROM quotes\nGROUP GROUP", ["syntax error", "LINE 2"]),
        ("SELECT text::INTEGER FROM quotes", ["Could not convert"]),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_may_be_meant(built: House, sql: str, said: list[str]):
    result = asked(built, sql, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1 and told["exit_code"] == 1 and not told["ok"]
    assert all(words in result.stderr and words in told["error"] for words in said)
    assert len(result.stderr.splitlines()) <= 5


def test_a_mistake_far_into_an_answer_is_told_too(built: House):
    with opened(built.latest / DATABASE) as connection, pytest.raises(QueryError, match="convert"):
        list(
            ask(connection, "SELECT (CASE WHEN range = 900000 THEN 'x' ELSE '1' END)::INTEGER FROM range(1000000)").rows
        )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name one of a query"),
        (("SELECT 1", "--examples"), "Name one of a query"),
        (("SELECT 1", "--json", "--csv"), "Name one format"),
    ],
)
def test_wrong_usage_is_told(built: House, arguments: tuple[str, ...], said: str):
    result = asked(built, *arguments)
    assert result.exit_code == 2 and said in result.stderr and result.stdout == ""


def test_without_a_release_the_next_step_is_told(tmp_path: Path):
    result = CliRunner().invoke(main, ["query", "SELECT 1", "--outputs", str(tmp_path)])
    assert result.exit_code == 2 and "There is no release" in result.stderr and "pejl build" in result.stderr


@pytest.mark.parametrize("written", ["tsv", "markdown", "table"])
def test_no_control_character_of_a_text_is_written_as_such(built: House, written: str):
    literal = "||".join(f"chr({ord(sign)})" for sign in HOSTILE)
    result = asked(built, f"SELECT {literal} AS text", "--format", written)
    assert not set(HOSTILE) & set("\x1b\x07\x9b\u202e") & set(result.stdout)
    assert "[31mb" in result.stdout and len(result.stdout.splitlines()) in (2, 3)


def test_in_a_terminal_a_table_fits_its_width_and_says_what_is_cut(built: House):
    shown = in_terminal("query", "--outputs", built.outputs, "SELECT kind, text, confidence FROM quotes", columns=60)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(map(cell_len, bare.splitlines()[:50])) <= 60
    assert "…" in bare and "--json has all of it" in bare and "there are more" in bare
    assert "\x1b[1m" in shown


def test_a_table_of_very_many_columns_is_shown_a_line_a_column(built: House):
    shown = in_terminal("query", "--outputs", built.outputs, "FROM quotes_full LIMIT 1", columns=50, NO_COLOR="1")
    lines = shown.splitlines()
    assert all(any(line.startswith(f"{name} ") for line in lines) for name in QUOTES.names)
    assert max(map(cell_len, lines[: len(QUOTES.names)])) <= 50


@pytest.mark.parametrize("width", [24, 40, 100])
def test_the_widest_columns_give_way_first(width: int):
    widths = fitted([4, 90, 12], width)
    assert widths is not None and sum(widths) <= width and widths[0] == 4 and widths[2] <= widths[1]


def test_columns_that_cannot_fit_are_told():
    assert fitted([50] * 10, 70) is None


def test_colours_are_off_in_pipes_and_on_where_they_are_wished_for(built: House):
    arguments = ("query", "--outputs", built.outputs, "SELECT 1 AS n", "--format", "table")
    assert "\x1b" not in piped(*arguments).stdout
    assert "\x1b[" in piped(*arguments, FORCE_COLOR="1").stdout
    assert "\x1b" not in piped(*arguments, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" not in piped("--no-color", *arguments, FORCE_COLOR="1").stdout


@pytest.mark.parametrize("named", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_colours_can_be_switched_off_in_a_terminal(built: House, named: dict[str, str]):
    first = () if named else ("--no-color",)
    assert "\x1b" not in in_terminal(*first, "query", "--outputs", built.outputs, "SELECT kind FROM quotes", **named)
