"""`python -m pipelines.reference` writes docs/commands.md: each command with its help and what it prints with --json."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from .command_line import SECTIONS, main
from .commands.json_shapes import REFUSED, SHAPES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
_WIDTH = 110
_OPENING = """# The commands of `pejl`

<!-- Written by `python -m pipelines.reference` from the help texts and from pipelines/commands/json_shapes.py. -->

After `make run` the program is `.venv/bin/pejl`. `pejl --help` lists the commands, and each says with `--help` what
it takes; a command or option that is nearly one is answered with the one that may be meant. `ARTICLES`, `OUTPUTS`,
`POLICY`, `SOURCES` and `ENGINE` stand for the options of those names.

## What is printed where

Answers go to standard output, progress and errors to standard error. In a terminal tables and texts are fitted to its
width, long documents go through the pager (`PAGER`, `--no-pager`, `NO_PAGER=1`), and long work shows a line that
moves; in a pipe there is neither progress nor a pager, and nothing is shortened. Colours are for terminals:
`--no-color`, `NO_COLOR=1`, `TERM=dumb` and pipes have none, `FORCE_COLOR=1` has them also in a pipe, and no meaning
hangs on a colour alone. What articles and file names hold reaches no terminal as control characters: a sign stands in
the place of each.

| exit code | |
|---|---|
| 0 | done |
| 1 | not done, with the reason; for `pejl verify` that there are faults |
| 2 | used wrongly, or there is no such release or document |
| 75 | another run is at work in the same folder; try again later |
| 130 | stopped with Ctrl-C |

## For programs

With `--json` a command prints one JSON object and nothing else on standard output. Its member `ok` tells whether the
command could answer, for `pejl verify` whether the release has no faults. One that could not answer prints this,
unless it was used wrongly, which is told on standard error alone:
"""
_QUERY = """
`pejl query` writes TSV in a pipe: a line of names, then a line a row with a tab between cells; null is empty, and a
tab, line break or backslash in a text is `\\t`, `\\n` or `\\\\`. `--csv` is RFC 4180 as the CSV files of a release
are, with an apostrophe before a text that a spreadsheet would take for a formula. A query can read the one release
and nothing else: it writes nothing, reaches no other file and no network, and cannot change DuckDB's settings.
"""


def page() -> str:
    """The whole page."""
    parts = [_OPENING, *_members(REFUSED), _QUERY]
    settings: dict[str, Any] = {**main.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    context = click.Context(main, info_name="pejl", **settings)
    for title, commands in SECTIONS.items():
        parts.append(f"\n## {title}\n")
        for command in commands:
            parts += _command(command, context)
    return "\n".join(line.rstrip() for line in "".join(parts).splitlines()) + "\n"


def _command(command: click.Command, parent: click.Context) -> Iterator[str]:
    name = command.name or ""
    told = command.get_help(click.Context(command, info_name=name, parent=parent))
    yield f"\n### pejl {name}\n\n```text\n{told}\n```\n"
    if name in SHAPES:
        yield "\nWith `--json`:\n"
        yield from _members({"ok": "see above", **SHAPES[name]})


def _members(members: Mapping[str, str]) -> Iterator[str]:
    yield "\n| member | |\n|---|---|\n"
    yield from (f"| `{name}` | {words} |\n" for name, words in members.items())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
