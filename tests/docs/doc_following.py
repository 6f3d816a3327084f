"""What a reader gets who follows a page from top to bottom: its commands, queries and Python blocks, run in a project of their own.

What belongs here: how a block is run and what it prints. `python tests/docs/doc_following.py [PAGE ...]` writes anew what
the pages say that their blocks print, after a change of rules or of the sample articles.
"""

import contextlib
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import termios
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import duckdb
from doc_pages import FOLLOWED, PAGES, ROOT, Block, blocks

DATABASE = Path("outputs", "latest", "pejlemaerker.duckdb")
_LEFT_BEHIND = shutil.ignore_patterns(".*", "outputs", "__pycache__")
_OWN = ("ARTICLES", "OUTPUTS", "POLICY", "SOURCES", "ENGINE", "DAGSTER_HOME", "RAY_ADDRESS", "FORCE_COLOR")
_PATIENCE = 240  # seconds for one block
_WIDTH = 118  # characters: the width of a terminal in which the pages' tables are drawn
_TOOLS = ("python", "pejl", "dagster", "marimo")
# These set up, or reach beyond, the project that they are run in: the environment of the tests is not theirs to change.
_KEPT_OUT = ("make", "uv", "pip", "git", "curl", "wget", "aws", "apt-get")
# What the pages tell a reader to have at hand: articles and a list of sources of their own.
_AT_HAND = {
    "my/articles/note.txt": "Biblioteket åbner tidligere\n\nAf Ditte Lyngholm\n\n4. maj 2023\n\n"
    "- Vi vil gerne kunne læse avisen, før vi tager på arbejde, siger Ditte Lyngholm.\n",
    "my/policy/rights.toml": "",
    "sources.toml": '[[source]]\nname = "noter"\nfolder = "articles"\n',
}


def found_project(folder: Path) -> Path:
    """Lay out the project in `folder` as a clone in which `make run` has been run: its articles are read and released."""
    project = Path(shutil.copytree(ROOT, folder / "project", ignore=_LEFT_BEHIND))
    for own in (project / "policy").glob("erasures.*"):  # a build that finds a list without its key stops
        own.unlink()
    for name, text in _AT_HAND.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    for name in _TOOLS:
        _program(project / ".venv" / "bin" / name, f'exec "{Path(sys.prefix) / "bin" / name}" "$@"')
    for name in _KEPT_OUT:
        _program(
            folder / "kept-out" / name, f"echo '{name} is not run in a test: say so before the block' >&2; exit 99"
        )
    shell(project, "SITE=yes .venv/bin/pejl build --quiet")
    return project


def _program(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def copy_project(project: Path, folder: Path) -> Path:
    """A copy of a project to write in."""
    shutil.copytree(project.parent / "kept-out", folder / "kept-out")
    return Path(shutil.copytree(project, folder / "project", symlinks=True))


def shell(project: Path, code: str) -> str:
    """What `code` prints in a shell that stops at the first command that fails; AssertionError if one does."""
    assert "setup.sh" not in code, "setting up is not run in a test: say so before the block"
    inherited = {name: value for name, value in os.environ.items() if name not in _OWN}
    env = inherited | {"PYTHONPATH": str(project), "COLUMNS": str(_WIDTH), "NO_COLOR": "1", "HOME": str(project.parent)}
    env["PATH"] = os.pathsep.join([str(project.parent / "kept-out"), str(project / ".venv" / "bin"), env["PATH"]])
    env["PAGER"], env["TERM"] = "cat", "xterm"
    env["PYTHONDONTWRITEBYTECODE"] = env["DAGSTER_DISABLE_TELEMETRY"] = "1"
    env["SITE"] = "no"  # no page shows it, and it takes as long as all else in a build of so few articles
    code, printed, said = _in_terminal(["bash", "-euc", code], project, env)
    assert code == 0, f"exit code {code}\n{printed[-1500:]}\n{said[-1500:]}"
    return printed


def _in_terminal(command: list[str], folder: Path, env: dict[str, str]) -> tuple[int, str, str]:
    """Exit code, what is printed on a terminal of `_WIDTH` characters (without colours), and what is said on stderr."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, _WIDTH))
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=theirs, stderr=said)
        os.close(theirs)
        timer = threading.Timer(_PATIENCE, process.kill)
        timer.start()
        printed = b""
        with contextlib.suppress(OSError):  # how Linux tells that nobody writes any more
            while piece := os.read(ours, 65536):
                printed += piece
        code = process.wait()
        timer.cancel()
        os.close(ours)
        said.seek(0)
        return code, click.unstyle(printed.decode().replace("\r\n", "\n")), said.read().decode()


def query(project: Path, code: str) -> str:
    """What the queries of `code` give, as tables drawn by DuckDB; where they attach the file, in a database of their own."""
    place, shown = (":memory:" if "ATTACH" in code else str(project / DATABASE)), io.StringIO()
    with contextlib.chdir(project), duckdb.connect(place, read_only=place != ":memory:") as connection:
        for statement in connection.extract_statements(code):
            if statement.type != duckdb.StatementType.SELECT:
                connection.execute(statement)
                continue
            rows = connection.sql(statement.query)
            assert rows.limit(1).fetchall(), f"no rows: {statement.query}"
            with contextlib.redirect_stdout(shown):
                rows.show(max_width=_WIDTH, max_rows=40)
    return shown.getvalue()


def script(project: Path, block: Block, names: dict[str, Any]) -> str:
    """What a Python block prints; `names` holds what the blocks before it on the page have named."""
    shown = io.StringIO()
    with contextlib.chdir(project), contextlib.redirect_stdout(shown):
        exec(compile("\n" * (block.line - 1) + block.code, block.place, "exec"), names)
    return shown.getvalue()


def edit(project: Path, block: Block) -> str:
    """Write the file that a block holds, or make the changes of a diff; AssertionError where what it changes is not there."""
    if block.file:
        (project / block.file).write_text(block.code, encoding="utf-8")
        return ""
    for changes in re.split(r"^--- .*\n", block.code, flags=re.MULTILINE)[1:]:
        named, *hunks = re.split(r"^@@.*\n", changes, flags=re.MULTILINE)
        path = project / named.removeprefix("+++ ").strip()
        for hunk in hunks:
            _change(path, hunk.splitlines())
    return ""


def _change(path: Path, lines: list[str]) -> None:
    before, after = ("\n".join(line[1:] for line in lines if line[:1] != sign) for sign in ("+", "-"))
    text = "\n" + path.read_text(encoding="utf-8")
    assert text.count(f"\n{before}\n") == 1, f"{path.name} has not once what is changed:\n{before}"
    path.write_text(text.replace(f"\n{before}\n", f"\n{after}\n")[1:], encoding="utf-8")


def follow(page: Path, project: Path) -> Iterator[tuple[Block, str]]:
    """Run the blocks of a page in their order in `project`; each with what it prints."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page):
        if (block.language not in FOLLOWED and not block.file) or block.not_run:
            continue
        try:
            if block.language == "diff" or block.file:
                printed = edit(project, block)
            elif block.language == "python":
                printed = script(project, block, names)
            else:
                printed = (shell if block.language == "sh" else query)(project, block.code)
        except Exception as error:
            raise AssertionError(f"{block.place}: {type(error).__name__}: {error}") from error
        yield block, printed


def bare(printed: str) -> str:
    """`printed` without blanks at line ends and empty lines around it, as it is compared and written."""
    return "\n".join(line.rstrip() for line in printed.strip("\n").splitlines()).strip("\n")


def main(*names: str) -> None:
    """Write what the blocks of the named pages, or of all, print into the pages."""
    with tempfile.TemporaryDirectory() as folder:
        project = found_project(Path(folder))
        for page in [ROOT / name for name in names] or PAGES:
            with tempfile.TemporaryDirectory() as own:
                followed = list(follow(page, copy_project(project, Path(own))))
            lines = page.read_text(encoding="utf-8").splitlines()
            for block, printed in reversed(followed):
                if block.printed is not None:
                    begin, end = block.printed_lines
                    indent = re.match(" *", lines[begin - 1])
                    lines[begin:end] = [
                        f"{indent[0] if indent else ''}{line}".rstrip() for line in bare(printed).splitlines()
                    ]
            page.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
