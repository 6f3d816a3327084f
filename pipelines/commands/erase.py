"""`pejl erase`: its options and words."""

import sys
from pathlib import Path

import click

from . import options


@click.command(short_help="Leave a person or a document out of later releases.")
@options.outputs
@options.policy
@click.option(
    "--person", help="Full name of the person to erase; - reads it from standard input, so that no shell keeps it."
)
@click.option("--document", help="Document to erase: its identifier, its address, a hash of it, or its file.")
@click.option("--check", "asked", help="Full name to look up in the list; - reads it from standard input.")
@options.as_json
def erase(
    outputs: Path, policy: Path, person: str | None, document: str | None, asked: str | None, *, as_json: bool
) -> None:
    """Put a person or a document on the list of erasures, which every later build honours.

    \b
    pejl erase --person "Navn Navnesen"
    pejl erase --document https://avis.example/artikel
    pejl erase --check "Navn Navnesen"

    The list holds hashes under a key; no name is written anywhere. Everybody who bears the name is erased (docs/rights.md).
    Exit codes: 0 on the list, 1 not, 2 wrong usage.
    """
    if sum(value is not None for value in (person, document, asked)) != 1:
        raise click.UsageError("Name one of --person, --document and --check.")
    if as_json and asked is None:
        raise click.UsageError("--json goes with --check.")
    from pipelines.erasing import check
    from pipelines.erasing import erase as put_on_list

    person, asked = (sys.stdin.readline().strip() if value == "-" else value for value in (person, asked))
    sys.exit(
        check(policy, asked, as_json=as_json) if asked is not None else put_on_list(policy, outputs, person, document)
    )
