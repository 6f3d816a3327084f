"""A browser over a release that is served, for the tests that need one, and what it must never do: complain, or ask another host."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_server

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from pipelines.serving import HOST, application

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def chromium() -> str | None:
    """Where a browser lies; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def opened(executable: str) -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def served(outputs: Path, edition: str = "full") -> Iterator[str]:
    """The address of the site of the latest release below `outputs`, as `pejl serve` shows it."""
    place = create_server((HOST, 0))
    server = uvicorn.Server(uvicorn.Config(application(outputs, edition), log_level="error"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
    running.start()
    yield f"http://{HOST}:{place.getsockname()[1]}/site/"
    server.should_exit = True
    running.join(30)


@dataclass
class Visit:
    """A page of its own over a site, and what it complained of."""

    page: Page
    site: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(15_000)
        self.page.on(
            "console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda asked: self.faults.append(asked.url) if not self._own(asked.url) else None)

    def _own(self, address: str) -> bool:
        return address.startswith((self.site.removesuffix("site/"), "data:", "file:"))

    def go(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(self.site + path)


@contextmanager
def visiting(browser: Browser, site: str, size: dict[str, int] = DESK) -> Iterator[Visit]:
    """A visit that ends without a complaint and without a request to another host."""
    context = browser.new_context(viewport=size, locale="da-DK", reduced_motion="reduce")  # type: ignore[arg-type]
    visit = Visit(context.new_page(), site)
    yield visit
    context.close()
    assert not visit.faults
