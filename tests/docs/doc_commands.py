"""Commands as they are typed: found in the pages and in the help texts of `pejl`, and held against what `pejl` takes.

What belongs here: finding and parsing. Nothing is run.
"""

import re
import shlex
from collections.abc import Iterator

import click

from pipelines.command_line import main

_END_OF_COMMAND = {"||", "&&", "|", ";", ">", "<", "2>&1"}


def command_lines(code: str) -> Iterator[list[str]]:
    """The commands of a shell block, each split into words; comments and settings in front (`NAME=value`) are left out."""
    text = ""
    for line in code.splitlines():
        text += line.removesuffix("\\") + ("" if line.endswith("\\") else "\n")
        if line.endswith("\\"):
            continue
        try:
            words = shlex.split(text, comments=True)
        except ValueError:  # a quotation mark is still open
            continue
        text = ""
        while words and re.match(r"[A-Z]+=", words[0]):
            words = words[1:]
        ends = [at for at, word in enumerate(words) if word in _END_OF_COMMAND]
        if words:
            yield words[: ends[0]] if ends else words
    assert not text.strip(), f"a quotation mark is never closed: {text}"


def of_pejl(words: list[str]) -> list[str] | None:
    """What `pejl` is given, or None where another program is called."""
    return words[1:] if words[0].rpartition("/")[2] == "pejl" else None


def parse(arguments: list[str], group: click.Group = main) -> str | None:
    """What is wrong with these arguments of `pejl`, as it would say itself; None where it would set to work."""
    try:
        context = group.make_context("pejl", list(arguments))
        while isinstance(context.command, click.Group):
            rest = [*context._protected_args, *context.args]
            name, command, rest = context.command.resolve_command(context, rest)
            context = command.make_context(name, rest, parent=context) if command else context
    except click.exceptions.Exit:  # --help and --version end here
        return None
    except click.ClickException as error:
        return error.format_message()
    return None


def examples(command: click.Command = main, path: str = "pejl") -> Iterator[tuple[str, str]]:
    """The lines of all help texts that begin with `pejl `, without what is said of them behind, each after the name of its command."""
    for line in (command.help or "").splitlines():
        if line.strip().startswith("pejl "):
            yield path, re.split(r"\s{2,}|\s+#", line.strip())[0]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from examples(command.get_command(context, name) or click.Command(name), f"{path} {name}")
