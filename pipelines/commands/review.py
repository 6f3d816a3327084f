"""`pejl review`: its options and words."""

import sys
from pathlib import Path

import click

from . import options


@click.command(short_help="Look at the least certain rows, and put them right.")
@click.argument("row", required=False)
@options.outputs
@options.policy
@click.option("--table", help="Only rows of this table, as in --table kpis.")
@click.option("--document", metavar="ID", help="Only rows of this document.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="At most so many rows.")
@click.option(
    "--set", "given", multiple=True, metavar="COLUMN=VALUE", help="What a column should hold; repeat it for more."
)
@click.option(
    "--unknown", multiple=True, metavar="COLUMN", help="A column that the text does not tell; repeat it for more."
)
@click.option("--remove", is_flag=True, help="The row is none of its table's: no quote, no figure.")
@click.option("--same", nargs=2, metavar="ID ID", help="Two people, or two organisations, that are one.")
@click.option("--why", help="The reason, which is published with the correction.")
@click.option("--by", help="Who says so; stays in the file.")
@click.option("--interactive", "-i", is_flag=True, help="Ask for each row what is right.")
@options.as_json
def review(
    row: str | None,
    outputs: Path,
    policy: Path,
    table: str | None,
    document: str | None,
    limit: int,
    given: tuple[str, ...],
    unknown: tuple[str, ...],
    *,
    remove: bool,
    same: tuple[str, str] | None,
    why: str | None,
    by: str | None,
    interactive: bool,
    as_json: bool,
) -> None:
    """Look over the latest release, the least certain rows first, and write corrections (docs/corrections.md).

    \b
    pejl review --table quotes                    what to look at first
    pejl review ROW                               one row with its context
    pejl review ROW --set speaker="Ida Holm" --unknown speaker_role --why "…"
    pejl review ROW --remove --why "…"
    pejl review --same ID ID --why "…"

    Exit codes: 0 shown or written, 1 not, with the reason; 2 wrong usage.
    """
    writes = bool(given or unknown or remove or same)
    if sum(map(bool, (given or unknown, remove, same))) > 1 or (same and row):
        raise click.UsageError("Name one of --set with --unknown, --remove, and --same; --same stands without a ROW.")
    if writes and not (row or same):
        raise click.UsageError("Name the row: pejl review ROW. `pejl review` lists rows.")
    if writes and not (why and why.strip()):
        raise click.UsageError('Say why with --why "…": the reason is published with the correction.')
    if as_json and (writes or interactive):
        raise click.UsageError("--json lists rows; it goes with nothing that writes.")
    cells = [cell.partition("=") for cell in given]
    if wrong := [name for name, mark, value in cells if not mark or not value]:
        raise click.UsageError(f'--set takes a column and its value, as in --set {wrong[0]}="…"; else --unknown.')
    from pipelines.reviewing import Asked, review_release

    values = {name: value for name, _, value in cells} | dict.fromkeys(unknown)
    asked = Asked(row, same or (), values, remove, why, by, table, document, limit, interactive, as_json)
    sys.exit(review_release(outputs, policy, asked))
