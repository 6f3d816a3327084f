"""`pejl query`: a question to the latest release, and its answer as a person or a program wants it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from pejlemaerker.publication.asking import Answer, QueryError, ask
from pejlemaerker.publication.asking.examples import example

from .answer_formats import FORMATS, as_json_object
from .answers import refuse
from .consoles import err, out
from .exits import EXIT_INTERRUPTED
from .fitted_table import print_table
from .places import database, edition_at
from .plain_text import visible

_SHOWN = 100  # rows of a table in a terminal, unless --limit says otherwise
_EXAMPLES = "SELECT name, good_for FROM example_queries ORDER BY name"
_EXAMPLES_WHOLE = "FROM example_queries ORDER BY name"


@dataclass(frozen=True)
class Question:
    """What is asked: SQL, an example by its name, or for the list of examples; and how the answer is written."""

    sql: str = ""
    example: str | None = None
    examples: bool = False
    format: str | None = None
    limit: int | None = None


def query_release(place: Path, edition: str | None, question: Question) -> int:
    """Answer a question to an edition of the release meant by `place`; the exit code for the shell.

    click.UsageError when there is no such release.
    """
    folder = edition_at(place, edition)
    written = question.format or ("table" if sys.stdout.isatty() else "tsv")
    try:
        with database(folder, edition) as (connection, name):
            _write(ask(connection, _sql(connection, question, written)), question, written, folder, name)
    except QueryError as error:
        return refuse(visible(str(error), "\n"), as_json=written == "json")
    except (KeyboardInterrupt, duckdb.InterruptException):
        return refuse("Stopped.", EXIT_INTERRUPTED)
    return 0


def _sql(connection: duckdb.DuckDBPyConnection, question: Question, written: str) -> str:
    if question.examples:
        return _EXAMPLES if written == "table" else _EXAMPLES_WHOLE
    return example(connection, question.example).sql if question.example else question.sql


@dataclass
class _Counted:
    """Rows as they are gone through, at most `limit`; afterwards how many they were, and whether there are `more`."""

    rows: Iterator[tuple[Any, ...]]
    limit: int | None
    count: int = field(default=0, init=False)
    more: bool = field(default=False, init=False)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in islice(self.rows, self.limit):
            self.count += 1
            yield row
        self.more = next(self.rows, None) is not None


def _write(answer: Answer, question: Question, written: str, folder: Path, edition: str) -> None:
    most = _SHOWN if written == "table" and sys.stdout.isatty() and not question.examples else None
    rows = _Counted(answer.rows, question.limit or most)
    if written == "table":
        shown = list(rows)
        shortened = bool(shown) and print_table(out(), answer, shown)
        if shortened:
            err().print("… stands for the rest of a long text: --json has all of it.", style="dim")
    elif written == "json":
        head = {"ok": True, "release": str(folder), "edition": edition}
        for piece in as_json_object(answer, rows, head, lambda: {"n_rows": rows.count, "more": rows.more}):
            _print(piece)
    else:
        for line in FORMATS[written](answer, rows):
            _print(line)
    if rows.more and written != "json":
        err().print(f"The first {rows.count} rows; there are more: --limit N shows so many.", style="dim")
    if not rows.count:
        err().print("The query is right, and found no rows.")


def _print(text: str) -> None:
    """Write to standard output: a program gets what there is, a terminal nothing that would steer it."""
    sys.stdout.write(visible(text, "\t\n") if sys.stdout.isatty() else text)
