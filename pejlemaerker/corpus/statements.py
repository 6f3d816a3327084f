"""Metadata that a person wrote down: the front matter of a text, and the file `NAME.meta.toml` beside an article.

It is trusted over what the text says, so it is read strictly: a wrong type is an error, not a guess.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from pejlemaerker.danish.dates import dates

from .byline import Author
from .claims import Claims
from .decoding import UnreadableError
from .markup import FRONT_MATTER
from .web_addresses import canonical

FIELDS = ("title", "url", "publisher", "published", "licence", "authors")
# What front matter, written for site generators, calls the same things.
_OTHER_NAMES = {
    "canonical": "url",
    "canonical_url": "url",
    "link": "url",
    "source": "url",
    "site": "publisher",
    "udgiver": "publisher",
    "date": "published",
    "dato": "published",
    "license": "licence",
    "licens": "licence",
    "author": "authors",
    "forfatter": "authors",
    "titel": "title",
}
_LARGEST = 100_000  # bytes of a file with metadata
_NAME = re.compile(r"[\w<-]{1,40}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")


def read_sidecar(content: bytes) -> Claims:
    """What a file `NAME.meta.toml` states; UnreadableError("metadata", …) when it is not as it should be."""
    if len(content) > _LARGEST:
        raise _wrong(f"it is larger than {_LARGEST // 1000} kB")
    try:
        stated = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _wrong(f"it is no TOML: {str(error)[:200]}") from None
    unknown = sorted(set(stated) - set(FIELDS))
    if unknown:
        raise _wrong(f"it has {', '.join(unknown)[:200]}, but only {', '.join(FIELDS)} are known")
    return _claims(stated).cleaned()


def read_front_matter(text: str) -> tuple[Claims, str]:
    """What the front matter of `text` states, and the text without it. What it states about other things is left alone."""
    match = FRONT_MATTER.match(text)
    stated = _parsed(match) if match else {}
    if match is None or not stated or not all(_NAME.fullmatch(str(name)) for name in stated):
        return Claims(), text
    lower = {str(name).lower(): value for name, value in stated.items()}
    found = Claims()
    for field in FIELDS:
        for name in [field, *(other for other, meant in _OTHER_NAMES.items() if meant == field)]:
            if lower.get(name) is not None and (claims := _tried(field, lower[name])) is not None:
                found = found.over(claims)
    return found, text[match.end() :]


class _Loader(yaml.SafeLoader):  # type: ignore[misc] # PyYAML has no type hints
    """YAML without merge keys, which can make a few lines into more than memory holds."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Leave `<<` a key like any other."""


def _parsed(match: re.Match[str]) -> dict[Any, Any]:
    """The fields of front matter; none when it is none or cannot be read."""
    try:
        stated = tomllib.loads(match["toml"]) if match["toml"] is not None else yaml.load(match["yaml"], _Loader)
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, OverflowError, RecursionError):
        return {}
    return stated if isinstance(stated, dict) else {}


def _tried(field: str, value: object) -> Claims | None:
    """What a field states; None when a site generator means something else by its name."""
    try:
        return _claims({field: value})
    except UnreadableError:
        return None


def _claims(stated: Mapping[str, Any]) -> Claims:
    published, precision = _published(stated.get("published"))
    address = canonical(_text(stated, "url"))
    if stated.get("url") is not None and address is None:
        raise _wrong("url is no address of a page")
    return Claims(
        title=_text(stated, "title"),
        url=address,
        publisher=_text(stated, "publisher"),
        published=published,
        published_precision=precision,
        licence=_text(stated, "licence"),
        authors=_authors(stated.get("authors")),
    )


def _text(stated: Mapping[str, Any], name: str) -> str | None:
    value = stated.get(name)
    if value is None or (isinstance(value, str) and value.strip()):
        return " ".join(value.split()) if value else None
    raise _wrong(f"{name} is no text")


def _published(value: object) -> tuple[date | None, str | None]:
    """A date with its precision: a date, a year, `2024-03`, or a date as Danish texts write it."""
    if value is None:
        return None, None
    if isinstance(value, datetime):
        return value.date(), "day"
    if isinstance(value, date):
        return value, "day"
    text = str(value).strip() if isinstance(value, str) or _is_year(value) else ""
    if _YEAR.fullmatch(text):
        return date(int(text), 1, 1), "year"
    if month := _MONTH.fullmatch(text):
        return date(int(month[1]), int(month[2]), 1), "month"
    try:
        return datetime.fromisoformat(text).date(), "day"
    except ValueError:
        found = dates(text)
    if len(found) == 1 and found[0].end_value is None:
        return found[0].value, found[0].precision
    raise _wrong("published is no date (write 2024-03-12, 2024-03 or 2024)")


def _is_year(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1900 <= value < 2100


def _authors(value: object) -> tuple[Author, ...]:
    """Authors: a name, a list of names, or a list of tables with name, role and organisation."""
    entries = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(_author(entry) for entry in entries)


def _author(entry: object) -> Author:
    if isinstance(entry, str) and entry.strip():
        return Author(" ".join(entry.split()), None, None)
    if isinstance(entry, dict) and not set(entry) - {"name", "role", "organisation"}:
        name = _text(entry, "name")
        if name is not None:
            return Author(name, _text(entry, "role"), _text(entry, "organisation"))
    raise _wrong('authors is no list of names or of {name = "…", role = "…", organisation = "…"}')


def _wrong(what: str) -> UnreadableError:
    return UnreadableError(
        "metadata", f"The file with metadata is left out: {what}. Mend it; the article is read without it."
    )
