"""The command line `pejl`: its commands put together in groups. Each command stands in `commands`, the work elsewhere."""

import click

from .commands import build, dev, erase, evaluate, fetch, review, verify, watch
from .commands.sections import Sections

# One line a group of commands, in the order in which `pejl --help` shows them.
SECTIONS = {
    "Make the dataset": (build.build, fetch.fetch),
    "Look at it": (verify.verify, evaluate.evaluate),
    "Put it right": (review.review, erase.erase),
    "Let it run by itself": (watch.watch, dev.dev),
}


@click.group(
    cls=Sections,
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="pejlemaerker", prog_name="pejl")
def main() -> None:
    """Read Danish texts on public-sector leadership into an open dataset."""
