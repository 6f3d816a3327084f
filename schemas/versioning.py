"""The semantic version of the schema, told from what differs between the tables and the schema published last.

Nobody types the number: what a change means to those who read the data is said here, rule by rule, and explained in
`docs/versions.md`. How a schema is written down belongs to `snapshot`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ._model import Table
from .snapshot import Snapshot, Tables, description, released

Level = Literal["patch", "minor", "major"]
FIRST = (1, 0, 0)  # the first public version; whatever changes before it leads to it


@dataclass(frozen=True)
class Change:
    """One difference between two schemas: what it means to a reader of the data, and in words what it is."""

    level: Level
    words: str


def difference(old: Tables, new: Tables) -> list[Change]:
    """What differs from `old` to `new`; both as `description` gives them."""
    found = list(_membership("table ", old, new))
    for name, table in old.items():
        if name in new:
            found += _table(name, table, new[name])
    return found


def next_version(version: str, changes: Iterable[Change]) -> str:
    """The version that follows `version` after `changes`; the same where there are none. ValueError if it is no version."""
    major, minor, patch = _numbers(version)
    levels = {change.level for change in changes}
    if not levels:
        return version
    if (major, minor, patch) < FIRST:
        following = FIRST
    elif "major" in levels:
        following = (major + 1, 0, 0)
    else:
        following = (major, minor + 1, 0) if "minor" in levels else (major, minor, patch + 1)
    return ".".join(map(str, following))


def schema_version(tables: Iterable[Table]) -> str:
    """The version of `tables`: that of the schema published last, or the one that follows it."""
    last = released()
    return next_version(last.version, difference(last.tables, description(tables)))


def version_faults(before: Snapshot, now: Snapshot) -> list[str]:
    """What breaks programs that read the release `before`, where the version of `now` does not say so."""
    breaking = [change.words for change in difference(before.tables, now.tables) if change.level == "major"]
    if not breaking or _numbers(now.version) >= _numbers(next_version(before.version, [Change("major", "")])):
        return []
    return [
        f"The schema is {now.version} and that of the release before is {before.version}, but programs that read that one may fail: "
        f"{'; '.join(breaking)}. Take it back, or note the schema published last with `python -m schemas --release` in the program "
        "that made that release, so that the version rises."
    ]


def _numbers(version: str) -> tuple[int, int, int]:
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(f"{version!r} is no version of a schema; it has three numbers, as in 1.0.0")
    return int(parts[0]), int(parts[1]), int(parts[2])


def _membership(what: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """What is gone, new, or the same under another name."""
    gone, added = [name for name in old if name not in new], [name for name in new if name not in old]
    for name in gone:
        now = next((other for other in added if old[name] == new[other]), None)
        if now is not None:
            added.remove(now)
        yield Change("major", f"{what}{name} is gone" if now is None else f"{what}{name} is now called {now}")
    yield from (Change("minor", f"{what}{name} is new") for name in added)


def _table(name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    if old["key"] != new["key"]:
        yield Change("major", f"{name}: the key was {', '.join(old['key'])} and is {', '.join(new['key'])}")
    if old["description"] != new["description"]:
        yield Change("patch", f"{name}: described anew")
    before, after = old["columns"], new["columns"]
    yield from _membership(f"{name}.", before, after)
    both = [column for column in before if column in after]
    if both != [column for column in after if column in before]:
        yield Change("patch", f"{name}: columns in another order")
    for column in both:
        yield from _column(f"{name}.{column}", before[column], after[column])


def _column(name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    for aspect in dict.fromkeys([*old, *new]):
        before, after = old.get(aspect), new.get(aspect)
        if aspect == "enum":
            yield from _enum(name, before or [], after or [])
        elif before != after:
            words = "described anew" if aspect == "description" else f"{aspect} was {before} and is {after}"
            yield Change(_level(aspect, before, after), f"{name}: {words}")


def _level(aspect: str, before: object, after: object) -> Level:
    """What it means that one thing said of a column has changed, None being that nothing was said."""
    if aspect in ("type", "optional"):
        return "major"
    if aspect in ("description", "pattern"):
        return "patch"
    if aspect == "unit":  # figures that count something else; a unit that is said for the first time only tells
        return "patch" if before is None else "major"
    if aspect == "references":
        return "minor" if before is None else "major"
    if aspect == "excerpt":  # in the open edition it may now be null
        return "major" if after else "minor"
    return "minor"


def _enum(name: str, before: list[str], after: list[str]) -> Iterator[Change]:
    """A query for a value that is gone finds nothing and does not say so; one that knows fewer values leaves the new ones out."""
    gone, added = [value for value in before if value not in after], [value for value in after if value not in before]
    if before and not after:
        yield Change("major", f"{name}: any value may stand in it now")
    elif not before and after:
        yield Change("minor", f"{name}: only {', '.join(after)} may stand in it now")
    else:
        yield from (Change("major", f"{name}: the value {value} is gone") for value in gone)
        yield from (Change("minor", f"{name}: the value {value} is new") for value in added)
        if not gone and not added and before != after:
            yield Change("patch", f"{name}: values in another order")
