"""`pejl show`: its arguments, options and words."""

import sys
from pathlib import Path

import click

from . import options
from .completing import documents

ROWS = ("quotes", "recommendations", "kpis", "initiatives")


@click.command(short_help="Show a document with what was found in it marked.")
@click.argument("document", metavar="DOCUMENT", shell_complete=documents)
@options.outputs
@options.edition
@options.release
@click.option("--rows", metavar="TABLES", help=f"Mark only rows of these, with commas between: {', '.join(ROWS)}.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also say where what is no part of the article stood: menus, bylines, adverts.",
)
@click.option(
    "--no-pager", is_flag=True, help="Print a long text as it is, as with NO_PAGER=1; PAGER names another pager."
)
@options.as_json
def show(
    document: str,
    outputs: Path,
    edition: str | None,
    release: Path | None,
    rows: str | None,
    *,
    everything: bool,
    no_pager: bool,
    as_json: bool,
) -> None:
    """Show a document with its quotes, recommendations, figures and initiatives marked, and below it what each mark stands for.

    \b
    pejl show "slipper stopuret"
    pejl show nyhed-strandby-slipper-stopuret.txt --rows quotes,kpis
    pejl show "slipper stopuret" --edition open
    pejl show "slipper stopuret" --json

    DOCUMENT is a document_id, the id of a row (then what stands around it is shown), a file, or a part of title or file name that one
    document alone has. Marks are C for quotes (citater), A for recommendations (anbefalinger), T for figures (tal), I for initiatives.
    Exit codes: 0 shown; 2 there is no such document or release, or several, which are listed.
    """
    names = [name.strip() for name in rows.split(",")] if rows is not None else []
    if wrong := [name for name in names if name not in ROWS]:
        raise click.UsageError(f"There is no {wrong[0] or 'empty name'} to mark. Name some of {', '.join(ROWS)}.")
    from pipelines.showing import show_document

    place = release or outputs
    sys.exit(
        show_document(place, edition, document, names=names, everything=everything, paged=not no_pager, as_json=as_json)
    )
