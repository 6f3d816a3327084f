"""The file `sources.toml`, in which a person says where articles come from. It is read strictly: what is not known is an error."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from .addresses import checked
from .errors import SourcesFileError, WebError
from .sources import FeedSource, FolderSource, GlobSource, PrefixSource, SitemapSource, Source, SourceList, WebSource

_NAME = re.compile(r"[a-z0-9-]{1,64}")
_WEB_FIELDS = ("publisher", "licence", "limit")
# What beside its name a source of each kind may have; the kind is the key that must be there.
_FIELDS = {
    "folder": (),
    "glob": (),
    "prefix": (),
    "feed": _WEB_FIELDS,
    "sitemap": (*_WEB_FIELDS, "include"),
}
_LIMITS = {"feed": 200, "sitemap": 500}
_MOST = 50_000


def read_sources(path: Path) -> SourceList:
    """The sources that the file `path` lists, its paths relative to it; SourcesFileError says what is wrong and what to do."""
    try:
        stated = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SourcesFileError(
            f"{path} could not be read: {error.strerror}. Write one; docs/sources.md says how."
        ) from None
    except (ValueError, RecursionError) as error:
        raise SourcesFileError(f"{path.name} is no TOML: {str(error)[:200]}. Mend that line.") from None
    _known(stated, ("user_agent", "source"), path.name)
    entries = stated.get("source")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise SourcesFileError(f"{path.name} lists no source. Write one under a line [[source]].")
    sources = tuple(_source(entry, number, path.absolute().parent) for number, entry in enumerate(entries, 1))
    _all_different([source.name for source in sources])
    return SourceList(sources, _user_agent(stated.get("user_agent")))


def _source(stated: Mapping[str, Any], number: int, root: Path) -> Source:
    name = stated.get("name")
    if not isinstance(name, str):
        raise SourcesFileError(f'source number {number} has no name. Give it one: name = "nyheder".')
    where = f'source "{name[:64]}"'
    if not _NAME.fullmatch(name):
        raise SourcesFileError(f"{where}: its name becomes a folder's. Use only a-z, 0-9 and -, at most 64 of them.")
    kinds = [kind for kind in _FIELDS if kind in stated]
    if len(kinds) != 1:
        found = f"both {' and '.join(kinds)}" if kinds else "no place to look"
        raise SourcesFileError(f"{where} has {found}. Give it exactly one of {', '.join(_FIELDS)}.")
    kind = kinds[0]
    _known(stated, ("name", kind, *_FIELDS[kind]), where)
    place = _text(stated, kind, where)
    if kind in _LIMITS:
        return _web_source(kind, name, _web_address(place, kind, where), stated)
    if kind == "folder":
        return FolderSource(name, root / Path(place).expanduser())
    return (
        GlobSource(name, root, _pattern(place, where)) if kind == "glob" else PrefixSource(name, _prefix(place, where))
    )


def _web_source(kind: str, name: str, address: str, stated: Mapping[str, Any]) -> WebSource:
    where = f'source "{name}"'
    publisher, licence = (_text(stated, key, where) if key in stated else None for key in ("publisher", "licence"))
    limit = stated.get("limit", _LIMITS[kind])
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= _MOST:
        raise SourcesFileError(
            f"{where}: limit is a number of articles from 1 to {_MOST}, as in limit = {_LIMITS[kind]}."
        )
    if kind == "feed":
        return FeedSource(name, address, publisher, licence, limit)
    include = stated.get("include", [])
    if not isinstance(include, list) or not all(isinstance(path, str) and path.startswith("/") for path in include):
        raise SourcesFileError(f'{where}: include is a list of paths that open with /, as in include = ["/nyheder/"].')
    return SitemapSource(name, address, tuple(include), publisher, licence, limit)


def _known(stated: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    unknown = sorted(set(stated) - set(known))
    if unknown:
        raise SourcesFileError(f"{where} has {', '.join(unknown)[:200]}, but only {', '.join(known)} may stand there.")


def _text(stated: Mapping[str, Any], key: str, where: str) -> str:
    value = stated[key]
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise SourcesFileError(f'{where}: {key} is no text. Write it in one line between ".')
    return value.strip()


def _web_address(address: str, kind: str, where: str) -> str:
    try:
        return str(checked(address))
    except WebError as error:
        raise SourcesFileError(f"{where}: {kind} cannot be asked. {error}") from None


def _pattern(pattern: str, where: str) -> str:
    parts = PurePosixPath(pattern).parts
    if pattern.startswith(("/", "~")) or ".." in parts or not parts:
        raise SourcesFileError(
            f"{where}: a glob stays below the folder of the file. For articles elsewhere write folder = {pattern!r}."
        )
    return PurePosixPath(pattern).as_posix()


def _prefix(prefix: str, where: str) -> str:
    scheme, mark, rest = prefix.partition("://")
    if not mark or not rest.strip("/") or "::" in prefix:
        raise SourcesFileError(
            f'{where}: prefix is no address. Write "s3://bucket/articles/", or folder = for a folder.'
        )
    if scheme.lower() in ("http", "https", "ftp"):
        raise SourcesFileError(f"{where}: a site is no store of articles. Write feed = or sitemap = with its address.")
    if ":" in urlsplit(prefix).netloc.rpartition("@")[0]:
        raise SourcesFileError(f"{where}: a password does not belong in this file. Leave it to the environment.")
    return prefix


def _all_different(names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise SourcesFileError(f'source "{name}" is there {names.count(name)} times. Give each a name of its own.')


def _user_agent(stated: object) -> str | None:
    if stated is None:
        return None
    if isinstance(stated, str) and 0 < len(stated.strip()) <= 200 and stated.isascii() and stated.isprintable():
        return stated.strip()
    raise SourcesFileError('user_agent is one line without æ, ø and å, as in "pejlemaerker (kontakt@example.dk)".')
