"""`pejl build`: its options and words."""

import sys
from pathlib import Path

import click

from . import options


@click.command(short_help="Read the articles and publish a release.")
@options.articles
@options.outputs
@options.sources
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    envvar="ENGINE",
    show_default=True,
    help="Read on the cores of this machine, or on the Ray cluster at RAY_ADDRESS (docs/scale.md).",
)
@options.policy
@click.option(
    "--accept",
    multiple=True,
    metavar="NAME",
    help="Publish although the counts of this table jump (or `all`); a run that is stopped by a jump says its name.",
)
@options.site
@options.as_json
@options.quiet
@click.option(
    "--wait", type=click.FloatRange(min=0), default=0, show_default=True, help="Seconds to wait for another run to end."
)
def build(
    articles: Path,
    outputs: Path,
    sources: Path | None,
    policy: Path,
    *,
    engine: str,
    accept: tuple[str, ...],
    site: bool,
    as_json: bool,
    quiet: bool,
    wait: float,
) -> None:
    """Read the articles and publish a release.

    \b
    pejl build
    pejl build --articles my/articles --outputs my/outputs
    pejl build --sources sources.toml --wait 600
    pejl build --no-site --json

    Only new and changed articles are read. Files that hold no article are listed with the reason; the others are published.
    Exit codes: 0 published or nothing new, 1 failed (the last release is as it was), 2 wrong usage, 75 another run is at work,
    130 stopped with Ctrl-C.
    """
    from pipelines.building import build_release  # Dagster takes a second to load; help texts need not wait for it

    sys.exit(
        build_release(
            articles,
            outputs,
            sources=sources,
            policy=policy,
            accepted=accept,
            engine=engine,
            site=site,
            as_json=as_json,
            quiet=quiet,
            wait=wait,
        )
    )
