"""Whether anything has changed in the articles folder, told without reading a file: names, sizes and times of change."""

import hashlib
from pathlib import Path

from .sources import walk


def fingerprint(folder: Path, leave_out: Path | None = None) -> str:
    """A hash (32 hex digits) of what lies in `folder`, but for hidden files and the folder `leave_out`; of no folder that of an empty one.

    A file that vanishes while it is looked at counts as not there.
    """
    found = hashlib.sha256()
    for path in sorted(walk(folder, leave_out)) if folder.is_dir() else ():
        try:
            state = path.lstat()
        except OSError:
            continue
        name = path.relative_to(folder).as_posix().encode("utf-8", errors="surrogateescape")
        found.update(b"%s\0%d\0%d\0%d\n" % (name, state.st_size, state.st_mtime_ns, state.st_mode))
    return found.hexdigest()[:32]
