"""Reading the body of an answer, unpacked, and never more of it than the limit, whatever the sender claims."""

import zlib
from collections.abc import Iterable, Iterator

from .errors import NoAnswerError, TooLargeError

GZIP = b"\x1f\x8b"
_ANY_HEADER = 47  # zlib's way to say: gzip or zlib, told by the first bytes


def read_body(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The `chunks` put together and unpacked; TooLargeError past `limit` bytes, NoAnswerError when they cannot be unpacked."""
    if encoding in ("gzip", "x-gzip"):
        chunks = _inflated(chunks, limit)
    elif encoding not in ("", "identity"):
        raise NoAnswerError(f"The answer is packed as {encoding[:40]}, which was not asked for.")
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise _too_large(limit)
    return bytes(body)


def unpacked(content: bytes, limit: int) -> bytes:
    """The bytes of a gzip file; `content` as it is when it is none. The errors are those of `read_body`."""
    return read_body([content], "gzip", limit) if content.startswith(GZIP) else content


def _inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """The members of a gzip stream one after another. Each step makes at most one byte more than the limit."""
    member = zlib.decompressobj(_ANY_HEADER)
    begun = False
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                begun = True
                yield member.decompress(rest, limit + 1)
                if member.unconsumed_tail:
                    raise _too_large(limit)
                rest = member.unused_data.lstrip(b"\x00") if member.eof else b""
                if member.eof:
                    member, begun = zlib.decompressobj(_ANY_HEADER), False
    except zlib.error:
        raise NoAnswerError("The answer is packed, and damaged. Try again later.") from None
    if begun:
        raise NoAnswerError("The answer broke off before its end. Try again later.")


def _too_large(limit: int) -> TooLargeError:
    return TooLargeError(f"It is larger than {limit / 1_000_000:g} MB, the most that is fetched.")
