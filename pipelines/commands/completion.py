"""`pejl completion`: the script of click for a shell, with a line that says how to install it."""

import click
from click.shell_completion import get_completion_class

_VARIABLE = "_PEJL_COMPLETE"
_SHELLS = {
    "bash": "pejl completion bash > ~/.local/share/bash-completion/completions/pejl",
    "zsh": 'pejl completion zsh > ~/.zfunc/_pejl     (with "fpath+=~/.zfunc; autoload -Uz compinit; compinit" in ~/.zshrc)',
    "fish": "pejl completion fish > ~/.config/fish/completions/pejl.fish",
}


@click.command(short_help="Print the script that completes pejl in a shell.")
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that lets a shell complete commands, options, documents and the names of example queries.

    \b
    pejl completion bash
    pejl completion zsh
    pejl completion fish

    One of the first two lines of the script says where to put it; a new shell then knows it. `pejl` must be on the PATH.
    Exit codes: 0 printed, 2 wrong usage.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(context.find_root().command, {}, "pejl", _VARIABLE).source()
    first, _, rest = script.partition("\n")
    # zsh looks for #compdef in the first line.
    note = f"# To install: {_SHELLS[shell]}"
    click.echo("\n".join([first, note, rest] if first.startswith("#compdef") else [note, first, rest]).rstrip("\n"))
