"""Files that are not found by `storage.sources`, in the same form: those that match a pattern, and those of an object store."""

from collections.abc import Callable
from pathlib import PurePosixPath

from pejlemaerker.storage.sources import IGNORED_ENDINGS, MAX_BYTES, SIDECAR, FoundFile


def is_wanted(path: str, *, sidecars: bool) -> bool:
    """Whether a file of this relative path is an article, or with `sidecars` metadata: not hidden, not half-written."""
    hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
    return not hidden and not path.endswith(IGNORED_ENDINGS) and path.endswith(SIDECAR) is sidecars


def found_file(path: str, size: int | None, read: Callable[[int], bytes]) -> FoundFile:
    """The file `path`, of which `read` gives at most that many bytes; OSError is left to the caller."""
    content = read(MAX_BYTES + 1) if size is None or size <= MAX_BYTES else None
    if content is None or len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        return FoundFile(path, None, "too_large", f"The file is larger than {limit} MB. Split it into articles.")
    return FoundFile(path, content) if content else FoundFile(path, None, "empty", "The file is empty.")


def unreadable(path: str, why: str) -> FoundFile:
    """A file that is there and could not be read."""
    return FoundFile(path, None, "unreadable", why)
