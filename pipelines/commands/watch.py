"""`pejl watch`: its options and words."""

from pathlib import Path

import click

from . import options


@click.command(short_help="Build whenever articles arrive, change or go.")
@options.articles
@options.outputs
@options.sources
@options.policy
@options.site
@click.option(
    "--every",
    type=click.FloatRange(min=1),
    default=30,
    show_default=True,
    help="Seconds between two looks at the articles; a change is read once two looks find the same.",
)
def watch(articles: Path, outputs: Path, sources: Path | None, policy: Path, *, site: bool, every: float) -> None:
    """Build now, and again whenever articles arrive, change or go. Ctrl-C stops it.

    \b
    pejl watch
    pejl watch --articles my/articles --every 10 --no-site

    With --sources that is the file itself, its folders and patterns, and the pages that `pejl fetch` brings in; buckets are read
    in each build, but not looked at between two.
    Exit codes: 0 stopped with Ctrl-C, 2 wrong usage. A run that fails is told and tried again; watching goes on.
    """
    from pipelines.building import build_release
    from pipelines.consoles import out
    from pipelines.watching import Watcher
    from pipelines.watching import watch as keep_watching

    def build() -> int:
        return build_release(articles, outputs, sources=sources, policy=policy, site=site, quiet=False, wait=every)

    keep_watching(Watcher(articles, outputs, build, sources), out(), every)
