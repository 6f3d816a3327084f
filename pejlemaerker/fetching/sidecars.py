"""The file with metadata that is laid beside a fetched article, in the format that `corpus.statements` reads."""

import unicodedata

from pejlemaerker.corpus.web_addresses import canonical

from .entries import Entry
from .sources import WebSource

_LONGEST = 1000  # characters of a value; no title and no name of a publisher is longer


def sidecar(source: WebSource, entry: Entry, final_address: str) -> str:
    """What is known of the article without reading it: where it stood after redirects, and what its list says of it."""
    stated = {
        "url": canonical(final_address) or canonical(entry.address),
        "publisher": source.publisher,
        "licence": source.licence,
        "title": entry.title,
    }
    lines = [f"{name} = {_quoted(value)}\n" for name, value in stated.items() if value and _plain(value)]
    if entry.published is not None:
        lines.append(f"published = {entry.published.isoformat()}\n")
    return "".join(lines)


def _quoted(value: str) -> str:
    """A string of TOML."""
    return '"' + _plain(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(value: str) -> str:
    """`value` in one line, without the characters that TOML and a text file cannot hold."""
    shown = "".join(char if not unicodedata.category(char).startswith("C") else " " for char in value)
    return " ".join(shown.split())[:_LONGEST].rstrip()
