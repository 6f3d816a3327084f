"""A run over all that a file `sources.toml` names, and the command that fetches what lies on the web."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import duckdb
import pytest
from click.testing import CliRunner
from house import NEW, House

from pipelines.building import build_release
from pipelines.command_line import main

FILE = """
[[source]]
name = "noter"
folder = "articles"

[[source]]
name = "arkiv"
glob = "gamle/**/*.txt"
"""


@pytest.fixture
def sourced(house: House) -> House:
    """A house with an article in the folder, another in an older one, and a file that names both."""
    house.put("a.txt")
    house.put("../gamle/2019/b.txt", NEW.replace("klokken syv", "klokken otte").replace("tidligere", "senere"))
    house.put("../sources.toml", FILE)
    return house


def build(house: House) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = build_release(
            house.articles,
            house.outputs,
            quiet=True,
            wait=0,
            sources=house.articles.parent / "sources.toml",
            site=False,
        )
    return code, " ".join(err.getvalue().split())


def paths(house: House) -> list[str]:
    with duckdb.connect(str(house.outputs / "latest" / "pejlemaerker.duckdb"), read_only=True) as found:
        return [path for (path,) in found.sql("SELECT source_path FROM documents ORDER BY ALL").fetchall()]


def test_all_that_the_file_names_is_read_under_the_name_of_its_source(sourced):
    assert build(sourced) == (0, "")
    assert paths(sourced) == ["arkiv/gamle/2019/b.txt", "noter/a.txt"]


def test_a_source_that_is_not_there_stops_the_run_and_the_release_stays(sourced):
    build(sourced)
    (sourced.articles.parent / "gamle").rename(sourced.articles.parent / "flyttet")
    sourced.articles.rename(sourced.articles.parent / "væk")
    code, said = build(sourced)
    assert (code, '"noter"' in said or '"arkiv"' in said) == (1, True), said
    assert len(paths(sourced)) == 2


def test_a_file_that_is_not_as_it_should_be_is_explained(sourced):
    sourced.put("../sources.toml", FILE.replace("glob =", "prefix = 1\nglob ="))
    code, said = build(sourced)
    assert code == 1 and said.startswith("Not started: ") and '"arkiv"' in said


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        (FILE, 0, "nothing to fetch"),
        ("[[source]]\nname = 'x'", 1, "Give it exactly one of"),
        ('[[source]]\nname = "x"\nfeed = "http://127.0.0.1:9/rss"', 0, "never asked"),
    ],
)
def test_fetching_says_what_came_of_it(tmp_path, file, code, said):
    (tmp_path / "sources.toml").write_text(file)
    found = CliRunner().invoke(
        main, ["fetch", "--sources", str(tmp_path / "sources.toml"), "--outputs", str(tmp_path / "out")]
    )
    assert (found.exit_code, said in " ".join(found.output.split())) == (code, True), found.output


def test_fetching_needs_a_file():
    found = CliRunner().invoke(main, ["fetch"])
    assert found.exit_code == 2 and "--sources" in found.output


def test_nothing_is_kept_of_a_page_that_was_refused(tmp_path):
    (tmp_path / "sources.toml").write_text('[[source]]\nname = "x"\nfeed = "http://localhost:9/rss"')
    CliRunner().invoke(main, ["fetch", "--sources", str(tmp_path / "sources.toml"), "--outputs", str(tmp_path / "out")])
    kept = [path for path in (tmp_path / "out" / "archive" / "x").glob("*") if path.suffix != ".json"]
    assert kept == []
    for path in (tmp_path / "out" / "archive" / "x").glob("*.json"):
        assert all(row.get("file") is None for row in json.loads(path.read_text()).values())
