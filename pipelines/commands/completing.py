"""What a shell is offered for documents and example queries: those of the latest release, looked up in its DuckDB file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST = 50
_EXAMPLES = "SELECT name, good_for FROM example_queries WHERE starts_with(name, $typed) ORDER BY name"
_BY_START = (
    "SELECT source_path, title FROM documents WHERE starts_with(source_path, $typed) UNION ALL "
    "SELECT document_id, title FROM documents WHERE $typed <> '' AND starts_with(document_id, $typed) "
    f"ORDER BY 1 LIMIT {_MOST}"
)
# A shell puts what its offers have in common in place of what was typed: a title may give way to an id only if it is one document's.
_BY_TITLE = "SELECT document_id, title FROM documents WHERE contains(lower(title), lower($typed)) ORDER BY 1 LIMIT 2"


def documents(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files and ids that begin with what was typed; else the id of the one document that has it in its title."""
    found = _items(context, _BY_START, incomplete)
    titled = _items(context, _BY_TITLE, incomplete) if not found and len(incomplete) > 2 else []
    return found or (titled if len(titled) == 1 else [])


def examples(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of example queries."""
    return _items(context, _EXAMPLES, incomplete)


def _items(context: click.Context, sql: str, typed: str) -> list[CompletionItem]:
    with _database(context) as connection:
        rows = connection.execute(sql, {"typed": typed}).fetchall() if connection else []
    # A name with other white space, or with signs that steer a terminal, cannot be typed either.
    return [CompletionItem(value, help=_plain(words)) for value, words in rows if value == _plain(value)]


@contextmanager
def _database(context: click.Context) -> "Iterator[DuckDBPyConnection | None]":
    """The release that the command line so far means; None where there is none, for a shell has no use for an error."""
    from pipelines.places import database, edition_at

    place = context.params.get("release") or context.params.get("outputs") or Path("outputs")
    edition = context.params.get("edition")
    try:
        with database(edition_at(Path(place), edition), edition) as (connection, _):
            yield connection
    except click.UsageError:
        yield None


def _plain(text: str | None) -> str | None:
    from pipelines.plain_text import one_line

    return text if text is None else one_line(text)
