"""`pejl verify`: its options and words."""

import sys
from pathlib import Path

import click

from . import options


@click.command(short_help="Look whether a whole release is sound and true.")
@click.argument("release", type=click.Path(path_type=Path), metavar="RELEASE")
@click.option("--articles", type=options.FOLDER, help="Also look up every row in the raw articles, in this folder.")
@options.as_json
def verify(release: Path, articles: Path | None, *, as_json: bool) -> None:
    """Look at a whole release: files and checksums, schema, keys, places of words, counts, copies, descriptions, contact details.

    \b
    pejl verify outputs/latest                          the release that `latest` points to
    pejl verify outputs/latest/open                     the edition for publication alone
    pejl verify outputs --articles articles             also that each row stands in its source
    pejl verify outputs --json                          all faults, for a script

    RELEASE is the folder of a release, the folder `open` in it, or an outputs folder, of which the latest is looked at.
    Nothing is written. Exit codes: 0 all is well, 1 faults (listed, at most 20 of each check), 2 there is no such release.
    """
    from pipelines.verifying import verify_release

    sys.exit(verify_release(release, articles, as_json=as_json))
