"""`pejl` run in a terminal of a given size, as a person meets it: what comes out of the terminal, escapes and all."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from house import ROOT

_COMMAND = "from pipelines.command_line import main; main(prog_name='pejl')"
_OWN = ("NO_COLOR", "FORCE_COLOR", "TERM", "PAGER", "NO_PAGER", "COLUMNS", "LINES", "OUTPUTS", "LESS", "COLORTERM")


def command(*arguments: str | Path) -> list[str]:
    """The command line of `pejl`, also where no script of that name is installed for this tree."""
    return [sys.executable, "-c", _COMMAND, *map(str, arguments)]


def environment(**named: str) -> dict[str, str]:
    """The variables of a test: none that decides about colours or places but those that are named."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    return kept | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"} | named


def piped(*arguments: str | Path, **named: str) -> subprocess.CompletedProcess[str]:
    """`pejl` with both outputs in pipes."""
    return subprocess.run(
        command(*arguments), env=environment(**named), capture_output=True, text=True, timeout=120, check=False
    )


def in_terminal(*arguments: str | Path, columns: int = 80, lines: int = 24, **named: str) -> str:
    """All that `pejl` writes to a terminal, errors too."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    with subprocess.Popen(
        command(*arguments), stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**named)
    ) as process:
        os.close(theirs)
        written = _all(ours)
        process.wait(timeout=120)
    return written.decode("utf-8").replace("\r\n", "\n")


def _all(descriptor: int) -> bytes:
    pieces = []
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        try:
            while piece := file.read(65536):
                pieces.append(piece)
        except OSError:  # how Linux tells that nobody writes to the terminal any more
            pass
    return b"".join(pieces)
