"""`pejl serve`: the site and the files of an edition in a browser on this machine, whichever release is the latest at the moment.

What belongs here: the small web server, its headers, and what is said when there is nothing to serve. Nothing is made here.
"""

import mimetypes
import socket
import webbrowser
from http import HTTPStatus
from pathlib import Path

import click
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pejlemaerker.publication.releases import LATEST, edition_folder, latest
from pejlemaerker.publication.site import SITE

from .exits import EXIT_FAILED

HOST = "127.0.0.1"  # nobody else's machine reaches it
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_KEPT = "public, max-age=31536000, immutable"
# What Python does not know everywhere; without it a browser would show a file of numbers as text.
_TYPES = {
    ".bin": "application/octet-stream",
    ".duckdb": "application/octet-stream",
    ".parquet": "application/vnd.apache.parquet",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle",
    ".cff": "text/plain",
    ".md": "text/plain",
}
_LOST = "404.html"


def serve(outputs: Path, edition: str, port: int, *, open_browser: bool) -> int:
    """Serve the latest release below `outputs` until Ctrl-C; the exit code for the shell."""
    if reason := missing(outputs, edition):
        click.echo(reason, err=True)
        return EXIT_FAILED
    try:
        place = socket.create_server((HOST, port))
    except OSError:
        other = port + 1 if port < 65535 else port - 1
        click.echo(f"Port {port} is taken. Name another one: pejl serve --port {other}", err=True)
        return EXIT_FAILED
    address = f"http://{HOST}:{place.getsockname()[1]}/"
    click.echo(f"The site ({edition} edition) is at {address} (Ctrl-C stops it).")
    if open_browser:
        webbrowser.open(address)
    server = uvicorn.Server(uvicorn.Config(application(outputs, edition), log_level="warning", server_header=False))
    try:
        server.run(sockets=[place])
    except KeyboardInterrupt:
        click.echo("Stopped.")
    return 0


def missing(outputs: Path, edition: str) -> str | None:
    """Why there is nothing to serve, and what to do; None where there is."""
    if latest(outputs) is None:
        return f"There is no release in {outputs} yet. Make one with `make run` or `pejl build`, or name the folder with --outputs."
    if not (edition_folder(outputs / LATEST, edition) / SITE).is_dir():
        return f"The latest release in {outputs} has no site ({edition} edition). Build it again with `pejl build`, without --no-site."
    return None


def application(outputs: Path, edition: str) -> Starlette:
    """The server: `/site/` is the site, beside it lie the files that can be downloaded. `latest` is followed at every request."""
    for ending, kind in _TYPES.items():
        mimetypes.add_type(kind, ending)
    folder = edition_folder(outputs / LATEST, edition)
    site = folder / SITE

    def lost(request: Request, error: Exception) -> Response:
        page = site / _LOST
        if not page.is_file():
            return Response("Not found", HTTPStatus.NOT_FOUND)
        # Its links go from the folder of the site, wherever the page that was asked for would lie.
        based = page.read_text(encoding="utf-8").replace("<head>", f'<head>\n<base href="/{SITE}/">', 1)
        return HTMLResponse(based, HTTPStatus.NOT_FOUND)

    return Starlette(
        routes=[
            Route("/", lambda request: RedirectResponse(f"/{SITE}/")),
            # Pages are sent compressed; downloads are not, so that a part of one can be asked for.
            Mount(f"/{SITE}", GZipMiddleware(_Pages(directory=site, html=True, check_dir=False)), name=SITE),
            Mount("/", StaticFiles(directory=folder, check_dir=False)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"]), Middleware(_Headers)],
        exception_handlers={HTTPStatus.NOT_FOUND: lost},
    )


class _Pages(StaticFiles):
    """The files of the site; a page that is not there is lost for all paths alike."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file; HTTPException 404 where there is none."""
        answer = await super().get_response(path, scope)
        if answer.status_code == HTTPStatus.NOT_FOUND:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return answer


class _Headers:
    """Puts the same headers on every answer. A browser asks again each time, but for files whose address names their version."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                kept = scope["query_string"].startswith(b"v=") and message["status"] == HTTPStatus.OK
                headers["Cache-Control"] = _KEPT if kept else "no-cache"
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
