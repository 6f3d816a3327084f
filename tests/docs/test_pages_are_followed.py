"""Each page is followed from top to bottom: all its commands, queries and Python blocks run, and print what it says."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from doc_following import bare, copy_project, follow, query
from doc_pages import FOLLOWED, PAGES, SHOWN, blocks, name_of

# Why a block may be left out, and the largest number of blocks with that reason. Options are checked all the same.
NOT_RUN = {
    "sets up .venv; .ci/run does it": 3,
    "asks other sites": 3,
    "goes on until it is stopped": 4,
    "asks questions": 1,
    "needs a cluster": 2,
    "needs object storage": 1,
    "needs another program": 4,
    "needs rows or files of your own": 4,
    "writes into the project itself": 4,
    "takes minutes": 3,
}


def follow_and_compare(page: Path, project: Path) -> list[str]:
    """What differs from what the page says that its blocks print."""
    return [
        f"{block.place} prints now:\n{bare(printed)}\n(python tests/docs/doc_following.py writes it into the page)"
        for block, printed in follow(page, project)
        if block.printed is not None and bare(block.printed) != bare(printed)
    ]


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(b.language in FOLLOWED for b in blocks(page))], ids=name_of
)
def test_all_blocks_of_a_page_run_in_their_order_and_print_what_it_says(page: Path, project: Path, tmp_path: Path):
    differing = follow_and_compare(page, copy_project(project, tmp_path))
    assert not differing, "\n".join(differing)


def test_queries_that_stand_in_a_program_of_another_language_give_rows(project: Path):
    code = "".join(block.code for page in PAGES for block in blocks(page) if block.language == "r")
    queries = re.findall(r'dbGetQuery\(\w+, "([^"]+)"\)', code)
    assert len(queries) == code.count("dbGetQuery") > 0
    for statement in queries:
        query(project, statement)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_block_is_left_out_without_a_reason_that_is_known(page: Path):
    for block in blocks(page):
        assert block.language in (*FOLLOWED, *SHOWN), f"{block.place}: what language is this?"
        assert block.language or "```" not in block.code
        assert block.not_run is None or block.not_run in NOT_RUN, f"{block.place}: {block.not_run}"
        assert block.not_run or block.language != "r", f"{block.place}: say that it is not run"


def test_few_blocks_are_left_out():
    every = [block for page in PAGES for block in blocks(page) if block.language in FOLLOWED]
    left_out = [block.not_run for block in every if block.not_run]
    assert {reason: left_out.count(reason) for reason in NOT_RUN if left_out.count(reason) > NOT_RUN[reason]} == {}
    assert 3 * len(left_out) < len(every)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_settings_that_are_shown_can_be_read(page: Path):
    for block in blocks(page):
        if block.language in ("toml", "yaml"):
            (tomllib.loads if block.language == "toml" else yaml.safe_load)(block.code)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```sh\n.venv/bin/pejl verify outputs/nowhere\n```\n", "exit code 2"),
        ("```sh\ntrue\n```\n\n```sh\ncat missing.txt\n```\n", "made_up.md:6: AssertionError: exit code 1"),
        ("```sh\nmake test\n```\n", "make is not run in a test"),
        ("```sh\nsh locks/setup.sh python3 run\n```\n", "not run in a test"),
        ("```sql\nSELECT no_such_column FROM quotes;\n```\n", "no_such_column"),
        ("```sql\nSELECT text FROM quotes WHERE speaker = 'Ingen';\n```\n", "no rows"),
        ("```python\nimport duckdb\n```\n\n```python\nduckdb.nothing\n```\n", "nothing"),
    ],
    ids=["command", "second block", "make", "setting up", "column", "no rows", "python"],
)
def test_a_block_that_does_not_work_is_found(text: str, said: str, project: Path, tmp_path: Path):
    page = tmp_path / "made_up.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError, match=said):
        follow_and_compare(page, project)


@pytest.mark.parametrize(
    ("language", "code"),
    [("sh", "echo 43"), ("python", "print(43)"), ("sql", "SELECT 43 AS n")],
    ids=["sh", "python", "sql"],
)
def test_what_a_block_prints_is_compared(language: str, code: str, project: Path, tmp_path: Path):
    page = tmp_path / "made_up.md"
    page.write_text(f"```{language}\n{code}\n```\n\n```\n42\n```\n", encoding="utf-8")
    (differing,) = follow_and_compare(page, project)
    assert "made_up.md:2" in differing and "43" in differing
