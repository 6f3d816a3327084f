"""Opening a file within limits of time and memory: in a process of its own, which a hostile file may take down and nothing else.

The process reads one file after another. It gets bytes and answers in JSON, so that nothing it says is ever run.
"""

import atexit
import json
import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from typing import IO

from .blocks import Block
from .claims import Claims
from .decoding import UnreadableError
from .opening import Opened, open_document
from .opening_process import LENGTH
from .recognising import is_plain_text

MAX_SECONDS = 60.0
MAX_MEMORY = 1_000_000_000  # bytes
_OWN_PROCESS_FROM = 200_000  # bytes of plain text; less of it is read at once, since it can do no harm


def open_within_limits(content: bytes, seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY) -> Opened:
    """`open_document` of `content`; UnreadableError("limit", …) where that takes longer or more memory than allowed."""
    if len(content) < _OWN_PROCESS_FROM and is_plain_text(content):
        return open_document(content)
    return _process(seconds, memory).open(content)


@cache
def _process(seconds: float, memory: int) -> "Reader":
    reader = Reader(seconds, memory)
    atexit.register(reader.close)
    return reader


class Reader:
    """A process that opens files, started when it is first needed and again after a file that took it down."""

    def __init__(self, seconds: float, memory: int) -> None:
        self._seconds = seconds
        self._memory = memory
        self._child: subprocess.Popen[bytes] | None = None

    def open(self, content: bytes) -> Opened:
        """Open one file; UnreadableError when it cannot be read within the limits."""
        child = self._running()
        try:
            answer = self._ask(child, content)
        except (TimeoutError, OSError) as error:
            self.close()
            slow = isinstance(error, TimeoutError)
            what = f"takes longer than {self._seconds:.0f} seconds" if slow else self._too_large()
            raise UnreadableError("limit", f"Reading the file {what}. Save it in another format or split it.") from None
        except BaseException:
            self.close()  # an answer half read must not be taken for the next one
            raise
        return _opened(answer)

    @property
    def process_id(self) -> int | None:
        """The number the system knows the process by; None when there is none."""
        return self._child.pid if self._child is not None else None

    def close(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()

    def _too_large(self) -> str:
        return f"takes more than {self._memory // 1_000_000} MB of memory, or breaks the program that reads it"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            command = [sys.executable, "-m", f"{__package__}.opening_process", str(self._memory)]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
            )
        return self._child

    def _ask(self, child: subprocess.Popen[bytes], content: bytes) -> bytes:
        assert child.stdin is not None
        assert child.stdout is not None
        until = time.monotonic() + self._seconds
        child.stdin.write(LENGTH.pack(len(content)) + content)
        child.stdin.flush()
        (length,) = LENGTH.unpack(_received(child.stdout, LENGTH.size, until))
        return _received(child.stdout, length, until)


def _environment() -> dict[str, str]:
    """The environment of this process, with the folders that modules are found in."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _received(pipe: IO[bytes], length: int, until: float) -> bytes:
    """`length` bytes from `pipe`; TimeoutError when they are not there by `until`, OSError when the other end is gone."""
    parts, left = [], length
    while left:
        ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(pipe.fileno(), min(left, 1 << 20))
        if not part:
            raise BrokenPipeError
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _opened(answer: bytes) -> Opened:
    said = json.loads(answer)
    if "code" in said:
        raise UnreadableError(said["code"], said["reason"])
    blocks = [Block(*values) for values in said["blocks"]]
    claims, stated = (Claims.from_json(said[name]) for name in ("claims", "stated"))
    return Opened(said["format"], said["encoding"], blocks, claims, stated)
