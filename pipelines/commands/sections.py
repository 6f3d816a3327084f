"""A group of commands that shows them in sections, each for something that a person wants to do."""

from collections.abc import Mapping, Sequence
from typing import Any

import click


class Sections(click.Group):
    """A click group whose help lists its commands by section, in the order given, not by the alphabet."""

    def __init__(self, *, sections: Mapping[str, Sequence[click.Command]], **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(**settings)
        self._sections = sections
        for commands in sections.values():
            for command in commands:
                self.add_command(command)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the sections."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections, the commands of all in one column."""
        width = max(map(len, self.commands))
        room = formatter.width - 6 - width
        for title, commands in self._sections.items():
            with formatter.section(title):
                lines = [(f"{command.name:<{width}}", command.get_short_help_str(room)) for command in commands]
                formatter.write_dl(lines)
