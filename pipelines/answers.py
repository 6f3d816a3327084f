"""How a command answers a program: one JSON object on standard output and nothing else, also where it could not do what was asked."""

import json

from .consoles import err
from .exits import EXIT_FAILED


def answer(found: dict[str, object]) -> None:
    """Print what was found. What JSON has no words for, as a date, is given as text."""
    print(json.dumps(found, ensure_ascii=False, indent=1, default=str))


def refuse(said: str, code: int = EXIT_FAILED, *, as_json: bool = False) -> int:
    """Say on standard error why not, and with `as_json` to a program as well; the exit code `code`."""
    err().print(said, markup=False)
    if as_json:
        answer({"ok": False, "error": said, "exit_code": code})
    return code
