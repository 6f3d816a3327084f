"""`pejl dev`: its options and words."""

from pathlib import Path

import click

from . import options


@click.command(short_help="Open the Dagster page on this machine.")
@options.articles
@options.outputs
@options.sources
@options.policy
@click.option("--port", type=click.IntRange(1, 65535), default=3000, show_default=True, help="Port of the page.")
def dev(articles: Path, outputs: Path, sources: Path | None, policy: Path, port: int) -> None:
    """Open the Dagster page on this machine: the graph, its runs, and what they found. Stop it with Ctrl-C.

    \b
    pejl dev
    pejl dev --articles my/articles --outputs my/outputs --port 3001

    Exit codes: those of `dagster dev`, which this becomes; 2 wrong usage.
    """
    from pipelines.dagster_page import open_page

    open_page(articles, outputs, sources=sources, policy=policy, port=port)
