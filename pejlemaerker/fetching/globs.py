"""Files whose path matches a pattern such as `arkiv/**/*.txt`, below one folder and never outside it."""

import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePosixPath

from pejlemaerker.storage.sources import SIDECAR, FoundFile, NoArticlesError

from .files import found_file, is_wanted, unreadable

_MARKS = frozenset("*?[")


def matching_files(root: Path, pattern: str, *, sidecars: bool, leave_out: Path | None = None) -> Iterator[FoundFile]:
    """Files below `root` that match, by path relative to it; the metadata of such files with `sidecars`.

    `*` stands for anything within one name and `**` for any number of folders. Links to folders are not followed. NoArticlesError
    when the folder that the pattern opens with is not there.
    """
    for path, is_closed in matching_paths(root, pattern, sidecars=sidecars, leave_out=leave_out):
        name = _name(path.relative_to(root))
        if not is_closed:
            yield _read(root, path, name)
        elif not sidecars:
            yield unreadable(name, "The folder could not be opened. Check its permissions.")


def matching_paths(
    root: Path, pattern: str, *, sidecars: bool, leave_out: Path | None = None
) -> Iterator[tuple[Path, bool]]:
    """Where the files lie that `matching_files` reads, in its order; and, marked, the folders that may not be listed."""
    parts = PurePosixPath(pattern).parts
    fixed = root.joinpath(*_fixed(parts))
    if not fixed.is_dir():
        raise NoArticlesError(
            f"there is no folder {fixed}. Make it and put articles in it, or mend the glob {pattern!r}."
        )
    for path, is_closed in sorted(_walk(fixed, leave_out), key=lambda found: found[0].relative_to(root).as_posix()):
        if is_closed:
            yield path, True
        elif is_wanted(_name(path.relative_to(root)), sidecars=sidecars):
            names = _names(path.relative_to(root), root, parts[-1])
            if any(_matches(asked, parts) for asked in names):
                yield path, False


def _fixed(parts: Sequence[str]) -> list[str]:
    """The folders that a pattern opens with."""
    found: list[str] = []
    for part in parts[:-1]:
        if _MARKS & set(part):
            break
        found.append(part)
    return found


def _names(path: Path, root: Path, last: str) -> list[tuple[str, ...]]:
    """What the pattern, whose last part is `last`, is asked about: the file, or the articles that a file with metadata may be of."""
    if not path.name.endswith(SIDECAR):
        return [path.parts]
    article = path.with_name(path.name.removesuffix(SIDECAR))
    names = [article.name] if (root / article).exists() else [article.name, article.name + PurePosixPath(last).suffix]
    return [(*path.parts[:-1], name) for name in names]


def _matches(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether the names of `path` match those of `pattern`; each pair of places is looked at once."""
    reached = {0}
    for depth, part in enumerate(pattern):
        if part == "**":
            reached = set(range(min(reached, default=len(path) + 1), len(path) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(path) and fnmatchcase(path[at], pattern[depth])}
    return len(path) in reached


def _walk(folder: Path, leave_out: Path | None) -> Iterator[tuple[Path, bool]]:
    """Files below `folder`; and, marked, the folders that may not be listed."""
    closed: list[Path] = []
    out = leave_out.resolve() if leave_out else None
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        parent = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".") and (parent / name).resolve() != out]
        yield from ((parent / name, False) for name in files)
    yield from ((path, True) for path in closed)


def _read(root: Path, path: Path, name: str) -> FoundFile:
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            return unreadable(name, f"It is a link that leads out of {root.name or root}. Put the article itself here.")
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            return unreadable(
                name, "It is no ordinary file (a link to a folder or a device). Put the article itself here."
            )
        return found_file(name, status.st_size, partial(_head, real))
    except (FileNotFoundError, RuntimeError):  # a link to nothing, or to itself
        return unreadable(name, "It is a broken link. Put the article itself here.")
    except OSError as error:
        return unreadable(name, f"The file could not be read: {error.strerror}. Check its permissions.")


def _head(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit)


def _name(path: Path) -> str:
    """The path with `/`; bytes of a file name that are no UTF-8 are shown by their number."""
    return path.as_posix().encode("utf-8", errors="surrogateescape").decode("utf-8", errors="backslashreplace")
