"""`pejl query`: its options and words."""

import sys
from pathlib import Path

import click

from . import options
from .completing import examples as examples_of_release

FORMATS = ("table", "tsv", "csv", "json", "markdown")


@click.command(short_help="Ask the latest release a question in SQL.")
@click.argument("sql", required=False, metavar="SQL")
@options.outputs
@options.edition
@options.release
@click.option(
    "--example", metavar="NAME", shell_complete=examples_of_release, help="Ask the example query of this name."
)
@click.option("--examples", is_flag=True, help="List the example queries.")
@click.option(
    "--format",
    "written",
    type=click.Choice(FORMATS),
    help="How the answer is written; without it a table in a terminal, fitted to its width, and TSV in a pipe, with all of every text.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json: one JSON object (docs/commands.md).")
@click.option("--csv", "as_csv", is_flag=True, help="The same as --format csv, as the CSV files of a release are.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="At most so many rows. Without it a table in a terminal ends after 100 rows; all else has all rows.",
)
def query(
    sql: str | None,
    outputs: Path,
    edition: str | None,
    release: Path | None,
    example: str | None,
    *,
    examples: bool,
    written: str | None,
    as_json: bool,
    as_csv: bool,
    limit: int | None,
) -> None:
    """Ask the latest release a question in SQL. Nothing but that release is read, and nothing is written.

    \b
    pejl query "SELECT speaker, count(*) AS quotes FROM quotes GROUP BY ALL ORDER BY quotes DESC, speaker LIMIT 5"
    pejl query "SELECT title, text FROM search('tillid') LIMIT 3" --json
    pejl query --examples
    pejl query --example asked_of_municipalities --edition open --csv
    echo "FROM kpis LIMIT 3" | pejl query -

    SQL is a DuckDB query, - reads it from standard input. `SHOW TABLES` lists the tables, `DESCRIBE quotes` the columns of one.
    Exit codes: 0 answered, also with no rows; 1 the query cannot be answered, with the place and the reason; 2 wrong usage or no release.
    """
    if sum((sql is not None, example is not None, examples)) != 1:
        raise click.UsageError('Name one of a query ("SELECT …", or - for standard input), --example and --examples.')
    formats = {name for name, asked in (("json", as_json), ("csv", as_csv), (written, written)) if asked}
    if len(formats) > 1:
        raise click.UsageError("Name one format.")
    from pipelines.querying import Question, query_release

    text = sys.stdin.read() if sql == "-" else sql or ""
    question = Question(text, example, examples, formats.pop() if formats else None, limit)
    sys.exit(query_release(release or outputs, edition, question))
