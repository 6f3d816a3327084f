"""The answer to one request: its headers judged before its body is read, and its body read no further than it may be."""

from contextlib import suppress
from dataclasses import dataclass

import httpcore
import httpx

from .bodies import read_body
from .errors import NoArticleError, TooLargeError

_NEVER = ("image/", "video/", "audio/", "font/")
_REDIRECTS = (301, 302, 303, 307, 308)
_SMALL = 64_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site sent: the `address` it came from after redirects, and the body where `status` is 200."""

    address: str
    status: int
    content: bytes = b""
    content_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    location: str | None = None
    retry_after: str | None = None


def read_answer(response: httpx.Response, limit: int) -> Answer:
    """The answer with at most `limit` bytes of body; WebError, and the errors of httpcore when it breaks off."""
    headers = response.headers
    length = headers.get("content-length", "")
    content = b""
    if response.status_code == 200:
        kind = headers.get("content-type", "").lower()
        if kind.startswith(_NEVER):
            raise NoArticleError(f"It is {kind[:100]}, which is no article.", 200)
        if length.isdecimal() and int(length[:20]) > limit:
            raise TooLargeError(f"It is larger than {limit / 1_000_000:g} MB, the most that is fetched.")
        content = read_body(response.iter_raw(), headers.get("content-encoding", "").strip().lower(), limit)
    else:
        _pass_over(response)
    return Answer(
        address=str(response.request.url),
        status=response.status_code,
        content=content,
        content_type=headers.get("content-type", "").partition(";")[0].strip().lower()[:100],
        etag=_mark(headers.get("etag")),
        last_modified=_mark(headers.get("last-modified")),
        location=headers.get("location") if response.status_code in _REDIRECTS else None,
        retry_after=headers.get("retry-after"),
    )


def _pass_over(response: httpx.Response) -> None:
    """Read the little that comes with a redirect or an error, so that the connection can be used again."""
    with suppress(httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
        read = 0
        for chunk in response.iter_raw():
            read += len(chunk)
            if read > _SMALL:
                break


def _mark(value: str | None) -> str | None:
    """What a site marks a version of a page with, if it can be sent back to it."""
    return value if value and len(value) <= 500 and value.isascii() and value.isprintable() else None
