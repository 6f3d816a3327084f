"""`pejl serve`: its options and words."""

import sys
from pathlib import Path

import click

from . import options

_EDITIONS = ("full", "open")  # those of `schemas`, which takes longer to load than a help text may


@click.command(short_help="Show the site of the latest release in a browser.")
@options.outputs
@click.option(
    "--edition", type=click.Choice(_EDITIONS), default="full", show_default=True, help="Which edition to show."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--open", "open_browser", is_flag=True, help="Also open a browser.")
def serve(outputs: Path, edition: str, port: int, *, open_browser: bool) -> None:
    """Show the site of the latest release in a browser, on this machine only. Stop it with Ctrl-C.

    \b
    pejl serve --outputs my/outputs    the site of that folder, at http://127.0.0.1:8000/
    pejl serve --open                  also open a browser
    pejl serve --edition open          the edition for publication
    pejl serve --port 8080             where 8000 is taken

    A new release is shown as soon as there is one. All pages can also be opened as files, from outputs/latest/site/index.html; only
    the search needs this.
    Exit codes: 0 stopped with Ctrl-C, 1 nothing to show or the port is taken (it says what to do), 2 wrong usage.
    """
    from pipelines.serving import serve as serve_site

    sys.exit(serve_site(outputs, edition, port, open_browser=open_browser))
