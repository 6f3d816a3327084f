"""What a browser makes of the pages: the page saved as MHTML, and the print page as PDF.

Chromium is driven over its DevTools pipe (file descriptors 3 and 4, messages of JSON parted by NUL), so nothing but Chromium is
needed. It asks this program, not the network, for every address, so the pages stand at the address they are supposed to have.
"""

import base64
import json
import os
import re
import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from .html import page, print_page
from .pdf_dates import undated
from .source import ADDRESS, SITE, TITLE

_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_SMALL = 'style="font-size:8px;width:100%;margin:0 1cm;display:flex;justify-content:space-between"'
# What Chromium prints at the top and the foot of a page, with the time of one particular print.
_HEADER = f"<div {_SMALL}><span>14.03.2024 09.12</span><span>{TITLE}</span><span></span></div>"
_PAGE = '<span><span class="pageNumber"></span>/<span class="totalPages"></span></span>'
_FOOTER = f"<div {_SMALL}><span>{escape(ADDRESS)}</span>{_PAGE}</div>"


def write_chromium(folder: Path) -> None:
    """The MHTML file and the printed page."""
    pages = {ADDRESS: page(), f"{ADDRESS}/print": print_page()}
    with tempfile.TemporaryDirectory() as profile, _Browser(profile, pages) as browser:
        browser.open(ADDRESS)
        saved = browser.ask("Page.captureSnapshot", format="mhtml")["data"]
        (folder / "artikel.mhtml").write_bytes(_settled(saved).encode("utf-8"))
        browser.open(f"{ADDRESS}/print")
        margins = {f"margin{side}": 0.8 for side in ("Top", "Bottom", "Left", "Right")}
        printed = browser.ask(
            "Page.printToPDF",
            displayHeaderFooter=True,
            headerTemplate=_HEADER,
            footerTemplate=_FOOTER,
            paperWidth=8.27,
            paperHeight=11.69,
            **margins,
        )
        (folder / "artikel-browser.pdf").write_bytes(undated(base64.b64decode(printed["data"])))


class _Browser:
    """One tab of a headless Chromium that gets `pages` for their addresses and nothing else."""

    def __init__(self, profile: str, pages: dict[str, str]) -> None:
        read_end, self._out = os.pipe()
        self._in, write_end = os.pipe()
        shell = f'exec chromium "$@" 3<&{read_end} 4>&{write_end}'
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
        ]
        self._process = subprocess.Popen(
            ["bash", "-c", shell, "chromium", *options],
            pass_fds=(read_end, write_end),
            stderr=subprocess.DEVNULL,
        )
        os.close(read_end)
        os.close(write_end)
        self._pages, self._buffer, self._last, self._session = pages, b"", 0, None

    def __enter__(self) -> "_Browser":
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Fetch.enable", patterns=[{"urlPattern": "*"}])
        return self

    def __exit__(self, *_: object) -> None:
        self._session = None
        self._send("Browser.close")
        self._process.wait(timeout=30)

    def open(self, address: str) -> None:
        """Load `address` and wait until all of it is there."""
        self._send("Page.navigate", url=address)
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The answer to `method`."""
        number = self._send(method, **params)
        while True:
            message = self._next()
            if message.get("id") == number:
                return message["result"]

    def _send(self, method: str, **params: Any) -> int:
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        return self._last

    def _next(self) -> dict[str, Any]:
        """The next message; requests of the page are answered on the way."""
        while b"\0" not in self._buffer:
            more = os.read(self._in, 1 << 16)
            if not more:
                raise RuntimeError("Chromium has gone.")
            self._buffer += more
        line, self._buffer = self._buffer.split(b"\0", 1)
        message = json.loads(line)
        if message.get("method") == "Fetch.requestPaused":
            self._answer(message["params"])
        return message

    def _answer(self, request: dict[str, Any]) -> None:
        address = request["request"]["url"]
        content, kind = _PIXEL, "image/png"
        if address in self._pages:
            content, kind = base64.b64encode(self._pages[address].encode()).decode(), "text/html; charset=utf-8"
        headers = [{"name": "Content-Type", "value": kind}]
        self._send(
            "Fetch.fulfillRequest",
            requestId=request["requestId"],
            responseCode=200,
            responseHeaders=headers,
            body=content,
        )


def _settled(saved: str) -> str:
    """An MHTML file with the boundary, the time and the style sheet names of every other run."""
    boundary = re.search(r'boundary="([^"]+)"', saved)
    if boundary is None or SITE not in saved:
        raise ValueError("This is no MHTML file of the page.")
    saved = saved.replace(boundary[1], "----MultipartBoundary--artikel----")
    saved = re.sub(r"(?m)^Date: .*?(?=\r?$)", "Date: Thu, 14 Mar 2024 09:12:00 +0100", saved, count=1)
    saved = re.sub(r"Content-ID: <frame-[^>]+>", "Content-ID: <frame-1@mhtml.blink>", saved)
    return re.sub(r"css-[0-9a-f-]{36}", "css-00000000-0000-0000-0000-000000000000", saved)
