"""`pejl evaluate`: its options and words."""

import sys
from pathlib import Path

import click

from . import options


@click.command(short_help="Measure how well articles are read, against gold.")
@click.option("--gold", type=options.FOLDER, help="Folder with gold files (NAME.json); with --articles.")
@click.option(
    "--articles", type=options.FOLDER, help="Folder with their articles (NAME.txt, NAME.html …); with --gold."
)
@click.option(
    "--misses/--no-misses",
    default=None,
    help="List what differs from gold, and where; listed unless all sets are measured.",
)
@click.option("--reliability", is_flag=True, help="Also show whether confidences mean what they say.")
@options.as_json
@click.option(
    "--write",
    is_flag=True,
    help="Note the figures on the project's own gold as those that releases publish in the table quality.",
)
def evaluate(
    gold: Path | None, articles: Path | None, *, misses: bool | None, reliability: bool, as_json: bool, write: bool
) -> None:
    """Read articles and compare what was found with gold: precision, recall, F1 and fields, with 95 % intervals.

    \b
    pejl evaluate
    pejl evaluate --gold tests/gold/articles --articles articles --misses
    pejl evaluate --reliability --json

    Without --gold and --articles all sets of the project's own gold are measured, each and together.
    Exit codes: 0 measured, whatever the figures; 1 not measured, with the reason; 2 wrong usage.
    """
    if (gold is None) != (articles is None):
        raise click.UsageError(
            "--gold and --articles belong together: name both, or neither for the project's own gold."
        )
    if write and gold is not None:
        raise click.UsageError("--write notes the figures on the project's own gold: name no --gold and no --articles.")
    from pipelines.evaluating import evaluate_gold

    folders = (articles, gold) if articles and gold else None
    listed = (folders is not None and not as_json) if misses is None else misses
    sys.exit(evaluate_gold(folders, misses=listed, calibration=reliability, as_json=as_json, noted=write))
