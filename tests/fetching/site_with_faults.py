"""A small web site on this machine that can be told to be slow, broken or hostile, and a clock on which no time is lost."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from pejlemaerker.fetching.pace import Limits
from pejlemaerker.fetching.web import PoliteClient

HTML = "text/html; charset=utf-8"


class FakeClock:
    """Sleeping moves the time on at once and is written down."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return datetime(2024, 3, 12, 12, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds


@dataclass
class Reply:
    body: bytes = b"<html><p>Der stod et tr\xc3\xa6.</p></html>"
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": HTML})


Behaviour = Reply | Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What it answers by path, and what it was asked. What is not named is not found."""

    def __init__(self) -> None:
        self.pages: dict[str, Behaviour | list[Behaviour]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    def paths(self, *, robots: bool = False) -> list[str]:
        return [path for path, _ in self.requests if robots or path != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.requests.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))
        found = self.pages.get(handler.path, Reply(b"", 404))
        reply = (found.pop(0) if len(found) > 1 else found[0]) if isinstance(found, list) else found
        if isinstance(reply, Reply):
            send(handler, reply)
        else:
            reply(handler)


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(reply.body)


def page(text: str, **headers: str) -> Reply:
    return Reply(f"<html><p>{text}</p></html>".encode(), 200, {"Content-Type": HTML, **headers})


def versioned(text: str, etag: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """A page that says 304 to those who know it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            send(handler, Reply(b"", 304, {"ETag": etag}))
        else:
            send(handler, page(text, ETag=etag))

    return answer


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(b"", status, {"Location": to})


@contextmanager
def running_site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            try:
                site.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that hangs up is what many tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def loopback(number: object) -> bool:
    """A guard that lets in this machine and nothing else."""
    return number == ip_address("127.0.0.1")


def client(clock: FakeClock | None = None, **limits: float) -> PoliteClient:
    return PoliteClient(limits=Limits(**limits), clock=clock or FakeClock(), allowed=loopback)  # type: ignore[arg-type]
