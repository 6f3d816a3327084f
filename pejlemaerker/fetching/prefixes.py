"""Articles below an address that fsspec knows: a bucket, an object store, `memory://` in a test.

What cannot be listed raises. Were it shown as empty, a network that is down would look like articles that were taken away.
"""

from collections.abc import Iterator
from functools import partial

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from pejlemaerker.storage.sources import FoundFile

from .errors import UnreachableSourceError
from .files import found_file, is_wanted, unreadable

_DEEPEST = 100  # folders in each other; what lies deeper is a link that leads round in a circle


def stored_files(prefix: str, *, sidecars: bool) -> Iterator[FoundFile]:
    """Articles below `prefix` by path relative to it, or the `sidecars`; UnreachableSourceError. Links are not followed."""
    try:
        store, root = url_to_fs(prefix)
        store.invalidate_cache()
        sizes = _listed(store, root.rstrip("/"))
    except Exception as error:  # each kind of store raises errors of its own, and every one of them means the same here
        raise _unreachable(prefix, error) from None
    if not sizes:
        raise _unreachable(prefix, FileNotFoundError("nothing lies there"))
    for name in sorted(sizes):
        if is_wanted(name, sidecars=sidecars):
            yield _read(store, prefix, f"{root.rstrip('/')}/{name}", name, sizes[name])


def _listed(store: AbstractFileSystem, root: str) -> dict[str, int | None]:
    """The size of each file by its path below `root`; the errors are those of the store."""
    found: dict[str, int | None] = {}
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        # What is neither a folder nor a file is a link.
        # `walk` and `find` of fsspec pass over folders that they may not list, and say nothing.
        for entry in store.ls(folder, detail=True):
            path = entry["name"].rstrip("/")
            if path == root and entry["type"] == "file" and depth == 0 and entry.get("size"):
                raise NotADirectoryError("it is one file; name the folder that it lies in")
            if not path.startswith(f"{root}/"):
                continue
            if entry["type"] == "directory" and path != folder and depth < _DEEPEST:
                waiting.append((path, depth + 1))
            elif entry["type"] == "file" and not entry["name"].endswith("/"):
                found[path.removeprefix(f"{root}/")] = entry.get("size")
    return found


def _read(store: AbstractFileSystem, prefix: str, path: str, name: str, size: int | None) -> FoundFile:
    try:
        return found_file(name, size, partial(_head, store, path))
    except PermissionError:
        return unreadable(name, "The store does not let it be read. Check the permissions.")
    except FileNotFoundError:
        return unreadable(name, "It was taken away while it was being read. Run again.")
    except Exception as error:  # the store went away half-way through, which is not the article's fault
        raise _unreachable(prefix, error) from None


def _head(store: AbstractFileSystem, path: str, limit: int) -> bytes:
    with store.open(path, "rb") as file:
        return bytes(file.read(limit))


def _unreachable(prefix: str, error: Exception) -> UnreachableSourceError:
    said = " ".join(str(error).split())[:200] or type(error).__name__
    if isinstance(error, ImportError):
        return UnreachableSourceError(
            f"{prefix} needs a library that is not installed ({said}). Install it and run again."
        )
    return UnreachableSourceError(
        f"{prefix} could not be listed ({said}). Nothing is taken for removed: check the address and the network, and run again."
    )
