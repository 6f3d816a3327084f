"""`pejl fetch`: its options and words."""

import sys
from pathlib import Path

import click

from . import options


@click.command(short_help="Bring in the pages that feeds and sitemaps list.")
@options.outputs
@options.sources
@options.as_json
@options.quiet
def fetch(outputs: Path, sources: Path | None, *, as_json: bool, quiet: bool) -> None:
    """Bring the pages that feeds and sitemaps list into the archive, OUTPUTS/archive, asking politely.

    \b
    pejl fetch --sources sources.toml
    pejl fetch --sources sources.toml --outputs my/outputs --quiet

    Only new and changed pages are sent for; bytes are kept as they came. `pejl build --sources` reads them from there.
    Exit codes: 0 fetched, also where some pages could not be (they are named), 1 failed, 2 wrong usage, 75 another fetch is at work.
    """
    if sources is None:
        raise click.UsageError("Name a file with --sources; docs/sources.md says what stands in it.")
    from pipelines.fetching import fetch_sources

    sys.exit(fetch_sources(sources, outputs, quiet=quiet, as_json=as_json))
