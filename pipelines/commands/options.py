"""Options that several commands share, so that they are called the same, and take the same, everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Option = Callable[[Any], Any]
FOLDER = click.Path(file_okay=False, path_type=Path)


def _folder(name: str, words: str) -> Option:
    """`--NAME`, a folder called so unless the option or the variable NAME says otherwise."""
    return click.option(
        f"--{name}", type=FOLDER, default=Path(name), envvar=name.upper(), show_default=True, help=words
    )


articles = _folder("articles", "Folder with the articles.")
outputs = _folder("outputs", "Folder for store and releases.")
policy = _folder(
    "policy",
    "Folder with what people decide: rights.toml, erasures.toml, dataset.toml, corrections/ (docs/rights.md, docs/corrections.md).",
)
sources = click.option(
    "--sources",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="SOURCES",
    help="A file sources.toml that names folders, buckets, feeds and sitemaps, read in place of --articles (docs/sources.md).",
)
site = click.option(
    "--site/--no-site",
    default=True,
    envvar="SITE",
    show_default=True,
    help="Make the site, pages for people in the folder site/ of each edition; without it a build of very many articles is faster.",
)
as_json = click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON object on standard output and nothing else (docs/commands.md).",
)
quiet = click.option("--quiet", "-q", is_flag=True, help="Say nothing unless something goes wrong.")
edition = click.option(
    "--edition",
    type=click.Choice(["full", "open"]),
    help="The edition: full, with all texts, or open, the one for publication.  [default: full, where it is there]",
)
release = click.option(
    "--release",
    type=FOLDER,
    metavar="DIR",
    help="Folder of a release, or of an edition of one, in place of the latest of --outputs.",
)
