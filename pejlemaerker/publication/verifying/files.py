"""Files of a release: every promised one is there, none besides, and all bytes are those that SHA256SUMS states.

What stands in the files belongs to the other checks.
"""

import re
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from schemas import published

from ..descriptions.sums import SUMS
from ..releases import DATABASE
from ..site import SITE
from .fault import Fault, guarded

DESCRIPTIONS = ("datapackage.json", "croissant.json", "dcat.ttl", "CITATION.cff", "DATASHEET.md", "schema.json")
LICENCES = "LICENSES"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
Hash = Callable[[Path], str]


def promised(edition: str) -> set[str]:
    """Names of the files that an edition holds, beside those of its licences and of the edition inside it."""
    tables = [table.name for table in published(edition)]
    copies = {f"parquet/{name}.parquet" for name in tables} | {f"csv/{name}.csv" for name in tables}
    return copies | {DATABASE, SUMS, *DESCRIPTIONS}


def listed_files(folder: Path) -> dict[str, Path]:
    """Everything below `folder` that is no ordinary folder, by its name with `/`; links are not followed."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {name: path for name, path in found.items() if path.is_symlink() or not path.is_dir()}


def presence_faults(folder: Path, edition: str, prefix: str, inner: str | None) -> Iterator[Fault]:
    """Files that are missing, unknown, or no files; `inner` is the name of the edition's folder inside it, where there is one."""
    there = listed_files(folder)
    for name, path in there.items():
        if not stat.S_ISREG(path.lstat().st_mode):
            yield Fault(
                "files",
                prefix + name,
                "It is a link or a device, not a file. Put the file itself here, or take it away.",
            )
    for name in sorted(promised(edition) - there.keys()):
        yield Fault("files", prefix + name, "The file is missing. Take the release from where it came again.")
    own = {name for name in there if inner is None or not name.startswith(f"{inner}/")}
    for name in sorted(own - promised(edition)):
        if not re.fullmatch(rf"{LICENCES}/[^/]+|{SITE}/.+", name):
            yield Fault("files", prefix + name, "No such file belongs to a release. Take it away.")
    if not any(name.startswith(f"{LICENCES}/") for name in own):
        yield Fault("files", prefix + LICENCES, "The folder with the licences is missing or empty.")


def stated_sums(folder: Path, prefix: str) -> tuple[dict[str, str], list[Fault]]:
    """The hashes in SHA256SUMS by name of the file; and what is wrong with its lines."""
    sums: dict[str, str] = {}
    found: list[Fault] = []
    place = prefix + SUMS
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}, []  # named among the missing files
    except (OSError, ValueError) as error:
        return {}, [Fault("files", place, f"It cannot be read: {error}. Take the release from where it came again.")]
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if not match:
            found.append(Fault("files", place, f"Line {number} is no hash with a file's name: {line[:80]!r}."))
        elif _leaves(match[2]):
            found.append(Fault("files", place, f"Line {number} names a file outside the release: {match[2][:80]!r}."))
        elif match[2] in sums:
            found.append(Fault("files", place, f"Line {number} names {match[2]!r} a second time."))
        else:
            sums[match[2]] = match[1]
    return sums, found


def _leaves(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or str(path) != name


def sum_faults(folder: Path, prefix: str, hashed: Hash) -> Iterator[Fault]:
    """Files whose bytes are not those of SHA256SUMS, that it does not name, or that it names and that are not there."""
    sums, wrong = stated_sums(folder, prefix)
    yield from wrong
    if not (folder / SUMS).is_file():
        return
    there = listed_files(folder)
    for name in sorted(sums.keys() - there.keys()):
        yield Fault("files", prefix + name, f"{SUMS} names the file, and it is not there.")
    for name, path in there.items():
        if name == SUMS or not stat.S_ISREG(path.lstat().st_mode):
            continue
        if name not in sums:
            yield Fault("files", prefix + name, f"{SUMS} does not name the file, so that nobody can tell its bytes.")
        else:
            yield from guarded("files", prefix + name, partial(_changed, path, prefix + name, sums[name], hashed))


def _changed(path: Path, place: str, stated: str, hashed: Hash) -> Iterator[Fault]:
    if hashed(path) != stated:
        yield Fault(
            "files", place, f"Its bytes are not those that {SUMS} states. Take the file from where it came again."
        )


def damaged(folder: Path, hashed: Hash) -> frozenset[str]:
    """Names of the files whose bytes are known to have changed, which nothing else should look into."""
    sums, _ = stated_sums(folder, "")
    there = ((name, folder / name) for name in sums if (folder / name).is_file())
    return frozenset(name for name, path in there if hashed(path) != sums[name])
