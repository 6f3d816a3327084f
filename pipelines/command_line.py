"""The command line `pejl`: its commands put together in groups. Each command stands in `commands`, the work elsewhere."""

import click

from .commands import build, completion, dev, erase, evaluate, fetch, query, review, serve, show, verify, watch
from .commands.sections import Sections

# One line a group of commands, in the order in which `pejl --help` shows them.
SECTIONS = {
    "Make the dataset": (build.build, fetch.fetch),
    "Look at it": (query.query, show.show, serve.serve, verify.verify, evaluate.evaluate),
    "Put it right": (review.review, erase.erase),
    "Let it run by itself": (watch.watch, dev.dev),
    "Make it handy": (completion.completion,),
}


@click.group(
    cls=Sections,
    sections=SECTIONS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="pejlemaerker", prog_name="pejl")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR=1; FORCE_COLOR=1 has them also in a pipe.")
@click.pass_context
def main(context: click.Context, *, no_color: bool) -> None:
    """Read Danish texts on public-sector leadership into an open dataset, and look at it.

    \b
    pejl build --articles DIR --outputs DIR
    pejl query "SELECT title, published FROM documents ORDER BY published DESC LIMIT 5"

    Every command says with --help what it takes, with examples. Exit codes: 0 done, 1 not done, with the reason; 2 wrong usage; 75 another
    run is at work; 130 stopped with Ctrl-C.
    """
    if no_color:
        context.color = False
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
