"""Connections to the open internet only, each with an end in time.

The name of a host is looked up here, the numbers are judged, and the socket is opened to a number that was judged. A name
that leads elsewhere a moment later, or a redirect, thus gets no further than the first one did.
"""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from ssl import SSLContext
from typing import Any

import httpcore
import httpx

from .clock import Clock
from .errors import AddressRefusedError, NoAnswerError

Guard = Callable[[IPv4Address | IPv6Address], bool]


class Deadline:
    """When the request at hand has to be over, by `clock`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """Give the next request `seconds` in all."""
        self._end = self._clock.monotonic() + seconds

    def left(self, timeout: float | None = None) -> float:
        """Seconds left, at most `timeout`; httpcore.ReadTimeout when there are none."""
        seconds = self._end - self._clock.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the time for the whole request is over")
        return seconds if timeout is None else min(seconds, timeout)


class GuardedTransport(httpx.BaseTransport):
    """Sends requests of httpx to hosts whose numbers `allowed` lets through. Proxies of the environment are not used:
    they would look up the names themselves, where nobody judges.
    """

    def __init__(self, allowed: Guard, deadline: Deadline, look_up_seconds: float) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_keepalive_connections=4,
            keepalive_expiry=15.0,
            network_backend=_GuardedBackend(allowed, deadline, look_up_seconds),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not yet read; the errors are those of httpcore, and AddressRefusedError."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close what is still open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _GuardedBackend(httpcore.NetworkBackend):
    def __init__(self, allowed: Guard, deadline: Deadline, look_up_seconds: float) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._look_up_seconds = look_up_seconds
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        found = _looked_up(host, port, self._deadline.left(self._look_up_seconds))
        numbers = [number for number in found if self._allowed(ip_address(number))]
        if not numbers:
            raise AddressRefusedError(f"{host} is {found[0]}, an address inside a private network. It is never asked.")
        for number in numbers:
            try:
                left = self._deadline.left(timeout)
                stream = self._plain.connect_tcp(number, port, left, local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except httpcore.ConnectError as error:
                failure = error
        raise failure


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """The numbers of `host`, at least one, each once; NoAnswerError when they are not known after `seconds`.

    The system waits as long as it likes for its name servers, and cannot be told to stop. So a thread asks it, and is left behind
    if need be; one that is a daemon keeps no process from ending.
    """
    found: list[list[str] | Exception] = []

    def look_up() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.append(list(dict.fromkeys(str(answer[4][0]) for answer in answers)))
        except Exception as error:  # nobody above this thread would see it
            found.append(error)

    asking = threading.Thread(target=look_up, name=f"looks up {host}", daemon=True)
    asking.start()
    asking.join(seconds)
    if not found:
        raise NoAnswerError(
            f"The name {host} could not be looked up within {seconds:.3g} seconds. Check the network, and try again later."
        )
    if isinstance(found[0], Exception):
        raise httpcore.ConnectError(f"there is no host {host} ({found[0]})")
    return found[0]


class _TimedStream(httpcore.NetworkStream):
    """A stream that is read and written to no later than the deadline, however slowly the bytes drip in."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
