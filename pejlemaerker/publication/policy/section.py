"""A part of a TOML file of the policy folder, read strictly: what is not known, or not of the right kind, is an error.

What belongs here: how one value is asked for. Which values there are is said where they are used.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from .errors import PolicyError
from .toml_files import stated_in

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Section:
    """The values of one part; `where` names file and place for whoever has to mend it. A value that is not stated is None."""

    stated: Mapping[str, Any]
    where: str

    @staticmethod
    def read(path: Path) -> "Section":
        """The whole file `path`; empty where there is none."""
        return Section(stated_in(path), path.name)

    def known(self, *keys: str) -> "Section":
        """This part, if nothing but `keys` stands in it."""
        if unknown := sorted(set(self.stated) - set(keys)):
            names = ", ".join(unknown)[:200]
            raise PolicyError(f"{self.where}: {names} is not known here. Only {', '.join(keys)} may stand there.")
        return self

    def section(self, key: str) -> "Section | None":
        """The part under a line [key]."""
        value = self.stated.get(key)
        if value is not None and not isinstance(value, dict):
            raise self.fault(key, f"is no part of its own. Write a line [{key}] and the values below it")
        return None if value is None else Section(value, f"{self.where}, [{key}]")

    def sections(self, key: str) -> "list[Section]":
        """The parts under lines [[key]], in order."""
        value = self.stated.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.fault(key, f"is no list of parts. Write a line [[{key}]] above each")
        return [Section(entry, f"{self.where}, [[{key}]] number {number}") for number, entry in enumerate(value, 1)]

    def text(self, key: str) -> str | None:
        """A text of one line."""
        value = self.stated.get(key)
        if value is not None and not (isinstance(value, str) and _one_line(value)):
            raise self.fault(key, f'is no text of one line. Write {key} = "..."')
        return None if value is None else value.strip()

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A list of texts of one line."""
        value = self.stated.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, str) and _one_line(item) for item in value):
            raise self.fault(key, f'is no list of texts. Write {key} = ["...", "..."]')
        return tuple(item.strip() for item in value)

    def flag(self, key: str) -> bool:
        """Whether something is so; False where it is not stated."""
        value = self.stated.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(key, f"is neither true nor false. Write {key} = true")
        return value

    def day(self, key: str) -> date | None:
        """A date."""
        value = self.stated.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.fault(key, f"is no date. Write {key} = 2026-05-01, without quotes and without a time")
        return value

    def address(self, key: str) -> str | None:
        """An address of the web."""
        return self._matching(key, _ADDRESS, "https://example.org/data/")

    def email(self, key: str) -> str | None:
        """An e-mail address."""
        return self._matching(key, _EMAIL, "data@example.org")

    def _matching(self, key: str, pattern: re.Pattern[str], example: str) -> str | None:
        value = self.text(key)
        if value is not None and not pattern.fullmatch(value):
            raise self.fault(key, f'is no such address. Write it in full, as in {key} = "{example}"')
        return value

    def fault(self, key: str, what: str) -> PolicyError:
        """The error to raise when the value of `key` cannot be used."""
        return PolicyError(f"{self.where}: {key} {what}.")


def _one_line(value: str) -> bool:
    return bool(value.strip()) and value.isprintable()
