"""What stopped a run, in plain words: what it was, what to do about it, and that nothing was lost."""

import errno
import os
from pathlib import Path

from pejlemaerker.engines import EngineError
from pejlemaerker.fetching.errors import SourcesFileError, UnreachableSourceError
from pejlemaerker.publication.applied import StaleCorrectionError
from pejlemaerker.publication.policy import PolicyError
from pejlemaerker.publication.releases import latest
from pejlemaerker.storage.lock import BusyError
from pejlemaerker.storage.sources import NoArticlesError

from .exits import EXIT_BUSY, EXIT_FAILED

_NO_ROOM = os.strerror(errno.ENOSPC)  # DuckDB says so in an error of its own


def explained(error: BaseException, outputs: Path) -> tuple[int, str]:
    """The exit code for the shell, and what there is to say."""
    cause = _root(error)
    if isinstance(cause, BusyError):
        return EXIT_BUSY, f"Not started: {cause}"
    if isinstance(cause, NoArticlesError | SourcesFileError | UnreachableSourceError | EngineError | PolicyError):
        return EXIT_FAILED, f"Not started: {cause}"
    number = errno.ENOSPC if _NO_ROOM in str(cause) else cause.errno if isinstance(cause, OSError) else None
    said = str(cause) if isinstance(cause, StaleCorrectionError) else f"{type(cause).__name__}: {cause}"
    if number is not None:
        place = cause.filename if isinstance(cause, OSError) and cause.filename else outputs
        said = f"{os.strerror(number)} ({place}). {_next_step(number, outputs)}"
    return EXIT_FAILED, f"The run stopped, and {kept(outputs)}.\n{said}"


def kept(outputs: Path) -> str:
    """What has become of the last release, which no run that stops touches."""
    return "the last release is as it was" if latest(outputs) else "there is no release yet"


def _next_step(number: int, outputs: Path) -> str:
    """What a person can do about an error of the system."""
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"Make room on the disk of the outputs folder {outputs}, or choose another --outputs, and run again: what was read is kept."
    if number in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return f"The outputs folder {outputs} must be one that can be written to. Change its permissions, or choose another --outputs."
    return f"When that is put right, run again: what was read is kept in {outputs}."


def _root(error: BaseException) -> BaseException:
    """The error at the bottom of a chain of causes; chains may run in a circle."""
    seen: list[BaseException] = [error]
    while (cause := _cause(seen[-1])) is not None and cause not in seen:
        seen.append(cause)
    own = [item for item in seen if not type(item).__module__.startswith("dagster")]
    return (own or seen)[-1]


def _cause(error: BaseException) -> BaseException | None:
    """What led to `error`, unless it was raised to stand for itself (`raise … from None`)."""
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)
