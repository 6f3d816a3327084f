"""The process that opens files for `limits`: a length and the bytes of a file come in, a length and an answer in JSON go out."""

import json
import os
import resource
import struct
import sys
from contextlib import suppress
from dataclasses import asdict

from .decoding import UnreadableError
from .opening import open_document

LENGTH = struct.Struct(">Q")


def _answer(content: bytes) -> bytes:
    try:
        found = open_document(content)
    except UnreadableError as error:
        said: dict[str, object] = {"code": error.code, "reason": error.reason}
    except MemoryError:
        raise
    except Exception as error:
        what = f"{type(error).__name__}: {error}"[:200]
        said = {"code": "failed", "reason": f"Opening the file failed: {what}. Please report it."}
    else:
        said = {
            "format": found.format,
            "encoding": found.encoding,
            "blocks": [list(asdict(block).values()) for block in found.blocks],
            "claims": found.claims.to_json(),
            "stated": found.stated.to_json(),
        }
    return json.dumps(said).encode("ascii")


def _serve(memory: int) -> None:
    """Read files from the standard input and answer on the standard output, until there is no more input."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    with suppress(ValueError, OSError):  # not every system knows this limit; the limit of time holds on all
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    while len(head := sys.stdin.buffer.read(LENGTH.size)) == LENGTH.size:
        try:
            answer = _answer(sys.stdin.buffer.read(LENGTH.unpack(head)[0]))
        except MemoryError:
            os._exit(1)
        answers.write(LENGTH.pack(len(answer)) + answer)
        answers.flush()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
